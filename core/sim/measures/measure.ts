import type { EventOf, EventType, NewEvent } from '@/core/contract/event';
import type { Measures } from '@/core/contract/measures';
import type { Scenario } from '@/core/contract/scenario';
import { type AskedRequest, askedRequests, inFlight } from './asked';
import { blockedSpan, callMeasures, type LoggedCall, loggedCalls, talkTime } from './calls';
import { equality, type MemberSince, membersIn } from './members';
import { quantile } from './quantile';
import { busySpans, covered, coveredOutside, type Span } from './spans';

/** Every measure of section M from a run's log, private facts included. Times in simMs, shares 0 to 1. Averages run over [0, end]. */
export function measuresOf(log: readonly NewEvent[], scenario: Pick<Scenario, 'requests'>): Measures {
  let end = 0;
  for (const e of log) if (e.simMs > end) end = e.simMs;
  const asked = askedRequests(
    log,
    scenario.requests.map((r) => r.id),
  );
  const calls = loggedCalls(log, end);
  const of = byType(log);
  const flights = inFlight(asked, end);
  const ofCalls = callMeasures(calls);
  const members = membersIn(log);
  const goal = goalMeasures(asked, scenario);
  const flight = flightMeasures(asked, flights, of, end);
  const count = countMeasures(of);
  const time = timeMeasures(flights, log, of, calls, members, ofCalls.timeLostToOthers, end);
  // Written out: a copy of five parts into one takes longer than most of them.
  return {
    solved: goal.solved,
    firstAnswer: goal.firstAnswer,
    completionTime: goal.completionTime,
    inFlightMax: flight.inFlightMax,
    inFlightMean: flight.inFlightMean,
    outOfOrder: flight.outOfOrder,
    replyRate: flight.replyRate,
    latencyQ50: flight.latencyQ50,
    latencyQ90: flight.latencyQ90,
    deskWhileWaiting: flight.deskWhileWaiting,
    deskDone: count.deskDone,
    messages: count.messages,
    words: count.words,
    clarifications: count.clarifications,
    reminders: count.reminders,
    resumptionLag: time.resumptionLag,
    personTime: time.personTime,
    blockedTime: ofCalls.blockedTime,
    attemptsPerContact: ofCalls.attemptsPerContact,
    interruptionsCaused: ofCalls.interruptionsCaused,
    timeLostToOthers: ofCalls.timeLostToOthers,
    interruptionsSuffered: ofCalls.interruptionsSuffered,
    equality: equality(log, calls, members),
  };
}

/** The events of one type, in order. */
type OfType = <T extends EventType>(type: T) => readonly EventOf<T>[];

/** One walk through the log, so that nothing else looks for its events in all of it. */
function byType(log: readonly NewEvent[]): OfType {
  const lists = new Map<EventType, NewEvent[]>();
  for (const event of log) {
    const list = lists.get(event.type);
    if (list) list.push(event);
    else lists.set(event.type, [event]);
  }
  return <T extends EventType>(type: T) => (lists.get(type) ?? []) as EventOf<T>[];
}

function goalMeasures(asked: readonly AskedRequest[], scenario: Pick<Scenario, 'requests'>) {
  const required = new Set(scenario.requests.filter((r) => r.required).map((r) => r.id));
  const answers = asked.filter((a) => required.has(a.request)).map((a) => a.answeredMs);
  const came = answers.filter((t) => t !== null);
  return {
    solved: required.size === 0 ? null : came.length / required.size,
    firstAnswer: came.length === 0 ? null : Math.min(...came),
    completionTime: came.length === required.size && came.length > 0 ? Math.max(...came) : null,
  };
}

