import { draw, type Seed } from '@/core/sim/chance/draw';
import { quantile } from '@/core/sim/measures/quantile';
import { monotone } from './monotone';

/** Who is ahead, as one pair says: 1 the first, -1 the second, 0 neither. */
export type Sign = -1 | 0 | 1;

/**
 * Where, along a swept parameter, the first is ahead in as many pairs as the second (X4). `left` and `right` are who is
 * ahead at either end. `at` and the 95 % interval are in the unit of the parameter; null is outside of what was swept: for
 * `low` below its first value, for `high` above its last. `at` null: one of them is ahead everywhere.
 */
export interface Crossing {
  left: Sign;
  right: Sign;
  at: number | null;
  low: number | null;
  high: number | null;
}

const outsideLeft = Number.NEGATIVE_INFINITY;
const outsideRight = Number.POSITIVE_INFINITY;

/**
 * Locates the crossing by the monotone fit to the mean signs, which crosses once, linear between values. `signs[i][k]` is
 * pair k at `values[i]`; the same k has the same luck at every value, so pairs are resampled whole: a percentile bootstrap
 * of the location, in the direction that all pairs together have. Null without two values, or without a pair at each.
 */
export function crossingOf(
  values: readonly number[],
  signs: readonly (readonly Sign[])[],
  seed: Seed,
  resamples = 400,
): Crossing | null {
  const pairs = Math.min(...signs.map((row) => row.length));
  if (values.length < 2 || pairs < 1 || signs.length !== values.length) return null;
  const means = signs.map((row) => row.slice(0, pairs).reduce<number>((sum, s) => sum + s, 0) / pairs);
  const rising = slope(means) >= 0;
  const at = locate(values, means, rising);
  const places = Array.from({ length: resamples }, (_, r) =>
    locate(values, resampled(signs, pairs, seed, r), rising),
  );
  const sides = sidesOf(means, rising);
  return {
    ...sides,
    at: inside(at),
    low: inside(quantile(places, 0.025) ?? outsideLeft),
    high: inside(quantile(places, 0.975) ?? outsideRight),
  };
}

const inside = (place: number): number | null => (Number.isFinite(place) ? place : null);

function slope(means: readonly number[]): number {
  const middle = (means.length - 1) / 2;
  return means.reduce((sum, m, i) => sum + (i - middle) * m, 0);
}

function fitted(means: readonly number[], rising: boolean): number[] {
  return rising ? monotone(means) : monotone(means.map((m) => -m)).map((m) => -m);
}

function sidesOf(means: readonly number[], rising: boolean): { left: Sign; right: Sign } {
  const fit = fitted(means, rising);
  return { left: signOf(fit[0] ?? 0), right: signOf(fit.at(-1) ?? 0) };
}

const signOf = (x: number): Sign => (x > 0 ? 1 : x < 0 ? -1 : 0);

/** Where the fit is zero; infinite where it keeps its sign, on the side where it comes nearer to zero. */
function locate(values: readonly number[], means: readonly number[], rising: boolean): number {
  const fit = fitted(means, rising);
  const up = rising ? fit : fit.map((f) => -f);
  const after = up.findIndex((f) => f > 0);
  const reached = up.findIndex((f) => f >= 0);
  if (reached < 0) return outsideRight;
  if (after === 0) return outsideLeft;
  // Flat at zero: the middle of it.
  if (up[reached] === 0) {
    const end = after < 0 ? up.length - 1 : after - 1;
    return ((values[reached] ?? 0) + (values[end] ?? 0)) / 2;
  }
  const [x0, x1] = [values[after - 1] ?? 0, values[after] ?? 0];
  const [f0, f1] = [up[after - 1] ?? 0, up[after] ?? 0];
  return x0 + ((x1 - x0) * -f0) / (f1 - f0);
}

function resampled(signs: readonly (readonly Sign[])[], pairs: number, seed: Seed, r: number): number[] {
  const sums = signs.map(() => 0);
  for (let i = 0; i < pairs; i++) {
    const picked = Math.floor(
      draw(seed, 'crossing', '', '', r * 1_024 + Math.floor(i / 1_024), i % 1_024) * pairs,
    );
    for (let x = 0; x < signs.length; x++) sums[x] = (sums[x] ?? 0) + (signs[x]?.[picked] ?? 0);
  }
  return sums.map((sum) => sum / pairs);
}
