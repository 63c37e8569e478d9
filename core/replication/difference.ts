import { type MeasureName, type Measures, measureNames } from '@/core/contract/measures';
import { quantile } from '@/core/sim/measures/quantile';
import { estimateOf, tInterval } from '@/core/statistics/interval';
import { medianInterval } from '@/core/statistics/medianInterval';

/**
 * One measure, the first minus the second, pair by pair: the k-th replications of both have the same player and the same
 * luck (X2). Mean and its interval are null as soon as one of a pair was not reached (X5); in the median that pair stands at
 * the end it belongs to, and pairs in which neither was reached are left out of it and counted in `neither`.
 */
export interface Difference {
  n: number;
  censored: number;
  neither: number;
  mean: number | null;
  ci95: [number, number] | null;
  median: number | null;
  medianCi95: [number | null, number | null] | null;
  /** Pairs in which the first has the smaller, the same, the larger figure. */
  smaller: number;
  same: number;
  larger: number;
}

export type Pairwise = readonly (readonly [number | null, number | null])[];

export function differenceOf(pairs: Pairwise): Difference {
  const known = pairs.map(([a, b]) => minus(a, b)).filter((d) => d !== null);
  const censored = pairs.filter(([a, b]) => a === null || b === null).length;
  const whole = censored === 0 && known.length > 1;
  const interval = medianInterval(known);
  return {
    n: pairs.length,
    censored,
    neither: pairs.length - known.length,
    mean: whole ? estimateOf(known).mean : null,
    ci95: whole ? tInterval(known) : null,
    median: finite(quantile(known, 0.5)),
    medianCi95: interval && [finite(interval[0]), finite(interval[1])],
    smaller: known.filter((d) => d < 0).length,
    same: known.filter((d) => d === 0).length,
    larger: known.filter((d) => d > 0).length,
  };
}

/** Every measure; null where it applies to one of the two alone, as what is of one channel only does. */
export function differences(
  first: readonly Measures[],
  second: readonly Measures[],
): Record<MeasureName, Difference | null> {
  const of = (name: MeasureName) => {
    const applies = [first, second].every((all) => all.some((m) => m[name] !== null));
    return applies ? differenceOf(first.map((m, k) => [m[name], second[k]?.[name] ?? null])) : null;
  };
  return Object.fromEntries(measureNames.map((name) => [name, of(name)])) as Record<
    MeasureName,
    Difference | null
  >;
}

function minus(a: number | null, b: number | null): number | null {
  if (a === null) return b === null ? null : Number.POSITIVE_INFINITY;
  return b === null ? Number.NEGATIVE_INFINITY : a - b;
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
