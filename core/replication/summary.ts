import { mean } from 'simple-statistics';
import { type MeasureName, type Measures, measureNames } from '@/core/contract/measures';
import { quantile } from '@/core/sim/measures/quantile';
import { tInterval } from '@/core/statistics/interval';

/**
 * One measure over replications, in its own unit. `n`: replications in which it applies; `censored`: those of them in which it was not
 * reached. With any of those there is no mean and no interval (X5); quantiles put them last and are null where they fall on one.
 */
export interface Summary {
  mean: number | null;
  median: number | null;
  q05: number | null;
  q95: number | null;
  /** 95 % interval of the mean, by Student's t. */
  ci95: [number, number] | null;
  n: number;
  censored: number;
}

/** Measures whose null means that the moment did not come before the end, where the other condition holds. */
const reached: Partial<Record<MeasureName, (m: Measures) => boolean>> = {
  firstAnswer: () => true,
  completionTime: () => true,
  latencyQ50: (m) => m.inFlightMax !== null,
  latencyQ90: (m) => m.inFlightMax !== null,
};

export function summaries(replications: readonly Measures[]): Record<MeasureName, Summary> {
  const of = (name: MeasureName) => {
    const applies = reached[name] ?? ((m: Measures) => m[name] !== null);
    return summaryOf(replications.filter(applies).map((m) => m[name]));
  };
  return Object.fromEntries(measureNames.map((name) => [name, of(name)])) as Record<MeasureName, Summary>;
}

/** Summary of values of which null is one that was not reached. */
export function summaryOf(values: readonly (number | null)[]): Summary {
  const known = values.filter((v) => v !== null);
  const whole = known.length > 0 && known.length === values.length;
  return {
    mean: whole ? mean(known) : null,
    median: quantile(values, 0.5),
    q05: quantile(values, 0.05),
    q95: quantile(values, 0.95),
    ci95: whole && known.length > 1 ? tInterval(known) : null,
    n: values.length,
    censored: values.length - known.length,
  };
}
