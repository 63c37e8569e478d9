import { describe, expect, it } from 'vitest';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { ln, normalQuantile } from '@/core/sim/chance/maths';
import { bootstrapInterval } from '@/core/statistics/bootstrap';
import { tInterval } from '@/core/statistics/interval';
import { hodgesLehmann, signedRankInterval } from '@/core/statistics/signedRank';

const seed = seedOf('intervals');
const trials = 1_000;

/** Share of trials, each of `n` values made from keyed draws, whose interval holds the true mean. */
function coverage(
  n: number,
  value: (u: number) => number,
  truth: number,
  interval: (values: number[]) => [number, number] | null,
): number {
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    const values = Array.from({ length: n }, (_, i) =>
      value(draw(seed, 'coverage', String(n), '', trial, i)),
    );
    const found = interval(values);
    if (found && found[0] <= truth && truth <= found[1]) held++;
  }
  return held / trials;
}

const bootstrap = (values: number[]) => bootstrapInterval(values, seedOf('resamples'), 299);
const exponential = (u: number) => -ln(u);

describe('intervals', () => {
  it('X3: Student and the studentised bootstrap hold the mean of normal values in 92 to 97 % of 1,000 trials', () => {
    for (const n of [10, 30]) {
      expect(coverage(n, normalQuantile, 0, tInterval)).toBeGreaterThan(0.92);
      expect(coverage(n, normalQuantile, 0, tInterval)).toBeLessThan(0.97);
      expect(coverage(n, normalQuantile, 0, bootstrap)).toBeGreaterThan(0.92);
      expect(coverage(n, normalQuantile, 0, bootstrap)).toBeLessThan(0.97);
    }
  });

  it('X3: the bootstrap holds the mean of 30 exponential values in 92 to 97 % of 1,000 trials', () => {
    const held = coverage(30, exponential, 1, bootstrap);
    expect(held).toBeGreaterThan(0.92);
    expect(held).toBeLessThan(0.97);
  });

  it('X3: a plain percentile bootstrap of 10 exponential values would not pass', () => {
    const percentile = (values: number[]): [number, number] => {
      const means = Array.from({ length: 299 }, (_, r) => {
        const sum = values.reduce(
          (s, _v, i) => s + (values[Math.floor(draw(seed, 'plain', '', '', r, i) * values.length)] ?? 0),
          0,
        );
        return sum / values.length;
      }).sort((a, b) => a - b);
      return [means[7] ?? 0, means[291] ?? 0];
    };
    expect(coverage(10, exponential, 1, percentile)).toBeLessThan(0.92);
  });

  it('the bootstrap is the same each time, another one with another seed, and none of equal values', () => {
    const values = [3, 5, 8, 1, 9, 4, 4, 7];
    expect(bootstrap(values)).toEqual(bootstrap(values));
    expect(bootstrapInterval(values, seedOf('other'), 299)).not.toEqual(bootstrap(values));
    expect(bootstrap([2, 2, 2])).toBeNull();
  });

  it('X1: the depression scale factors of Hollander and Wolfe give their published centre and interval', () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const differences = after.map((y, i) => y - (before[i] ?? 0));
    expect(hodgesLehmann(differences)).toBeCloseTo(-0.46, 3);
    const [low, high] = signedRankInterval(differences) ?? [0, 0];
    expect(low).toBeCloseTo(-0.786, 3);
    expect(high).toBeCloseTo(-0.01, 3);
  });

  it('X1: five values have no finite interval; with many, exact and approximate ranks agree', () => {
    expect(signedRankInterval([1, 2, 3, 4, 5])).toBeNull();
    const values = Array.from({ length: 51 }, (_, i) => normalQuantile(draw(seed, 'many', '', '', i)));
    const exact = signedRankInterval(values.slice(0, 50)) ?? [0, 0];
    const near = signedRankInterval(values) ?? [9, 9];
    expect(Math.abs(exact[0] - near[0])).toBeLessThan(0.1);
    expect(Math.abs(exact[1] - near[1])).toBeLessThan(0.1);
  });
});
