import type { EventOf, NewEvent } from '@/core/contract/event';
import type { AuthoredMail } from '@/core/contract/scenario';
import { wordCount } from '@/core/contract/wordCount';
import type { BusyKind } from '../agenda/interval';
import { sampleMs } from '../chance/distribution';
import { draw } from '../chance/draw';
import { names } from '../chance/names';
import type { Reading } from '../mail/reading';
import { type Due, numberIn, priority } from '../run/dueItem';
import type { CallBack, CallRecord, RunState } from '../run/state';
import { minute } from '../time/localTime';
import { type Person, personOf } from '../world';
import { dialingMs, ended, ringLimitMs } from './dial';
import { agendaNow, linesUsed, ringingHere } from './line';
import { phraseOf, speechMs } from './phrases';
import { slotOf } from './presence';
import { heardEvent, spokeEvent } from './talk';

/** A recipient hangs up after so long without a word (C6). */
export const silenceMs = 120_000;
/** Speaking a message takes so long (BAL 4). */
export const messageMs = 30_000;

const at = (simMs: number, call: CallRecord, events: Due['events'], order = 0): Due => ({
  simMs,
  priority: priority.call,
  order,
  number: numberIn(call.callId),
  events,
});

/** What happens next in a call by itself (C1 to C7). */
export function callDue(state: RunState, call: CallRecord): Due | null {
  const end = (simMs: number, reason: EventOf<'call.ended'>['data']['reason'], order = 0) =>
    at(simMs, call, () => [ended(state, call, reason, simMs, `r:${call.contact}`)], order);
  if (call.direction === 'in' && call.phase === 'ringing') return end(call.simMs + ringLimitMs, 'noAnswer');
  if (call.phase === 'connected') return connectedDue(state, call);
  if (call.phase === 'holding') return holdingDue(state, call);
  if (call.phase === 'voicemail')
    return end(call.messageLeft ? call.sayUntil : call.silentSince + silenceMs, 'noAnswer');
  const { outcome } = call;
  if (!outcome) return null;
  if (outcome.is === 'busy' || outcome.is === 'unobtainable') return end(outcome.at, outcome.is);
  if (call.phase === 'dialing') {
    const simMs = call.simMs + dialingMs;
    const type = outcome.is === 'hold' ? 'call.held' : 'call.ringing';
    return at(simMs, call, () => [{ type, simMs, actor: 'world', data: { callId: call.callId } }]);
  }
  if (outcome.is === 'pickUp')
    return at(outcome.at, call, () => [connected(state, call, outcome.at, `r:${call.contact}`)]);
  return personOf(state.world, call.contact).persona.call.voicemail
    ? at(outcome.at, call, () => [voicemail(state, call, outcome.at)])
    : end(outcome.at, 'noAnswer');
}

function connectedDue(state: RunState, call: CallRecord): Due {
  const hangUp = (simMs: number, order: number) =>
    at(simMs, call, () => [ended(state, call, 'hungUpByThem', simMs, `r:${call.contact}`)], order);
  const { now } = call;
  const next = !now
    ? hangUp(call.silentSince + silenceMs, 1)
    : now.spoken
      ? at(now.endsAt, call, () => [heardEvent(call, now)])
      : at(now.spokenAt, call, () => [spokeEvent(call, now)]);
  const leaves = leavesAt(state, call, next.simMs);
  return leaves === null ? next : hangUp(leaves, 2);
}

const callsAway: ReadonlySet<BusyKind> = new Set(['meeting', 'lunch', 'off']);

/** C6: when a meeting, lunch or the end of their day calls the recipient away from the phone; null where that is not before `limit`. */
function leavesAt(state: RunState, call: CallRecord, limit: number): number | null {
  const { agenda } = personOf(state.world, call.contact);
  const from = call.connectedMs ?? call.simMs;
  return agenda.nextOf(callsAway, from, limit);
}

/** C10: the longest waiting caller is put through when a line is free. */
function holdingDue(state: RunState, call: CallRecord): Due | null {
  const first = state.live.find((c) => c.phase === 'holding' && c.contact === call.contact);
  if (first !== call) return null;
  const { agenda } = personOf(state.world, call.contact);
  const { lines } = personOf(state.world, call.contact).persona.call;
  const now = Math.max(state.simMs, call.phaseMs);
  const put = (simMs: number) =>
    at(simMs, call, () => [connected(state, call, simMs, `r:${call.contact}`)], 3);
  if (linesUsed(state, call.contact, now) < lines) return put(now);
  const other = agenda.at(now);
  if (other?.kind !== 'call') return null;
  return linesUsed(state, call.contact, other.to) < lines ? put(other.to) : null;
}

