import type { Doing } from '@/core/contract/call';
import type { Actor } from '@/core/contract/event';
import { lay } from '../agenda/interval';
import type { LazyAgenda } from '../agenda/lazyAgenda';
import type { Mailbox } from '../mail/reading';
import type { CallRecord, RunState } from '../run/state';
import { personOf } from '../world';
import { doingAt, engagedAt } from './presence';

/** The call that blocks this member of the team, if any (C3). */
export function blockingCall(state: RunState, actor: Actor): CallRecord | null {
  const id = state.lines.get(actor);
  return (id === undefined ? undefined : state.calls.get(id)) ?? null;
}

/** Calls from recipients that are ringing here. */
export const ringingHere = (state: RunState): CallRecord[] =>
  state.live.filter((c) => c.direction === 'in' && c.phase === 'ringing');

/** Whether this recipient is talking to a participant now. */
export const talking = (state: RunState, contact: string): boolean =>
  state.live.some((c) => c.contact === contact && c.phase === 'connected');

/** A recipient's agenda with the calls that participants had with them, each up to the end of the lag it cost (C5). */
export const agendaNow = (state: RunState, contact: string): LazyAgenda =>
  state.people.get(contact)?.agenda ?? personOf(state.world, contact).agenda;

export function boxNow(state: RunState, contact: string): Mailbox {
  const { box } = personOf(state.world, contact);
  const own = state.people.get(contact);
  if (!own?.agenda) return box;
  // Written out: a copy to which a field is added costs V8 ten times as much.
  return {
    seed: box.seed,
    recipient: box.recipient,
    profile: box.profile,
    agenda: own.agenda,
    traffic: box.traffic,
    otherMailMs: box.otherMailMs,
    midnight: box.midnight,
    calls: own.calls,
  };
}

/** Remembers that a recipient was on the phone with a participant, and in the lag after. */
export function addCall(state: RunState, contact: string, from: number, to: number): void {
  const own = state.people.get(contact);
  if (!own || to <= from) return;
  own.calls = lay(own.calls, 'call', [{ from, to }]);
  own.agenda = agendaNow(state, contact).with('call', [{ from, to }]);
}

/** Lines of this recipient that are taken: by participants, and by whoever else they are talking to. */
export function linesUsed(state: RunState, contact: string, t: number, but?: string): number {
  const ours = state.live.filter(
    (c) =>
      c.contact === contact &&
      c.callId !== but &&
      (c.phase === 'connected' || c.phase === 'ringing' || (c.phase === 'dialing' && rings(c))),
  ).length;
  const { agenda } = personOf(state.world, contact);
  return ours + (engagedAt(agenda, t) === 'call' ? 1 : 0);
}

const rings = (call: CallRecord): boolean =>
  call.outcome === null || call.outcome.is === 'pickUp' || call.outcome.is === 'noAnswer';

/** P11 at `t`: what the agenda says, else mail in hand, else focused or free. */
export function doingNow(state: RunState, contact: string, t: number): Doing {
  const person = personOf(state.world, contact);
  if (talking(state, contact)) return 'call';
  const doing = doingAt(state.world.seed, person, person.agenda, t);
  const own = state.people.get(contact);
  const handling = own?.handling.some((h) => h.handledAt > t) || (own !== undefined && own.cursor.t > t);
  return handling && (doing === 'focused' || doing === 'free') ? 'handling' : doing;
}
