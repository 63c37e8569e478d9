import { describe, expect, test } from 'vitest';
import { calendarSchema, type Persona } from '@/core/contract/persona';
import { type Agenda, agendaOf, freeFrom, hoursOf, workUntil } from '@/core/sim/agenda/agenda';
import { seedOf } from '@/core/sim/chance/draw';
import { localStart } from '@/core/sim/time/localTime';
import { prompt } from '@/tests/support/village';

const min = 60_000;
const agenda = (other: Partial<Persona>, seed = 'a', days = 5, aheadMin = 0): Agenda => {
  const persona = { ...prompt, ...other };
  const start = localStart('2026-03-02T00:00');
  const hours = hoursOf({ persona, start, aheadMin, lengthMs: days * 1_440 * min });
  return agendaOf({ seed: seedOf(seed), recipient: 'maya', persona }, hours);
};
const share = (a: Agenda, kind: string, days: number): number =>
  a.filter((b) => b.kind === kind && b.from < days * 1_440 * min).reduce((sum, b) => sum + b.to - b.from, 0) /
  (days * 1_440 * min);
const nineToFive = { from: '09:00', to: '17:00', lunch: null, daysOff: [6, 7] };

describe('P1: an agenda', () => {
  test('P1: is sorted and disjoint, whatever was drawn', () => {
    for (let i = 0; i < 50; i++) {
      const a = agenda(
        {
          calendar: nineToFive,
          meetings: { perSixHours: 6, minutes: 60 },
          away: { share: 0.4, minutes: 20 },
        },
        `s${i}`,
      );
      a.slice(1).forEach((b, k) => expect(b.from).toBeGreaterThanOrEqual(a[k]?.to ?? 0));
    }
  });

  test("P1: working hours are kept in the recipient's own time, and days off are off", () => {
    const off = agenda({ calendar: nineToFive }, 'a', 7);
    expect(freeFrom(off, 0)).toBe(9 * 60 * min);
    expect(freeFrom(off, 17 * 60 * min)).toBe((24 + 9) * 60 * min);
    // From Friday evening to Monday morning.
    expect(freeFrom(off, (4 * 24 + 17) * 60 * min)).toBe((7 * 24 + 9) * 60 * min);
    expect(freeFrom(agenda({ calendar: nineToFive }, 'a', 7, 120), 0)).toBe(7 * 60 * min);
  });

  test('P1: from 00:00 to 24:00 somebody is always there, where a day until 23:59 has a minute off', () => {
    const day = (to: string) => agenda({ calendar: { from: '00:00', to, lunch: null, daysOff: [] } }, 'a', 5);
    expect(day('24:00').filter((b) => b.from < 5 * 1_440 * min && b.to > 0)).toEqual([]);
    expect(day('23:59').filter((b) => b.from < 5 * 1_440 * min && b.to > 0)).toHaveLength(5);
  });

  test('P1: a document may end a day at 24:00, and begins none there', () => {
    const says = (from: string, to: string) =>
      calendarSchema.safeParse({ from, to, lunch: null, daysOff: [] }).success;
    expect([says('00:00', '24:00'), says('24:00', '24:00'), says('00:00', '24:30')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('P1: lunch lies within its window and has its length', () => {
    const calendar = { ...nineToFive, lunch: { earliest: '12:00', latest: '13:15', minutes: 30 } };
    for (let i = 0; i < 30; i++) {
      const lunch = agenda({ calendar }, `l${i}`, 1).find((b) => b.kind === 'lunch');
      expect((lunch?.to ?? 0) - (lunch?.from ?? 0)).toBe(30 * min);
      expect(lunch?.from).toBeGreaterThanOrEqual(12 * 60 * min);
      expect(lunch?.to).toBeLessThanOrEqual((13 * 60 + 15) * min);
    }
  });

  test("P1, P10: spells away and other people's calls take their share of the time", () => {
    const calendar = { from: '00:00', to: '23:59', lunch: null, daysOff: [] };
    const away = agenda({ calendar, away: { share: 0.16, minutes: 10 } }, 'share', 20);
    expect(share(away, 'away', 20)).toBeCloseTo(0.16, 1);
    const line = agenda({ calendar, call: { ...prompt.call, busyShare: 0.12 } }, 'share', 20);
    expect(Math.abs(share(line, 'call', 20) - 0.12)).toBeLessThan(0.03);
  });

  test('R2: the same seed gives the same agenda, another one another', () => {
    const busy = { calendar: nineToFive, away: { share: 0.2, minutes: 10 } };
    expect(agenda(busy, 'one')).toEqual(agenda(busy, 'one'));
    expect(agenda(busy, 'one')).not.toEqual(agenda(busy, 'two'));
  });
});

describe('P3: work goes on only at the desk', () => {
  const a: Agenda = [
    { from: 10, to: 20, kind: 'meeting' },
    { from: 20, to: 25, kind: 'away' },
    { from: 40, to: 50, kind: 'call' },
  ];
  test.each([
    [0, 5, 5],
    [0, 10, 10],
    [0, 11, 26],
    [12, 1, 26],
    [25, 15, 40],
    [25, 16, 51],
    [60, 7, 67],
    [5, 25, 55],
  ])('P3: from %i, %i of work end at %i', (from, work, end) => {
    expect(workUntil(a, from, work)).toBe(end);
  });
  test('P3: nothing to do takes no time but the way back to the desk', () => {
    expect(workUntil(a, 12, 0)).toBe(25);
    expect(freeFrom(a, 25)).toBe(25);
  });
});
