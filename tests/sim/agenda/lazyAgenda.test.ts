import { expect, test } from 'vitest';
import type { Persona } from '@/core/contract/persona';
import { agendaOf, freeFrom, hoursOf, workBetween, workUntil } from '@/core/sim/agenda/agenda';
import type { BusyKind } from '@/core/sim/agenda/interval';
import { indexAt } from '@/core/sim/agenda/interval';
import { LazyAgenda } from '@/core/sim/agenda/lazyAgenda';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { localStart } from '@/core/sim/time/localTime';
import { prompt } from '@/tests/support/village';

const minute = 60_000;
const calendars = [
  { from: '09:00', to: '17:00', lunch: { earliest: '11:30', latest: '13:30', minutes: 30 }, daysOff: [6, 7] },
  // Meetings run past midnight into the next day.
  { from: '00:00', to: '24:00', lunch: null, daysOff: [] },
  { from: '20:00', to: '24:00', lunch: null, daysOff: [3] },
];
const kinds: ReadonlySet<BusyKind> = new Set(['meeting', 'lunch', 'off']);

/** One person's agenda over a run from a Monday at nine: lazily, and all of it. */
function both(calendar: Persona['calendar'], seed: string, lengthMin: number) {
  const persona: Persona = {
    ...prompt,
    calendar,
    meetings: { perSixHours: 4, minutes: 45 },
    away: { share: 0.3, minutes: 15 },
  };
  const hours = hoursOf({
    persona,
    start: localStart('2026-03-02T09:00'),
    aheadMin: 0,
    lengthMs: lengthMin * minute,
  });
  const setting = { seed: seedOf(seed), recipient: 'maya', persona };
  const whole = agendaOf(setting, hours);
  let drawn = 0;
  const lazy = new LazyAgenda(agendaOf(setting, hours, hours.until), hours.until, () => {
    drawn++;
    return whole;
  });
  return { lazy, whole, until: hours.until, drawn: () => drawn };
}

const cases = calendars.flatMap((calendar) =>
  ['a', 'b', 'c', 'd'].flatMap((seed) => [60, 480, 1_500].map((length) => both(calendar, seed, length))),
);

test('P1: an agenda whose later days are drawn when asked for answers as the whole of it', () => {
  for (const [i, { lazy, whole }] of cases.entries())
    for (let k = 0; k < 200; k++) {
      const t = Math.floor(draw(seedOf('moment'), `t${i}`, '', '', k) * 3_000 * minute);
      const ms = Math.floor(draw(seedOf('moment'), `w${i}`, '', '', k) * 400 * minute);
      const busy = whole[indexAt(whole, t)];
      expect(lazy.at(t)?.kind).toBe(busy && t < busy.to ? busy.kind : undefined);
      expect(lazy.freeFrom(t)).toBe(freeFrom(whole, t));
      expect(lazy.workUntil(t, ms)).toBe(workUntil(whole, t, ms));
      expect(lazy.workBetween(t, t + ms)).toBe(workBetween(whole, t, t + ms));
      const next = whole.find((b, j) => j > indexAt(whole, t) && kinds.has(b.kind));
      expect(lazy.nextOf(kinds, t, Number.POSITIVE_INFINITY)).toBe(next?.from ?? null);
      expect(lazy.nextOf(kinds, t, t + ms)).toBe(next && next.from < t + ms ? next.from : null);
    }
});

test('P1: with a call laid on it, too', () => {
  for (const { lazy, whole } of cases) {
    const call = [{ from: 100 * minute, to: 130 * minute }];
    const later = lazy.with('call', call);
    const all = LazyAgenda.of(whole).with('call', call);
    for (let t = 0; t < 2_800 * minute; t += 7 * minute) expect(later.freeFrom(t)).toBe(all.freeFrom(t));
    expect(later.whole).toEqual(all.whole);
  }
});

test('P1: what is within the run draws no later day, and without the later days the answers would be others', () => {
  const [day] = cases;
  const morning = both(calendars[0] as Persona['calendar'], 'a', 480);
  morning.lazy.freeFrom(10 * minute);
  morning.lazy.at(60 * minute);
  morning.lazy.workBetween(0, 120 * minute);
  expect(morning.drawn()).toBe(0);
  morning.lazy.freeFrom(morning.until);
  expect(morning.drawn()).toBe(1);
  const near = agendaOfNear(day);
  const differs = Array.from({ length: 300 }, (_, k) => (day?.until ?? 0) + k * 5 * minute).some(
    (t) => freeFrom(near, t) !== freeFrom(day?.whole ?? [], t),
  );
  expect(differs).toBe(true);
});

/** What there would be if nobody ever drew the later days: everything before them. */
const agendaOfNear = (one: (typeof cases)[number] | undefined) =>
  (one?.whole ?? []).filter((b) => b.from < (one?.until ?? 0) || b.kind === 'off');
