import { describe, expect, it } from 'vitest';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { normalQuantile } from '@/core/sim/chance/maths';
import { groupDifference, orderEffects } from '@/core/statistics/orders';
import { pairedSummary } from '@/core/statistics/paired';
import { findable, pairsNeeded } from '@/core/statistics/power';

const seed = seedOf('pairs');
const noise = (purpose: string, i: number): number => normalQuantile(draw(seed, purpose, '', '', i));

describe('pairs', () => {
  it('X1: the difference is call minus mail, with intervals from eight pairs on', () => {
    const pairs = Array.from({ length: 8 }, (_, i) => ({ mail: 10, call: 14 + noise('d', i) }));
    const summary = pairedSummary(pairs, seed);
    expect(summary.mean).toBeGreaterThan(3);
    for (const interval of [summary.t, summary.bootstrap, summary.centreInterval]) {
      expect(interval?.[0]).toBeLessThan(summary.mean ?? 0);
      expect(interval?.[1]).toBeGreaterThan(summary.mean ?? 0);
      expect(interval?.[0]).toBeGreaterThan(0);
    }
    const seven = pairedSummary(pairs.slice(1), seed);
    expect(seven.mean).not.toBeNull();
    expect([seven.t, seven.bootstrap, seven.centreInterval]).toEqual([null, null, null]);
  });

  it('X5: a run that did not finish is never averaged in, and still counts for the median', () => {
    const pairs = [
      ...Array.from({ length: 8 }, (_, i) => ({ mail: 10, call: 12 + i })),
      { mail: 10, call: null },
      { mail: null, call: null },
    ];
    const summary = pairedSummary(pairs, seed);
    expect(summary).toMatchObject({ n: 10, censored: 2, neither: 1, mean: null, t: null, centre: null });
    expect(summary.median).toBe(6);
    expect(summary).toMatchObject({ smaller: 0, same: 0, larger: 9 });
    expect(pairedSummary([{ mail: 1, call: null }], seed).median).toBeNull();
    expect(pairedSummary([], seed)).toMatchObject({ n: 0, mean: null, median: null });
  });

  it('X1: in AB/BA a known effect of the mode and a known effect of the order are told apart', () => {
    // Call is 6 longer, whoever plays second is 4 faster.
    const team = (purpose: string, i: number, callSecond: boolean) =>
      6 + (callSecond ? -4 : 4) + noise(purpose, i);
    const mailFirst = Array.from({ length: 40 }, (_, i) => team('ab', i, true));
    const callFirst = Array.from({ length: 40 }, (_, i) => team('ba', i, false));
    const { mode, order } = orderEffects(mailFirst, callFirst) ?? { mode: null, order: null };
    expect(mode?.value).toBeCloseTo(6, 0);
    expect(order?.value).toBeCloseTo(-4, 0);
    expect(mode?.interval?.[0]).toBeGreaterThan(5.5);
    expect(mode?.interval?.[1]).toBeLessThan(6.5);
    expect(order?.interval?.[1]).toBeLessThan(-3.5);
    // Averaged without regard to the order, an unbalanced group would take practice for the mode.
    const careless = [...mailFirst, ...callFirst.slice(0, 5)];
    expect(careless.reduce((s, d) => s + d, 0) / careless.length).toBeLessThan(4);
  });

  it('X1: with one order only, order and mode cannot be separated', () => {
    expect(orderEffects([1, 2, 3], [])).toBeNull();
    expect(groupDifference([1, 2], [5, 6])?.value).toBe(4);
    expect(groupDifference([1], [5])).toEqual({ value: 4, interval: null });
    expect(groupDifference([2, 2], [5, 5])?.interval).toEqual([3, 3]);
  });

  it('Welch: with equal spreads the freedom is that of both groups, with one group without spread that of the other', () => {
    // Student's t at 97.5 %: 2.306004 with 8 degrees of freedom, 2.776445 with 4.
    const both = groupDifference([1, 2, 3, 4, 5], [5, 6, 7, 8, 9]);
    expect(both?.interval?.[0]).toBeCloseTo(4 - 2.306004, 5);
    const one = groupDifference([1, 2, 3, 4, 5], [7, 7, 7, 7, 7]);
    expect(one?.interval?.[1]).toBeCloseTo(4 + 2.776445 * Math.sqrt(0.5), 5);
  });

  it('X8: the pairs needed are those of the balance figures, and what they find is what they were asked for', () => {
    // Difference, standard deviation of one pair, pairs for 80 % power.
    const rows: [number, number, number][] = [
      [6.9, 4.6, 6],
      [33.6, 70.8, 37],
      [74.2, 77.3, 11],
      [3.6, 10.1, 63],
    ];
    for (const [difference, deviation, pairs] of rows)
      expect(Math.abs((pairsNeeded(difference, deviation) ?? 0) - pairs)).toBeLessThanOrEqual(2);
    expect(pairsNeeded(0, 1)).toBeNull();
    expect(findable(1, 5)).toBeNull();
    expect(pairsNeeded(findable(20, 5) ?? 0, 5)).toBe(20);
  });
});
