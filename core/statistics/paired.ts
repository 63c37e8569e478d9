import type { Seed } from '@/core/sim/chance/draw';
import { quantile } from '@/core/sim/measures/quantile';
import { bootstrapInterval } from './bootstrap';
import { estimateOf, tInterval } from './interval';
import { hodgesLehmann, signedRankInterval } from './signedRank';

/** One measure of one team in both of its runs, in the measure's unit; null where it was not reached (X5). */
export interface Pair {
  mail: number | null;
  call: number | null;
}

/**
 * What pairs say about call minus mail (X1), in the measure's unit. Means and intervals are null as soon as one pair is
 * censored (X5), and intervals under `fewest` pairs. The median puts a pair with one side censored at the end it
 * belongs to; pairs with both censored say nothing about the difference and are counted in `neither`.
 */
export interface PairedSummary {
  n: number;
  censored: number;
  neither: number;
  mean: number | null;
  t: [number, number] | null;
  bootstrap: [number, number] | null;
  median: number | null;
  centre: number | null;
  centreInterval: [number, number] | null;
  /** Pairs in which the call run has the smaller, the same, the larger figure. */
  smaller: number;
  same: number;
  larger: number;
}

/** Under so many pairs there are points and no interval (X1). */
export const fewest = 8;

export function pairedSummary(pairs: readonly Pair[], seed: Seed): PairedSummary {
  const known = pairs.map(difference).filter((d) => d !== null);
  const censored = pairs.filter((p) => p.mail === null || p.call === null).length;
  const whole = censored === 0 && known.length > 0;
  const enough = whole && known.length >= fewest;
  return {
    n: pairs.length,
    censored,
    neither: pairs.length - known.length,
    mean: whole ? (known.length > 1 ? estimateOf(known).mean : (known[0] ?? null)) : null,
    t: enough ? tInterval(known) : null,
    bootstrap: enough ? bootstrapInterval(known, seed) : null,
    median: finite(quantile(known, 0.5)),
    centre: whole ? hodgesLehmann(known) : null,
    centreInterval: enough ? signedRankInterval(known) : null,
    smaller: known.filter((d) => d < 0).length,
    same: known.filter((d) => d === 0).length,
    larger: known.filter((d) => d > 0).length,
  };
}

/** Call minus mail; infinite where one of them was not reached, null where neither was. */
function difference({ mail, call }: Pair): number | null {
  if (mail === null) return call === null ? null : Number.NEGATIVE_INFINITY;
  return call === null ? Number.POSITIVE_INFINITY : call - mail;
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
