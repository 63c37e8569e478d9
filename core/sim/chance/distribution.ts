import type { Distribution } from '@/core/contract/distribution';
import { exp, ln, normalQuantile } from './maths';

type Plain = Omit<Distribution, 'atLeast' | 'atMost'>;
void (0 as unknown as Plain);

export function quantileMinutes(dist: Distribution, p: number): number {
  switch (dist.kind) {
    case 'constant':
      return dist.value;
    case 'uniform':
      return dist.low + p * (dist.high - dist.low);
    case 'exponential':
      return (dist.shift ?? 0) - ln(1 - p) * dist.mean;
    case 'lognormal':
      return dist.median * exp(dist.sigma * normalQuantile(p));
    case 'loguniform':
      return dist.low * exp(p * ln(dist.high / dist.low));
    case 'triangular':
    case 'lognormalMixture':
      return 0;
    case 'empirical':
      return dist.values[Math.floor(p * dist.values.length)] ?? 0;
  }
}
export const sampleMinutes = (dist: Distribution, u: number): number => {
  const x = quantileMinutes(dist, u);
  return Math.min(dist.atMost ?? x, Math.max(dist.atLeast ?? x, x));
};
export const sampleMs = (dist: Distribution, u: number): number =>
  Math.max(0, Math.round(sampleMinutes(dist, u) * 60_000));
export function poissonCount(mean: number, u: number): number {
  let p = exp(-mean);
  let sum = p;
  let k = 0;
  while (u > sum && k < 10_000) {
    k++;
    p *= mean / k;
    sum += p;
  }
  return k;
}
