import { describe, expect, test } from 'vitest';
import { poissonCount, quantileMinutes, sampleMs, describe as shown } from '@/core/sim/chance/distribution';
import { draw, philox, type Seed, seedOf } from '@/core/sim/chance/draw';
import { kinds } from './kinds';
import { digests } from './million';
import { reference } from './reference';

const hex = (words: readonly number[]) => words.map((w) => w.toString(16).padStart(8, '0')).join(' ');
const n = 10_000;
/** Two-sided Kolmogorov-Smirnov critical value at alpha = 0.001 for large n. */
const ksLimit = 1.949 / Math.sqrt(n);

const ksOf = (values: readonly number[], F: (x: number) => number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.reduce(
    (d, x, i) => Math.max(d, Math.abs(F(x) - i / sorted.length), Math.abs((i + 1) / sorted.length - F(x))),
    0,
  );
};
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const y = b[i] ?? 0;
    ab += (x - ma) * (y - mb);
    aa += (x - ma) ** 2;
    bb += (y - mb) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
};
const chiSquare = (values: readonly number[], cells: number): number => {
  const counts = new Array<number>(cells).fill(0);
  for (const v of values) counts[Math.floor(v * cells)] = (counts[Math.floor(v * cells)] ?? 0) + 1;
  const expected = values.length / cells;
  return counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
};
/** 99.9 % of chi-square with 99 degrees of freedom. */
const chiLimit = 148.2;

const stream = (seed: Seed, purpose = 'test', a = 'a') =>
  Array.from({ length: n }, (_, i) => draw(seed, purpose, a, '', i));

describe('R1: draws are Philox4x32-10 keyed by seed and names', () => {
  test.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ] as const)('R1: the published vector %#', (counter, key, expected) => {
    expect(hex(philox(counter, key))).toBe(expected);
  });

  test('R1: a draw is named by its key and can be done again', () => {
    const seed = seedOf('meanwhile');
    expect(draw(seed, 'handling', 'maya', 'budget')).toBe(
      draw(seedOf('meanwhile'), 'handling', 'maya', 'budget'),
    );
    expect(draw(seed, 'decision', 'maya', 'budget', 1)).not.toBe(draw(seed, 'decision', 'maya', 'budget', 2));
    expect(draw(seed, 'decision', 'maya', 'budget', 1)).toMatchInlineSnapshot(`0.527764645946756`);
  });

  test('R1: numbers beyond what the counter holds, and seeds of no or too many characters, are refused', () => {
    const seed = seedOf('x');
    for (const [a, b] of [
      [-1, 0],
      [2 ** 22, 0],
      [0, 2 ** 10],
      [0, -1],
      [Number.NaN, 0],
      [1.5, 0],
      [0, 0.5],
    ] as const)
      expect(() => draw(seed, 'p', '', '', a, b)).toThrow(RangeError);
    expect(() => seedOf('')).toThrow(RangeError);
    expect(() => seedOf('x'.repeat(65))).toThrow(RangeError);
  });
});

describe('R4: the quality of draws', () => {
  const seed = seedOf('quality');
  test('R4: uniform by chi-square and Kolmogorov-Smirnov', () => {
    expect(chiSquare(stream(seed), 100)).toBeLessThan(chiLimit);
    expect(ksOf(stream(seed), (x) => x)).toBeLessThan(ksLimit);
  });
  test('R4: no correlation between neighbouring keys, purposes, names, and seeds n and n+1', () => {
    const one = stream(seed);
    const others = [
      one.slice(1).concat(one[0] ?? 0),
      stream(seed, 'other'),
      stream(seed, 'test', 'b'),
      stream([seed[0], (seed[1] + 1) >>> 0]),
      stream(seedOf('quality2')),
    ];
    for (const other of others) expect(Math.abs(correlation(one, other))).toBeLessThan(3.9 / Math.sqrt(n));
  });
  test('R4: a poor generator fails the same checks', () => {
    const raw = Array.from({ length: n }, (_, i) => ((i * 1_664_525 + 1_013_904_223) % 2 ** 16) / 2 ** 16);
    expect(Math.abs(correlation(raw, raw.slice(1).concat(raw[0] ?? 0)))).toBeGreaterThan(3.9 / Math.sqrt(n));
    const skewed = stream(seed).map((u) => u ** 1.1);
    expect(ksOf(skewed, (x) => x)).toBeGreaterThan(ksLimit);
    expect(chiSquare(skewed, 100)).toBeGreaterThan(chiLimit);
  });
});