/** Two lines meet. Whoever was rung loses time if they were at something (C5); whoever rings has chosen the moment. */
export function connected(
  state: RunState,
  call: CallRecord,
  simMs: number,
  actor: NewEvent['actor'],
): EventOf<'call.connected'> {
  const { persona, name } = personOf(state.world, call.contact);
  const { seed } = state.world;
  const slot = slotOf(call.simMs);
  const interrupted = call.direction === 'out' && (call.doing === 'handling' || call.doing === 'focused');
  const lost = sampleMs(persona.call.lost, draw(seed, names.lost, name, '', slot));
  return {
    type: 'call.connected',
    simMs,
    actor,
    data: {
      callId: call.callId,
      contact: call.contact,
      openingMs: sampleMs(persona.call.opening, draw(seed, names.opening, name, '', slot)),
      doing: call.doing,
      interrupted,
      lostMs: interrupted ? lost : 0,
    },
  };
}

function voicemail(state: RunState, call: CallRecord, simMs: number): NewEvent {
  const { recipient } = personOf(state.world, call.contact);
  const { language } = state.world.header.scenario;
  const deputy = recipient.outOfOffice
    ? personOf(state.world, recipient.outOfOffice.deputy).recipient
    : undefined;
  const text = phraseOf(recipient, language, deputy ? 'voicemailDeputy' : 'voicemail', deputy);
  const words = wordCount(text);
  return {
    type: 'call.voicemail',
    simMs,
    actor: `r:${call.contact}`,
    data: {
      callId: call.callId,
      text,
      words,
      untilMs: simMs + speechMs(words),
      ...(deputy && { deputy: deputy.id }),
    },
  };
}

/** C7: a message is listened to in the order of the mail, and decides whether they ring back. */
export function messageHeard(state: RunState, person: Person, call: CallRecord, reading: Reading): NewEvent {
  const { recipient, persona } = person;
  const overhead = Math.round(persona.mail.overhead * minute);
  const agenda = agendaNow(state, recipient.id);
  const handledAt = agenda.workUntil(reading.at, overhead);
  const u = draw(state.world.seed, names.callBack, person.name, '', slotOf(call.simMs));
  const chance = persona.call.callBack.voicemail;
  return {
    type: 'call.messageHeard',
    simMs: reading.at,
    actor: `r:${recipient.id}`,
    data: {
      callId: call.callId,
      by: recipient.id,
      u,
      chance,
      handledAt,
      ...(u < chance && { callBackAt: handledAt }),
    },
  };
}

/** A recipient rings the participant when they are free to. */
export function callBackDue(state: RunState, contact: string, back: CallBack): Due | null {
  if (state.live.some((c) => c.contact === contact && c.phase !== 'voicemail')) return null;
  const simMs = agendaNow(state, contact).freeFrom(Math.max(back.at, state.simMs));
  return {
    simMs,
    priority: priority.call,
    order: 4,
    number: state.counters.call + 1,
    events: () => [incoming(state, contact, simMs, back.why, back.items)],
  };
}

const incoming = (
  state: RunState,
  from: string,
  simMs: number,
  why: EventOf<'call.incoming'>['data']['why'],
  items: string[],
  authored?: string,
): NewEvent => ({
  type: 'call.incoming',
  simMs,
  actor: `r:${from}`,
  data: {
    callId: `k${state.counters.call + 1}`,
    from,
    why,
    items,
    ...(authored !== undefined && { authored }),
  },
});

/** An authored item that comes as a call (P7). */
export const authoredCall = (state: RunState, mail: AuthoredMail, simMs: number): NewEvent =>
  incoming(state, mail.from, simMs, 'authored', [], mail.id);

/** The events that end every call that is going on (T9), or those of one member who is gone (C6). */
export function cutOff(state: RunState, simMs: number, actor?: NewEvent['actor']): NewEvent[] {
  const ours = state.live.filter((c) => actor === undefined || c.actor === actor);
  return ours.map((call) => ended(state, call, call.actor === null ? 'noAnswer' : 'cutOff', simMs, 'world'));
}

/** Whether a call is going on or ringing; a run without is as quiet as by mail. */
export const onThePhone = (state: RunState): boolean => state.lines.size > 0 || ringingHere(state).length > 0;
