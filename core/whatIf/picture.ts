import { mean } from 'simple-statistics';
import type { PolicyName } from '@/core/contract/policy';
import type { StudyMeasure } from '@/core/contract/whatIf';
import { seedOf } from '@/core/sim/chance/draw';
import { quantile } from '@/core/sim/measures/quantile';
import { type Crossing, crossingOf, type Sign } from '@/core/statistics/crossing';
import { tInterval } from '@/core/statistics/interval';
import { medianInterval } from '@/core/statistics/medianInterval';
import { shareInterval } from '@/core/statistics/shareInterval';

/**
 * One place of a curve: the middle and its 95 % interval, in the measure's unit, of `n` replications of which `never` were
 * not reached. Null is not reached (X5): `centre` where half or more were not, `high` where the interval goes on to there.
 * `low` and `high` both absent: too few replications for an interval.
 */
export interface Place {
  x: number;
  n: number;
  never: number;
  centre: number | null;
  band: { low: number | null; high: number | null } | null;
}

export interface Curve {
  policy: PolicyName;
  places: Place[];
}

/** Curves of one measure over what is swept, and where the first two cross. */
export interface Picture {
  curves: Curve[];
  /** Whose pairs are compared; null with one curve, and for what is zero by mail by construction (X6). */
  compared: { first: PolicyName; second: PolicyName; crossing: Crossing } | null;
}

/** What one policy came to in one measure so far, by value of what is swept. */
export interface Series {
  policy: PolicyName;
  figures: readonly (readonly (number | null)[])[];
}

type Middle = 'median' | 'mean' | 'share';

/** Times that may not be reached have medians; shares and amounts have means. */
export const middleOf: Record<StudyMeasure, Middle> = {
  completionTime: 'median',
  finished: 'share',
  firstAnswer: 'median',
  deskDone: 'mean',
  personTime: 'mean',
  blockedTime: 'mean',
  timeLostToOthers: 'mean',
};

/** Whether less of it is better. */
const lessIsBetter: Record<StudyMeasure, boolean> = {
  completionTime: true,
  finished: false,
  firstAnswer: true,
  deskDone: false,
  personTime: true,
  blockedTime: true,
  timeLostToOthers: true,
};

/** Zero by mail whatever anybody does: shown, never compared (X6). */
const byConstruction: readonly StudyMeasure[] = ['blockedTime', 'timeLostToOthers'];

/** Draws the picture of one measure from what was played so far. */
export function pictureOf(
  values: readonly number[],
  measure: StudyMeasure,
  series: readonly Series[],
  seed: string,
): Picture {
  return {
    curves: series.map(({ policy, figures }) => ({
      policy,
      places: values.map((x, at) => placeOf(x, figures[at] ?? [], middleOf[measure])),
    })),
    compared: comparedOf(values, measure, series, seed),
  };
}

function placeOf(x: number, all: readonly (number | null)[], middle: Middle): Place {
  const known = all.filter((v) => v !== null);
  const base = { x, n: all.length, never: all.length - known.length };
  if (middle === 'median') {
    const interval = medianInterval(all);
    const band = interval && { low: interval[0], high: interval[1] };
    return { ...base, centre: quantile(all, 0.5), band };
  }
  if (known.length === 0) return { ...base, centre: null, band: null };
  const centre = mean(known);
  if (known.length < 2) return { ...base, centre, band: null };
  const [low, high] =
    middle === 'share' ? shareInterval(Math.round(centre * known.length), known.length) : tInterval(known);
  return { ...base, centre, band: { low, high } };
}

function comparedOf(
  values: readonly number[],
  measure: StudyMeasure,
  series: readonly Series[],
  seed: string,
): Picture['compared'] {
  const [a, b] = pairIn(series.map((s) => s.policy));
  if (a === undefined || b === undefined || byConstruction.includes(measure)) return null;
  const signs = values.map((_, at) => {
    const first = series[a]?.figures[at] ?? [];
    const second = series[b]?.figures[at] ?? [];
    const pairs = Math.min(first.length, second.length);
    return Array.from({ length: pairs }, (_, k) =>
      ahead(first[k] ?? null, second[k] ?? null, lessIsBetter[measure]),
    );
  });
  const crossing = crossingOf(values, signs, seedOf(seed));
  const [first, second] = [series[a]?.policy, series[b]?.policy];
  return crossing && first && second ? { first, second, crossing } : null;
}

/** Parallel mailer and serial caller where both are there, else the first two. */
function pairIn(names: readonly PolicyName[]): [number | undefined, number | undefined] {
  const [mailer, caller] = [names.indexOf('parallel-mailer'), names.indexOf('serial-caller')];
  if (mailer >= 0 && caller >= 0) return [mailer, caller];
  return names.length < 2 ? [undefined, undefined] : [0, 1];
}

/** Who of a pair is ahead; what was not reached is behind whatever was. */
function ahead(a: number | null, b: number | null, less: boolean): Sign {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (a === b) return 0;
  return a < b === less ? 1 : -1;
}