describe('R3: distributions by inverse transform', () => {
  const seed = seedOf('distributions');
  test.each(Object.keys(kinds).filter((k) => k !== 'constant' && k !== 'empirical'))(
    'R3, R4: %s follows its distribution function',
    (name) => {
      const [dist, F] = [kinds[name], reference[name]];
      if (!dist || !F) throw new RangeError(name);
      const drawn = stream(seed, name);
      const values = drawn.map((u) => quantileMinutes(dist, u));
      expect(ksOf(values, F)).toBeLessThan(ksLimit);
      expect(
        ksOf(
          drawn.map((u) => quantileMinutes(dist, u ** 1.15)),
          F,
        ),
      ).toBeGreaterThan(ksLimit);
    },
  );

  test('R3: medians and quantiles known from elsewhere', () => {
    // LIT 1.4: EMAIL_ALL has median 47 min and 90 % within a day; the fast part of the mixture is 5.4 min.
    expect(shown({ kind: 'lognormal', median: 47, sigma: 2.6704 })).toEqual({
      median: expect.closeTo(47, 6),
      q90: expect.closeTo(1_440, 0),
    });
    // LIT 1.3: log-uniform from 60 s to 7 d has its median at 100.40 min.
    expect(shown({ kind: 'loguniform', low: 1, high: 10_080 }).median).toBeCloseTo(100.4, 2);
    expect(shown({ kind: 'exponential', mean: 6 })).toEqual({
      median: expect.closeTo(6 * Math.LN2, 9),
      q90: expect.closeTo(6 * Math.LN10, 9),
    });
    expect(shown({ kind: 'triangular', low: 0, mode: 0, high: 4 }).median).toBeCloseTo(4 - Math.sqrt(8), 9);
  });

  test('R3: a list of values gives each of them equally often', () => {
    const values = stream(seed).map((u) => quantileMinutes({ kind: 'empirical', values: [3, 1, 2] }, u));
    for (const v of [1, 2, 3]) expect(values.filter((x) => x === v).length / n).toBeCloseTo(1 / 3, 1);
  });

  test('R3: truncation keeps every value between the bounds and piles nothing on them', () => {
    const dist = { kind: 'lognormal', median: 10, sigma: 2, atLeast: 5, atMost: 20 } as const;
    const values = stream(seed).map((u) => quantileMinutes(dist, u));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...values)).toBeLessThanOrEqual(20);
    expect(values.filter((v) => v === 5 || v === 20).length).toBeLessThan(3);
    expect(() => quantileMinutes({ kind: 'uniform', low: 1, high: 2, atLeast: 3 }, 0.5)).toThrow(RangeError);
  });

  test('R3: durations are whole milliseconds and never negative', () => {
    for (const dist of Object.values(kinds))
      for (const u of stream(seed).slice(0, 50))
        expect(Number.isInteger(sampleMs(dist, u)) && sampleMs(dist, u) >= 0).toBe(true);
  });

  test('R3: Poisson counts have their mean and variance', () => {
    const counts = stream(seed).map((u) => poissonCount(1.5, u));
    const mean = counts.reduce((s, c) => s + c, 0) / n;
    const variance = counts.reduce((s, c) => s + (c - mean) ** 2, 0) / n;
    expect(Math.abs(mean - 1.5)).toBeLessThan(4 * Math.sqrt(1.5 / n));
    expect(variance).toBeCloseTo(1.5, 0);
  });
});

describe('R1, R3: pinned numbers', () => {
  test('R1: draws of one seed stay what they are', () => {
    const seed = seedOf('golden');
    expect([
      draw(seed, 'lunch', 'maya'),
      draw(seed, 'card', '0', '1', 2),
      draw(seed, 'p', 'a', 'b', 7, 3),
    ]).toMatchInlineSnapshot(`
        [
          0.9174662482183455,
          0.3104269518957659,
          0.15857487507158757,
        ]
      `);
  });
  test('R3: a thousand values of every kind stay what they are, to the last bit', () => {
    const short = Object.entries(digests(1_000)).map(([name, digest]) => `${name} ${digest.slice(0, 16)}`);
    expect(short).toMatchInlineSnapshot(`
      [
        "constant ec9fefb1120b8ca7",
        "uniform cd7ca11f24155c17",
        "exponential 82328acf5e1d81a8",
        "shiftedExponential df2dc6e406ab9d67",
        "lognormal da6e7da691a3bb96",
        "truncatedLognormal 0f5ef4345dd49c76",
        "lognormalMixture 017d6529968ac560",
        "loguniform 3b94b0ab0119b578",
        "triangular ca1c783af79ad95e",
        "empirical eba72d5c0a7e421b",
      ]
    `);
  });
});
