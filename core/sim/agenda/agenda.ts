import type { Persona } from '@/core/contract/persona';
import { poissonCount } from '../chance/distribution';
import { draw, type Name, type Seed } from '../chance/draw';
import { ln } from '../chance/maths';
import { names } from '../chance/names';
import { day, type LocalStart, minute, minutesOfDay } from '../time/localTime';
import { type Busy, type BusyKind, type Interval, indexAt, lay } from './interval';

/** When a recipient cannot turn to mail: sorted, disjoint, a pure function of seed and persona, the same in every mode (P1, P10). */
export type Agenda = readonly Busy[];

interface Setting {
  seed: Seed;
  recipient: Name;
  persona: Persona;
}

interface Calendar {
  persona: Persona;
  start: LocalStart;
  /** Minutes the recipient's clock is ahead of the participant's. */
  aheadMin: number;
  lengthMs: number;
}

/** When a recipient works, whatever the seed: the days, and the hours outside them. */
export interface Hours {
  days: readonly WorkingDay[];
  outside: readonly Busy[];
  /** What a run hardly ever looks beyond: its end and a little, or the first day that begins after it. */
  until: number;
}

/** The working hours over the run and one day more, so that work in hand at the end has somewhere to go. */
export function hoursOf(calendar: Calendar): Hours {
  const days = workingDays(calendar);
  const outside = lay([], 'off', gapsBetween(days, calendar.lengthMs + day));
  const later = days.find((d) => d.from >= calendar.lengthMs);
  return { days, outside, until: Math.min(later?.from ?? never, calendar.lengthMs + beyondMs) };
}

const never = Number.POSITIVE_INFINITY;
/** Work that is in hand at the end of a run is mostly done by then. */
const beyondMs = 30 * minute;

/** Mean length in minutes of one of other people's calls (BAL 4: CALL_BANK talk). */
const otherCallMin = 3.4;

/** The recipient's agenda over their working hours; right for every moment before `until`, and perhaps less than whole from there on. */
export function agendaOf(setting: Setting, hours: Pick<Hours, 'days' | 'outside'>, until = never): Agenda {
  const { outside } = hours;
  const days = hours.days.filter((d) => d.from < until);
  const { away, call } = setting.persona;
  let taken = outside;
  const layer = (kind: BusyKind, pieces: Interval[]) => {
    if (pieces.length > 0) taken = lay(taken, kind, pieces);
  };
  layer('lunch', merged(onEach(days, (d) => lunchOf(setting, d))));
  layer('meeting', merged(onEach(days, (d) => meetingsOf(setting, d))));
  layer(
    'away',
    merged(onEach(days, (d) => renewal(setting, names.away, d, away.share, away.minutes, until))),
  );
  layer(
    'call',
    merged(onEach(days, (d) => renewal(setting, names.line, d, call.busyShare, otherCallMin, until))),
  );
  return taken;
}

function onEach(days: readonly WorkingDay[], pieces: (d: WorkingDay) => Interval[]): Interval[] {
  const all: Interval[] = [];
  for (const d of days) for (const p of pieces(d)) all.push(p);
  return all;
}

/** The agenda of somebody out of office (P5), whatever their persona would have them do; longer than any run. */
export const goneForGood: Agenda = [{ kind: 'off', from: -day, to: 30 * day }];

interface WorkingDay extends Interval {
  index: number;
  /** simMs of the recipient's midnight that began the day. */
  midnight: number;
}

function workingDays({ persona, start, aheadMin, lengthMs }: Calendar): WorkingDay[] {
  const { from, to, daysOff } = persona.calendar;
  const localStartMs = (start.minuteOfDay + aheadMin) * minute;
  const firstMidnight = -localStartMs;
  const days: WorkingDay[] = [];
  for (let index = -1; firstMidnight + index * day < lengthMs + day; index++) {
    const midnight = firstMidnight + index * day;
    const weekday = ((((start.weekday - 1 + index) % 7) + 7) % 7) + 1;
    const end = midnight + minutesOfDay(to) * minute;
    if (daysOff.includes(weekday) || end <= 0) continue;
    days.push({ index: index + 1, midnight, from: midnight + minutesOfDay(from) * minute, to: end });
  }
  return days;
}

function gapsBetween(days: readonly Interval[], until: number): Interval[] {
  const gaps: Interval[] = [];
  let from = -day;
  for (const d of days) {
    if (d.from > from) gaps.push({ from, to: d.from });
    from = d.to;
  }
  if (from < until) gaps.push({ from, to: until });
  return gaps;
}

