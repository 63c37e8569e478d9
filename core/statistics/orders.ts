import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, sampleVariance } from 'simple-statistics';

/** A figure with its 95 % interval, in the unit of the values. */
export interface Effect {
  value: number;
  interval: [number, number] | null;
}

/** What two balanced orders tell apart: what the mode does, and what being second does, whichever mode it is. */
export interface OrderEffects {
  mode: Effect;
  order: Effect;
}

/**
 * Mode effect (call minus mail) and order effect (second run minus first) of a two-period crossover, from the
 * differences call minus mail of the teams that began by mail and of those that began by call (Hills and Armitage 1979;
 * Senn 2002, section 3.4). Both rest on there being no carry-over that differs between the orders. Null where one order
 * is empty: then order and mode cannot be separated. Intervals are Welch's, null with one team in an order.
 */
export function orderEffects(
  mailFirst: readonly number[],
  callFirst: readonly number[],
): OrderEffects | null {
  if (mailFirst.length === 0 || callFirst.length === 0) return null;
  const [a, b] = [mean([...mailFirst]), mean([...callFirst])];
  const half = halfWidth(mailFirst, callFirst);
  return { mode: effect((a + b) / 2, half), order: effect((a - b) / 2, half) };
}

/** The difference of two groups' means, second minus first, with Welch's interval; null where one is empty. */
export function groupDifference(first: readonly number[], second: readonly number[]): Effect | null {
  if (first.length === 0 || second.length === 0) return null;
  const half = halfWidth(first, second);
  return effect(mean([...second]) - mean([...first]), half === null ? null : half * 2);
}

const effect = (value: number, half: number | null): Effect => ({
  value,
  interval: half === null ? null : [value - half, value + half],
});

/** Half the width of the interval of half the difference of two means (Welch 1947). */
function halfWidth(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 2 || b.length < 2) return null;
  const [va, vb] = [sampleVariance([...a]) / a.length, sampleVariance([...b]) / b.length];
  const sum = va + vb;
  if (sum === 0) return 0;
  const freedom = (sum * sum) / ((va * va) / (a.length - 1) + (vb * vb) / (b.length - 1));
  return (tQuantile(0.975, freedom) * Math.sqrt(sum)) / 2;
}
