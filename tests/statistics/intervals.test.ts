import { describe, expect, it } from 'vitest';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { normalQuantile } from '@/core/sim/chance/maths';
import { bootstrapInterval } from '@/core/statistics/bootstrap';
import { hodgesLehmann, signedRankInterval } from '@/core/statistics/signedRank';
import { coverage, exponential, type Interval } from '../validation/coverage';

const seed = seedOf('intervals');
const bootstrap = (values: number[]) => bootstrapInterval(values, seedOf('resamples'), 299);

describe('intervals', () => {
  it('X3: a plain percentile bootstrap of 10 exponential values would not pass', () => {
    const percentile: Interval = (values) => {
      const means = Array.from({ length: 299 }, (_, r) => {
        const sum = values.reduce(
          (s, _v, i) => s + (values[Math.floor(draw(seed, 'plain', '', '', r, i) * values.length)] ?? 0),
          0,
        );
        return sum / values.length;
      }).sort((a, b) => a - b);
      return [means[7] ?? 0, means[291] ?? 0];
    };
    expect(coverage({ ...exponential, n: 10 }, percentile)).toBeLessThan(0.92);
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
