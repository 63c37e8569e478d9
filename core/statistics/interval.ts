import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, sampleStandardDeviation } from 'simple-statistics';

/** Mean and its standard error. */
export interface Estimate {
  mean: number;
  error: number;
}

/** Of at least two values. */
export const estimateOf = (values: readonly number[]): Estimate => ({
  mean: mean([...values]),
  error: sampleStandardDeviation([...values]) / Math.sqrt(values.length),
});

/** 95 % interval of the mean of at least two values, by Student's t. */
export function tInterval(values: readonly number[]): [number, number] {
  const { mean: centre, error } = estimateOf(values);
  const half = tQuantile(0.975, values.length - 1) * error;
  return [centre - half, centre + half];
}
