import type { Member } from '@/core/contract/ids';
import type { CallView, CaptionView, FactView, MissionItem, RunView } from '@/core/contract/view';

/** The call that takes the participant's line (C3); an incoming one that only rings does not. */
export const lineOf = ({ me, calls }: Pick<RunView, 'me' | 'calls'>): CallView | null =>
  calls.findLast((c) => c.phase !== 'ended' && !ringsHere(c) && !isMates(c, me)) ?? null;

/** Whether a call is on the line of somebody else in the team (P8). */
export const isMates = (call: CallView, me: Member): boolean => call.by !== null && call.by !== me;

/** A recipient's call that waits to be accepted. */
export const ringsHere = (call: CallView): boolean => call.direction === 'in' && call.phase === 'ringing';

export const ringing = (calls: readonly CallView[]): CallView[] => calls.filter(ringsHere);

/** From when on this call blocked, in simulated ms; null where it never did. */
export const blockedFrom = (call: CallView): number | null =>
  call.direction === 'out' ? call.simMs : call.connectedMs;

/** Simulated ms for which one call has blocked by `now`. */
export function blockedMs(call: CallView, now: number): number {
  const from = blockedFrom(call);
  return from === null ? 0 : Math.max(0, (call.endedMs ?? Math.max(now, from)) - from);
}

/** Simulated ms for which all calls have blocked by `now`. */
export const blockedInAll = (calls: readonly CallView[], now: number): number =>
  calls.reduce((sum, call) => sum + blockedMs(call, now), 0);

/** How much of a caption has been spoken by `now`: its first so many words, with the spaces and marks they stand among. */
export function spokenSoFar({ text, simMs, untilMs }: CaptionView, now: number): string {
  const whole = text ?? '';
  if (now >= untilMs || untilMs <= simMs) return whole;
  const words = [...whole.matchAll(/\S+/g)];
  const count = Math.floor(((now - simMs) / (untilMs - simMs)) * words.length) + 1;
  const last = words[Math.min(Math.max(count, 1), words.length) - 1];
  return last ? whole.slice(0, last.index + last[0].length) : '';
}

/**
 * Requests in the order they are offered on the line: what is still owed by this person and those they stand in for (`owners`) first,
 * then what others owe, then what is answered and can be asked again.
 */
export function offered(mission: readonly MissionItem[], owners: readonly string[]): MissionItem[] {
  const rank = (m: MissionItem) => (m.state === 'answered' ? 2 : 0) + (owners.includes(m.contact) ? 0 : 1);
  return [...mission].sort((a, b) => rank(a) - rank(b));
}

/** Facts that the other side has asked for and the participant knows. */
export const wanted = (call: CallView, facts: readonly FactView[]): FactView[] =>
  facts.filter((f) => call.missing.includes(f.id));

/** What a call is doing, for a heading and for whoever listens; `end` once it is over. */
export type Stage =
  | 'dialing'
  | 'ringing'
  | 'holding'
  | 'connected'
  | 'voicemail'
  | 'incoming'
  | NonNullable<CallView['end']>
  | 'missed'
  | 'message';

export function stageOf(call: CallView): Stage {
  if (call.phase !== 'ended') return ringsHere(call) ? 'incoming' : call.phase;
  if (call.messageLeft) return 'message';
  if (call.end === 'noAnswer' && call.direction === 'in') return 'missed';
  return call.end ?? 'cutOff';
}

/** Whoever has voices to choose from keeps the same one for a person: a number from 0 to below `count`. */
export function voiceOf(contact: string, count: number): number {
  let hash = 7;
  for (const letter of contact) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return count === 0 ? 0 : hash % count;
}
