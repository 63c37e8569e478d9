import type { EventOf, NewEvent } from '@/core/contract/event';
import type { Span } from './spans';

/** One call of the log, as far as measures go. Times in simMs; a call that is still going on ends with the log. */
export interface LoggedCall {
  callId: string;
  contact: string;
  direction: 'out' | 'in';
  /** The member whose line it took; null for a call that was never accepted. */
  actor: string | null;
  dialedMs: number;
  connectedMs: number | null;
  endedMs: number;
  over: boolean;
  interrupted: boolean;
  lostMs: number;
}

/** The calls of a log in the order they were dialed or came in; `end` closes those that are still going on. */
export function loggedCalls(log: readonly NewEvent[], end: number): LoggedCall[] {
  const calls = new Map<string, LoggedCall>();
  for (const event of log) {
    if (event.type === 'call.dialed' || event.type === 'call.incoming') {
      calls.set(event.data.callId, begun(event, end));
    } else if (event.type === 'call.connected') {
      const call = calls.get(event.data.callId);
      if (!call) continue;
      call.connectedMs = event.simMs;
      call.interrupted = event.data.interrupted;
      call.lostMs = event.data.lostMs;
      if (call.direction === 'in') call.actor = event.actor;
    } else if (event.type === 'call.ended') {
      const call = calls.get(event.data.callId);
      if (!call) continue;
      call.endedMs = event.simMs;
      call.over = true;
    }
  }
  return [...calls.values()];
}

const begun = (event: EventOf<'call.dialed'> | EventOf<'call.incoming'>, end: number): LoggedCall => ({
  callId: event.data.callId,
  contact: event.type === 'call.dialed' ? event.data.to : event.data.from,
  direction: event.type === 'call.dialed' ? 'out' : 'in',
  actor: event.type === 'call.dialed' ? event.actor : null,
  dialedMs: event.simMs,
  connectedMs: null,
  endedMs: end,
  over: false,
  interrupted: false,
  lostMs: 0,
});

/** When a call blocked its participant: from the dial, or from accepting, to the end; null if it never did (C3). */
export function blockedSpan(call: LoggedCall): Span | null {
  const from = call.direction === 'out' ? call.dialedMs : call.connectedMs;
  return from === null ? null : { from, to: call.endedMs };
}

/** The measures of section M that calls have. */
export function callMeasures(calls: readonly LoggedCall[]) {
  const length = (span: Span | null) => (span ? span.to - span.from : 0);
  const dials = calls.filter((c) => c.direction === 'out').length;
  const contacts = calls.filter((c) => c.connectedMs !== null).length;
  const interrupted = calls.filter((c) => c.interrupted);
  return {
    blockedTime: calls.reduce((sum, c) => sum + length(blockedSpan(c)), 0),
    attemptsPerContact: contacts === 0 ? null : dials / contacts,
    interruptionsCaused: interrupted.length,
    timeLostToOthers: interrupted.reduce((sum, c) => sum + c.lostMs, 0),
    interruptionsSuffered: calls.filter((c) => c.direction === 'in' && c.connectedMs !== null).length,
  };
}

/** What recipients spent on the phone with the team. */
export const talkTime = (calls: readonly LoggedCall[]): number =>
  calls.reduce((sum, c) => sum + (c.connectedMs === null ? 0 : c.endedMs - c.connectedMs), 0);