function flightMeasures(asked: readonly AskedRequest[], flights: readonly Span[], of: OfType, end: number) {
  const mailed = asked.filter((a) => a.askedMs !== null);
  const steps = flights.flatMap((f) => [
    { at: f.from, by: 1 },
    { at: f.to, by: -1 },
  ]);
  let now = 0;
  let inFlightMax = 0;
  for (const s of steps.sort((a, b) => a.at - b.at || a.by - b.by)) {
    now += s.by;
    inFlightMax = Math.max(inFlightMax, now);
  }
  const latencies = mailed.map((a) =>
    a.answeredMs === null || a.askedMs === null ? null : a.answeredMs - a.askedMs,
  );
  const some = mailed.length > 0;
  const waiting = (t: number) => flights.some((f) => f.from <= t && t < f.to);
  return {
    inFlightMax: some ? inFlightMax : null,
    inFlightMean: some && end > 0 ? flights.reduce((sum, f) => sum + f.to - f.from, 0) / end : null,
    outOfOrder: outOfOrder(mailed),
    replyRate: some ? latencies.filter((l) => l !== null).length / mailed.length : null,
    latencyQ50: quantile(latencies, 0.5),
    latencyQ90: quantile(latencies, 0.9),
    deskWhileWaiting: of('desk.done').filter((e) => e.data.correct && waiting(e.simMs)).length,
  };
}

/** Share of pairs of answered requests whose answers came in the other order; pairs equal in either moment are left out. */
function outOfOrder(mailed: readonly AskedRequest[]): number | null {
  let pairs = 0;
  let crossed = 0;
  mailed.forEach((a, i) => {
    for (const b of mailed.slice(i + 1)) {
      if (a.askedMs === null || b.askedMs === null || a.answeredMs === null || b.answeredMs === null)
        continue;
      const product = (a.askedMs - b.askedMs) * (a.answeredMs - b.answeredMs);
      if (product !== 0) pairs++;
      if (product < 0) crossed++;
    }
  });
  return pairs === 0 ? null : crossed / pairs;
}

function countMeasures(of: OfType) {
  const undone = new Set(of('mail.undone').map((e) => e.data.mailId));
  const sent = of('mail.sent').filter((e) => !undone.has(e.data.mailId));
  return {
    deskDone: of('desk.done').filter((e) => e.data.correct).length,
    messages: sent.length,
    words: sent.reduce((sum, e) => sum + e.data.words, 0),
    clarifications:
      of('mail.received').filter((e) => e.data.kind === 'clarify').length +
      of('call.heard').filter((e) => e.data.kind === 'question' || e.data.kind === 'unmatched').length,
    reminders: sent.filter((e) => e.data.kind === 'reminder').length,
  };
}

/**
 * `personTime`: of every member blocked, writing and reading, and idle with something in flight since they came; and of
 * recipients handling, talk and lost time.
 */
function timeMeasures(
  flights: readonly Span[],
  log: readonly NewEvent[],
  of: OfType,
  calls: readonly LoggedCall[],
  members: readonly MemberSince[],
  lost: number,
  end: number,
) {
  const ours = members.reduce((sum, { member, since }) => {
    const { scenes, cards } = busySpans(log, member, end);
    const blocked = calls
      .filter((c) => c.actor === member)
      .map(blockedSpan)
      .filter((s) => s !== null);
    const busy = covered([...scenes, ...blocked]);
    return sum + busy + coveredOutside(flights, [before(since), ...scenes, ...cards, ...blocked]);
  }, 0);
  const handling = of('mail.read').reduce((sum, e) => sum + e.data.serviceMs, 0);
  const theirs = handling + talkTime(calls) + lost;
  return { resumptionLag: resumptionLag(log, of, calls), personTime: ours + theirs };
}

/** The time before a member was there. */
const before = (since: number): Span => ({ from: 0, to: since });

/** Median time from a member's opened reply or end of call to their next finished card, if one comes before the next such moment. */
function resumptionLag(log: readonly NewEvent[], of: OfType, calls: readonly LoggedCall[]): number | null {
  const lags: number[] = [];
  const since = new Map<string, number>();
  const replies = new Set(
    of('mail.received')
      .filter((e) => e.data.inReplyTo !== undefined)
      .map((e) => e.data.mailId),
  );
  const whose = new Map(calls.map((c) => [c.callId, c.actor]));
  for (const event of log) {
    if (event.type === 'mail.opened' && replies.has(event.data.mailId)) since.set(event.actor, event.simMs);
    if (event.type === 'call.ended') {
      const member = whose.get(event.data.callId);
      if (member) since.set(member, event.simMs);
    }
    if (event.type !== 'desk.done') continue;
    const from = since.get(event.actor);
    if (from === undefined) continue;
    lags.push(event.simMs - from);
    since.delete(event.actor);
  }
  return quantile(lags, 0.5);
}
