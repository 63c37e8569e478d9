const z975 = 1.959963984540054;
/** Beyond so many values the ranks come from the normal approximation: half to the n would be no number any more. */
const exactUpTo = 1_000;

/**
 * Ranks, from 1, of the sorted values between which the median lies with at least 95 %, whatever they are distributed
 * like (Conover 1999, section 3.2). Null under 6 values, where no two of them are enough.
 */
export function medianRanks(n: number): [number, number] | null {
  const low = n <= exactUpTo ? exactRank(n) : Math.floor(n / 2 - (z975 * Math.sqrt(n)) / 2);
  return low < 1 ? null : [low, n + 1 - low];
}

/** The largest k for which at most k - 1 of n tosses of a coin are heads with at most 2.5 %. */
function exactRank(n: number): number {
  let chance = 1;
  for (let toss = 0; toss < n; toss++) chance /= 2;
  let below = 0;
  let k = 0;
  while (k < n && below + chance <= 0.025) {
    below += chance;
    chance = (chance * (n - k)) / (k + 1);
    k++;
  }
  return k;
}

/**
 * A 95 % interval of the median of values of which null is one that was not reached and stands last (X5), in their unit.
 * Its upper end is null where it falls on one of those. Null where there is no interval.
 */
export function medianInterval(values: readonly (number | null)[]): [number, number | null] | null {
  const ranks = medianRanks(values.length);
  if (!ranks) return null;
  const came = values.filter((v) => v !== null).sort((a, b) => a - b);
  const low = came[ranks[0] - 1];
  return low === undefined ? null : [low, came[ranks[1] - 1] ?? null];
}