function lunchOf({ seed, recipient, persona }: Setting, d: WorkingDay): Interval[] {
  const { lunch } = persona.calendar;
  if (!lunch || lunch.minutes === 0) return [];
  const earliest = minutesOfDay(lunch.earliest);
  const room = Math.max(0, minutesOfDay(lunch.latest) - lunch.minutes - earliest);
  const from =
    d.midnight + Math.round((earliest + room * draw(seed, names.lunch, recipient, '', d.index)) * minute);
  return [{ from, to: from + Math.round(lunch.minutes * minute) }];
}

/** A Poisson number of meetings, spread evenly over the day, each 0.5 to 1.5 times the persona's length. */
function meetingsOf({ seed, recipient, persona }: Setting, d: WorkingDay): Interval[] {
  const { perSixHours, minutes } = persona.meetings;
  const expected = (perSixHours * (d.to - d.from)) / (6 * 60 * minute);
  const count = expected > 0 ? poissonCount(expected, draw(seed, names.meetings, recipient, '', d.index)) : 0;
  const meetings: Interval[] = [];
  for (let k = 0; k < count; k++) {
    const u = draw(seed, names.meetingStart, recipient, '', d.index, k);
    const from = d.from + Math.round((d.to - d.from) * u);
    const share = 0.5 + draw(seed, names.meetingLength, recipient, '', d.index, k);
    meetings.push({ from, to: from + Math.round(minutes * share * minute) });
  }
  return meetings;
}

/** Alternating exponential spells with mean `minutes`, taking `share` of the day in the long run; stationary at the day's start. Those that begin before `until`. */
function renewal(
  s: Setting,
  purpose: Name,
  d: WorkingDay,
  share: number,
  minutes: number,
  until: number,
): Interval[] {
  if (share <= 0) return [];
  const spells: Interval[] = [];
  const mean = minutes * minute;
  const pause = (mean * (1 - share)) / share;
  const u = (k: number) => draw(s.seed, purpose, s.recipient, '', d.index, k);
  let inside = u(0) < share;
  let t = d.from;
  const end = Math.min(d.to, until);
  for (let k = 1; t < end && k < 1_000; k++) {
    const next = t + Math.round(-ln(1 - u(k)) * (inside ? mean : pause));
    if (inside && next > t) spells.push({ from: t, to: Math.min(next, d.to) });
    inside = !inside;
    t = next;
  }
  return spells;
}

function inOrder(pieces: readonly Interval[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { from } of pieces) {
    if (from < before) return false;
    before = from;
  }
  return true;
}

/** Sorted, and what touches put together; the list and its members are changed. */
function merged(pieces: Interval[]): Interval[] {
  const out: Interval[] = [];
  if (!inOrder(pieces)) pieces.sort((a, b) => a.from - b.from);
  for (const p of pieces) {
    const last = out[out.length - 1];
    if (last && p.from <= last.to) last.to = Math.max(last.to, p.to);
    else out.push(p);
  }
  return out;
}

/** The first moment at or after t at the desk. */
export function freeFrom(agenda: Agenda, t: number): number {
  let at = t;
  for (let i = Math.max(0, indexAt(agenda, t)); i < agenda.length; i++) {
    const b = agenda[i];
    if (!b || b.from > at) break;
    if (at < b.to) at = b.to;
  }
  return at;
}

/** When `ms` of desk time, begun at or after t, are done; what comes between only suspends it. */
export function workUntil(agenda: Agenda, t: number, ms: number): number {
  let at = freeFrom(agenda, t);
  let left = ms;
  for (let i = indexAt(agenda, at) + 1; i < agenda.length; i++) {
    const b = agenda[i];
    if (!b || b.from - at >= left) break;
    left -= Math.max(0, b.from - at);
    at = b.to;
  }
  return at + left;
}

/** Desk time between two moments: the part of `from` to `to` that nothing on the agenda covers. */
export function workBetween(agenda: Agenda, from: number, to: number): number {
  let free = Math.max(0, to - from);
  for (let i = Math.max(0, indexAt(agenda, from)); i < agenda.length; i++) {
    const b = agenda[i];
    if (!b || b.from >= to) break;
    free -= Math.max(0, Math.min(b.to, to) - Math.max(b.from, from));
  }
  return free;
}
