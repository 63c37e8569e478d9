import { draw, type Seed } from '@/core/sim/chance/draw';
import { quantile } from '@/core/sim/measures/quantile';
import { estimateOf } from './interval';

/**
 * 95 % interval of a mean by the studentised bootstrap (Efron and Tibshirani 1993, section 12.5), of at least two
 * values, in their unit. Null where all of them are equal. Resamples are keyed by `seed` (R1): the same values give the
 * same interval on every machine.
 */
export function bootstrapInterval(
  values: readonly number[],
  seed: Seed,
  resamples = 999,
): [number, number] | null {
  const { mean: centre, error } = estimateOf(values);
  if (error === 0) return null;
  const pivots: number[] = [];
  for (let r = 0; r < resamples; r++) {
    const again = estimateOf(values.map((_, i) => values[pick(values.length, seed, r, i)] ?? 0));
    // A resample of one value repeated says nothing about its own spread.
    if (again.error > 0) pivots.push((again.mean - centre) / again.error);
  }
  const low = quantile(pivots, 0.025);
  const high = quantile(pivots, 0.975);
  return low === null || high === null ? null : [centre - high * error, centre - low * error];
}

const pick = (n: number, seed: Seed, resample: number, i: number): number =>
  Math.floor(draw(seed, 'bootstrap', '', '', resample, i) * n);
