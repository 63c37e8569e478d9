import type { Actor, EventData, NewEvent } from '@/core/contract/event';
import type { AuthoredMail } from '@/core/contract/scenario';
import { authoredCall, callBackDue, callDue, cutOff, messageHeard } from '../call/due';
import { boxNow, talking } from '../call/line';
import { nextReading } from '../mail/reading';
import { personOf, quietLimit } from '../world';
import { apply } from './apply';
import { authoredEvent } from './authored';
import { inOrder, type Looks } from './coming';
import { type Due, numberIn, priority } from './dueItem';
import { readEvent } from './read';
import { replyEvents } from './reply';
import { type Letter, sendEvents } from './send';
import type { RunState } from './state';

/** Simulated time of the next thing that will be logged without a command; null once the run has ended or has not begun. */
export const nextDue = (state: RunState): number | null => earliest(state)?.simMs ?? null;

/** The events of the one thing that is due next, at its own simulated time. Pure; `[]` when nothing ever will be. */
export const fire = (state: RunState): NewEvent[] => earliest(state)?.events() ?? [];

/** Applies everything due up to and including `until`, in order; `seen` is called after each event is applied. Returns the events. */
export function advance(state: RunState, until: number, seen?: (event: NewEvent) => void): NewEvent[] {
  const all: NewEvent[] = [];
  for (let due = earliest(state); due && due.simMs <= until; due = earliest(state)) {
    for (const event of due.events()) {
      apply(state, event);
      all.push(event);
      seen?.(event);
    }
  }
  return all;
}

const before = (a: Due, b: Due): boolean =>
  a.simMs !== b.simMs
    ? a.simMs < b.simMs
    : a.priority !== b.priority
      ? a.priority < b.priority
      : a.order !== b.order
        ? a.order < b.order
        : a.number < b.number;

/** The first of those that there are. */
function firstOf<T>(all: Iterable<T>, dueOf: (one: T) => Due | null): Due | null {
  let best: Due | null = null;
  for (const one of all) {
    const due = dueOf(one);
    if (due && (best === null || before(due, best))) best = due;
  }
  return best;
}

function earliest(state: RunState): Due | null {
  if (!state.started || state.ended) return null;
  return state.coming.first(state, looks, state.world.lengthMs);
}

const looks: Looks<RunState> = {
  reply: replyDue,
  reading: readingDue,
  bySource: inOrder<RunState>({
    authored: authoredDue,
    quiet: quietDue,
    later: (state) =>
      state.later.size === 0
        ? null
        : firstOf(state.later, ([laterId, later]) => laterDue(state, laterId, later)),
    calls: (state) => (state.live.length === 0 ? null : firstOf(state.live, (call) => callDue(state, call))),
    callBacks: (state) =>
      state.callBacks.size === 0
        ? null
        : firstOf(state.callBacks, ([contact, back]) => callBackDue(state, contact, back)),
    followUps: (state) =>
      state.followUps.size === 0 ? null : firstOf(state.followUps, ([mailId, at]) => followUpDue(mailId, at)),
    end: endOf,
  }),
};

const followUpDue = (mailId: string, at: number): Due =>
  mailDue(at, 5, mailId, () => [{ type: 'followup.due', simMs: at, actor: 'world', data: { mailId } }]);

/** Erased text (A5) goes out as nothing. */
const letterOf = (later: EventData<'mail.scheduled'>): Letter => ({
  ...later,
  subject: later.subject ?? '',
  text: later.text ?? '',
});

/** What falls due while its author is on the phone goes out when the call has ended (C3). */
function laterDue(
  state: RunState,
  laterId: string,
  later: EventData<'mail.scheduled'> & { actor: Actor },
): Due | null {
  if (state.lines.has(later.actor)) return null;
  const simMs = Math.max(later.due, state.simMs);
  return mailDue(simMs, 4, laterId, () => sendEvents(state, letterOf(later), simMs, later.actor, laterId));
}

const mailDue = (simMs: number, order: number, id: string, events: Due['events']): Due => ({
  simMs,
  priority: priority.mail,
  order,
  number: numberIn(id),
  events,
});

function endOf(state: RunState): Due {
  const simMs = state.world.lengthMs;
  return {
    simMs,
    priority: priority.end,
    order: 0,
    number: 0,
    events: () => [
      ...cutOff(state, simMs),
      { type: 'run.ended', simMs, actor: 'world', data: { reason: 'length' } },
    ],
  };
}

function replyDue(state: RunState, id: string): Due | null {
  const handlings = state.people.get(id)?.handling ?? [];
  let next = handlings[0];
  for (const h of handlings) if (next && h.handledAt < next.handledAt) next = h;
  if (!next || talking(state, id)) return null;
  const handling = next;
  return mailDue(handling.handledAt, 0, handling.mailId, () =>
    replyEvents(state, personOf(state.world, id), handling),
  );
}

function readingDue(state: RunState, id: string): Due | null {
  const own = state.people.get(id);
  const person = personOf(state.world, id);
  if (!own || person.recipient.outOfOffice || talking(state, id)) return null;
  if (own.plan === undefined)
    own.plan = own.waiting.length === 0 ? null : nextReading(boxNow(state, id), own.cursor, own.waiting);
  const { plan } = own;
  if (!plan) return null;
  const message = state.calls.get(plan.mailId);
  return mailDue(plan.at, 1, plan.mailId, () => [
    message ? messageHeard(state, person, message, plan) : readEvent(state, person, plan),
  ]);
}

/** The first of those that have a moment; a scenario has up to a hundred, so nothing is made of the others. */
function authoredDue(state: RunState): Due | null {
  let first: { mail: AuthoredMail; index: number; simMs: number } | null = null;
  for (let index = 0; index < state.world.timed.length; index++) {
    const mail = state.world.timed[index];
    const simMs = mail ? authoredAt(state, mail) : null;
    if (mail && simMs !== null && (first === null || simMs < first.simMs)) first = { mail, index, simMs };
  }
  if (!first) return null;
  const { mail, index, simMs } = first;
  return {
    simMs,
    priority: priority.mail,
    order: 2,
    number: index,
    events: () => [rings(state, mail) ? authoredCall(state, mail, simMs) : authoredEvent(state, mail, simMs)],
  };
}

function authoredAt(state: RunState, mail: AuthoredMail): number | null {
  const wanted = state.authored.get(mail.id);
  if (wanted === undefined || wanted === null) return null;
  if (!rings(state, mail)) return wanted;
  // Nobody rings while all their lines are taken by the team: the call comes when one is free.
  return freeToRing(state, mail.from) ? Math.max(wanted, state.simMs) : null;
}

/** P7: at most two items of a scenario ring in call mode; whoever declines gets them by mail. */
const rings = (state: RunState, mail: AuthoredMail): boolean =>
  mail.asCall && state.world.header.mode === 'call' && !state.rungInVain.has(mail.id);

const freeToRing = (state: RunState, from: string): boolean =>
  state.live.filter((c) => c.contact === from).length < personOf(state.world, from).persona.call.lines;

/** P7: when nothing has happened for so long, the next quiet item comes. */
function quietDue(state: RunState): Due | null {
  if (state.quietSent >= quietLimit) return null;
  const next = state.world.quiet.find(({ mail }) => state.authored.has(mail.id));
  if (!next) return null;
  const { mail, index, afterMs } = next;
  const simMs = state.lastTraffic + afterMs;
  return {
    simMs,
    priority: priority.mail,
    order: 3,
    number: index,
    events: () => [authoredEvent(state, mail, simMs)],
  };
}
