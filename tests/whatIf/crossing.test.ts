import { describe, expect, test } from 'vitest';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { type Crossing, crossingOf, type Sign } from '@/core/statistics/crossing';
import { medianInterval, medianRanks } from '@/core/statistics/medianInterval';
import { monotone } from '@/core/statistics/monotone';
import { shareInterval } from '@/core/statistics/shareInterval';

const values = [1, 2, 4, 6, 8, 10];
const seed = seedOf('crossing');

/** Pairs whose chance to have the first ahead falls from 0.8 to 0.2, and is one half at `truth`; a pair has one luck everywhere. */
function pairs(truth: number, n: number, trial: number): Sign[][] {
  return values.map((x, i) =>
    Array.from({ length: n }, (_, k) => {
      const own = draw(seed, 'pair', '', '', trial * 64 + i, k);
      const p = Math.min(0.8, Math.max(0.2, 0.5 - (x - truth) * 0.06));
      return own < p ? 1 : -1;
    }),
  );
}

const covers = ({ low, high }: Crossing, truth: number): boolean =>
  (low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY);

describe('X4: where two policies cross', () => {
  test('by hand: signs from 1 over 0.5 to -0.5 are zero halfway', () => {
    const signs: Sign[][] = [
      [1, 1, 1, 1],
      [1, 1, 1, -1],
      [1, -1, -1, -1],
    ];
    expect(crossingOf([2, 4, 6], signs, seed)).toMatchObject({ left: 1, right: -1, at: 5 });
  });

  test('a policy that is ahead everywhere crosses nowhere, and the interval says on which side it might', () => {
    const ahead = crossingOf(
      [1, 2],
      [
        [1, 1, 1, 1, 1, 1],
        [1, 1, 1, 1, -1, -1],
      ] as Sign[][],
      seed,
    );
    expect(ahead).toMatchObject({ left: 1, right: 1, at: null, high: null });
    expect(ahead?.low).toBeGreaterThan(1);
    const never = crossingOf([1, 2], [Array(9).fill(1), Array(9).fill(1)] as Sign[][], seed);
    expect(never).toMatchObject({ at: null, low: null, high: null });
  });

  test('the same pairs have the same interval, and twenty times as many a narrower one', () => {
    const few = crossingOf(values, pairs(5, 50, 0), seed);
    expect(crossingOf(values, pairs(5, 50, 0), seed)).toEqual(few);
    const many = crossingOf(values, pairs(5, 1_000, 0), seed);
    const width = (c: Crossing | null) => (c?.high ?? 10) - (c?.low ?? 1);
    expect(width(many)).toBeLessThan(width(few) / 2);
    expect(many?.at).toBeCloseTo(5, 0);
  });

  test('the 95 % interval covers the true place in 90 to 99 % of 200 trials; half as wide it does not', () => {
    const found = Array.from({ length: 200 }, (_, trial) =>
      crossingOf(values, pairs(5, 100, trial), seedOf(`trial ${trial}`), 200),
    ).filter((c) => c !== null);
    const share = (of: (c: Crossing) => Crossing) => found.filter((c) => covers(of(c), 5)).length / 200;
    const half = (c: Crossing): Crossing => {
      const at = c.at ?? 5;
      return { ...c, low: at - (at - (c.low ?? 1)) / 2, high: at + ((c.high ?? 10) - at) / 2 };
    };
    expect(share((c) => c)).toBeGreaterThanOrEqual(0.9);
    expect(share((c) => c)).toBeLessThanOrEqual(0.99);
    expect(share(half)).toBeLessThan(0.85);
  }, 30_000);

  test('without two values or without a pair there is none', () => {
    expect(crossingOf([1], [[1]], seed)).toBeNull();
    expect(crossingOf([1, 2], [[], []], seed)).toBeNull();
  });
});

describe('X3: intervals behind the bands', () => {
  test('monotone fit: neighbours in the wrong order are pooled (Barlow et al. 1972)', () => {
    expect(monotone([1, 3, 2, 4])).toEqual([1, 2.5, 2.5, 4]);
    expect(monotone([3, 2, 1])).toEqual([2, 2, 2]);
  });

  test('the ranks of a median are those of the tables (Conover 1999): n = 6, 10, 20, 100', () => {
    expect([5, 6, 10, 20, 100].map(medianRanks)).toEqual([null, [1, 6], [2, 9], [6, 15], [40, 61]]);
  });

  test('exact and approximate ranks meet where one gives way to the other', () => {
    const [exact] = medianRanks(1_000) ?? [0];
    const [near] = medianRanks(1_001) ?? [0];
    expect(Math.abs(exact - near)).toBeLessThanOrEqual(1);
  });

  test('X5: what was not reached stands last: the interval of a median may have no upper end', () => {
    expect(medianInterval([1, 2, 3, 4, 5, null, null, null, null, null])).toEqual([2, null]);
    expect(medianInterval([null, null, null, null, null, null, 1, 2])).toEqual([1, null]);
    expect(medianInterval([1, 2, 3])).toBeNull();
  });

  test('Wilson: 0 of 10 and 5 of 10, by the published formula', () => {
    const [low, high] = shareInterval(0, 10);
    expect([low, Number(high.toFixed(4))]).toEqual([0, 0.2775]);
    expect(shareInterval(5, 10).map((x) => Number(x.toFixed(4)))).toEqual([0.2366, 0.7634]);
  });
});
