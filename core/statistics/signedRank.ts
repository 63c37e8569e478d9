import { quantile } from '@/core/sim/measures/quantile';

/** All averages of two of the values, each with itself too (Walsh), in order. */
export function walshAverages(values: readonly number[]): number[] {
  const all: number[] = [];
  for (let i = 0; i < values.length; i++)
    for (let j = i; j < values.length; j++) all.push(((values[i] ?? 0) + (values[j] ?? 0)) / 2);
  return all.sort((a, b) => a - b);
}

/** The Hodges-Lehmann estimate of the centre: the median of the Walsh averages. Null without values. */
export const hodgesLehmann = (values: readonly number[]): number | null =>
  quantile(walshAverages(values), 0.5);

/** Beyond so many values the normal approximation of the signed-rank statistic is used. */
const exactUpTo = 50;
const z975 = 1.959963984540054;

/**
 * An interval of the centre of symmetry that covers it with at least 95 %, from the signed-rank test (Hollander, Wolfe
 * and Chicken 2014, section 3.3), in the unit of the values. Null under 6 values, where no such interval is finite.
 */
export function signedRankInterval(values: readonly number[]): [number, number] | null {
  const n = values.length;
  const k = n <= exactUpTo ? exactRank(n) : Math.floor((n * (n + 1)) / 4 - z975 * spread(n));
  if (k < 1) return null;
  const averages = walshAverages(values);
  const [low, high] = [averages[k - 1], averages[averages.length - k]];
  return low === undefined || high === undefined ? null : [low, high];
}

const spread = (n: number): number => Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);

/** The largest k with P(W <= k - 1) at most 2.5 %, W the sum of the positive ranks of n values around 0; 0 if there is none. */
function exactRank(n: number): number {
  const most = (n * (n + 1)) / 2;
  let chance = new Float64Array(most + 1);
  chance[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    const next = new Float64Array(most + 1);
    for (let w = 0; w <= most; w++)
      next[w] = ((chance[w] ?? 0) + (w >= rank ? (chance[w - rank] ?? 0) : 0)) / 2;
    chance = next;
  }
  let below = 0;
  let k = 0;
  while (below + (chance[k] ?? 1) <= 0.025) below += chance[k++] ?? 1;
  return k;
}
