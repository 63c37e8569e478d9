import type { Distribution } from '@/core/contract/distribution';
import { exp, ln, normalCdf, normalQuantile } from './maths';

type Kind<K extends Distribution['kind']> = Extract<Distribution, { kind: K }>;

/** The untruncated distribution function at x minutes; for a constant and a list of values a step function. */
function cdf(dist: Distribution, x: number): number {
  switch (dist.kind) {
    case 'constant':
      return x < dist.value ? 0 : 1;
    case 'uniform':
      return within((x - dist.low) / (dist.high - dist.low));
    case 'exponential':
      return x <= (dist.shift ?? 0) ? 0 : 1 - exp(-(x - (dist.shift ?? 0)) / dist.mean);
    case 'lognormal':
      return x <= 0 ? 0 : normalCdf(ln(x / dist.median) / dist.sigma);
    case 'lognormalMixture':
      return x <= 0 ? 0 : mixtureCdf(dist, x);
    case 'loguniform':
      return x <= dist.low ? 0 : within(ln(x / dist.low) / ln(dist.high / dist.low));
    case 'triangular':
      return triangularCdf(dist, x);
    case 'empirical':
      return dist.values.filter((v) => v <= x).length / dist.values.length;
  }
}

const within = (p: number): number => Math.min(1, Math.max(0, p));

function mixtureCdf({ parts }: Kind<'lognormalMixture'>, x: number): number {
  const total = parts.reduce((sum, p) => sum + p.weight, 0);
  return parts.reduce((sum, p) => sum + (p.weight / total) * normalCdf(ln(x / p.median) / p.sigma), 0);
}

function triangularCdf({ low, mode, high }: Kind<'triangular'>, x: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  return x <= mode
    ? ((x - low) * (x - low)) / ((high - low) * (mode - low))
    : 1 - ((high - x) * (high - x)) / ((high - low) * (high - mode));
}

/** The untruncated quantile at p in (0, 1), in minutes. */
function plainQuantile(dist: Distribution, p: number): number {
  switch (dist.kind) {
    case 'constant':
      return dist.value;
    case 'uniform':
      return dist.low + p * (dist.high - dist.low);
    case 'exponential':
      return (dist.shift ?? 0) - ln(1 - p) * dist.mean;
    case 'lognormal':
      return dist.median * exp(dist.sigma * normalQuantile(p));
    case 'lognormalMixture':
      return mixtureQuantile(dist, p);
    case 'loguniform':
      return dist.low * exp(p * ln(dist.high / dist.low));
    case 'triangular':
      return triangularQuantile(dist, p);
    case 'empirical':
      return nth(dist.values, p);
  }
}

const bisections = 14;
const newtonSteps = 5;
const rootTwoPi = 2.5066282746310002;

/**
 * By a fixed number of bisections between the smallest and largest of the parts' own quantiles, then of Newton steps, all in
 * the logarithm: fixed, so that every machine goes the same way (R6).
 */
function mixtureQuantile(dist: Kind<'lognormalMixture'>, p: number): number {
  const own = dist.parts.map((part) => ln(part.median) + part.sigma * normalQuantile(p));
  let low = Math.min(...own);
  let high = Math.max(...own);
  for (let i = 0; i < bisections; i++) {
    const mid = (low + high) / 2;
    if (mixtureCdf(dist, exp(mid)) < p) low = mid;
    else high = mid;
  }
  let y = (low + high) / 2;
  for (let i = 0; i < newtonSteps; i++) {
    const next = y - (mixtureCdf(dist, exp(y)) - p) / mixtureDensity(dist, y);
    y = Math.min(high, Math.max(low, next));
  }
  return exp(y);
}

/** Density of the logarithm of a mixture at y. */
function mixtureDensity({ parts }: Kind<'lognormalMixture'>, y: number): number {
  const total = parts.reduce((sum, p) => sum + p.weight, 0);
  return parts.reduce((sum, p) => {
    const z = (y - ln(p.median)) / p.sigma;
    return sum + ((p.weight / total) * exp((-z * z) / 2)) / (p.sigma * rootTwoPi);
  }, 0);
}

function triangularQuantile({ low, mode, high }: Kind<'triangular'>, p: number): number {
  const left = (mode - low) / (high - low);
  return p <= left
    ? low + Math.sqrt(p * (high - low) * (mode - low))
    : high - Math.sqrt((1 - p) * (high - low) * (high - mode));
}

function nth(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}

/**
 * The quantile at p in (0, 1), in minutes. Truncation rescales p to the part of the distribution between the bounds (R3):
 * F^-1(F(a) + p (F(b) - F(a))). RangeError when nothing of it lies there.
 */
export function quantileMinutes(dist: Distribution, p: number): number {
  const { atLeast, atMost } = dist;
  if (atLeast === undefined && atMost === undefined) return plainQuantile(dist, p);
  if (dist.kind === 'empirical' || dist.kind === 'constant') {
    const values = dist.kind === 'constant' ? [dist.value] : dist.values;
    const kept = values.filter((v) => v >= (atLeast ?? 0) && v <= (atMost ?? v));
    if (kept.length === 0)
      throw new RangeError(`nothing of this ${dist.kind} distribution lies between its bounds`);
    return nth(kept, p);
  }
  const from = atLeast === undefined ? 0 : cdf(dist, atLeast);
  const to = atMost === undefined ? 1 : cdf(dist, atMost);
  if (to <= from) throw new RangeError(`nothing of this ${dist.kind} distribution lies between its bounds`);
  const x = plainQuantile(dist, from + p * (to - from));
  return Math.min(atMost ?? x, Math.max(atLeast ?? x, x));
}

/** Whether anything of it lies between its bounds, so that it can be drawn from. */
export function holdsAnything(dist: Distribution): boolean {
  const { atLeast = 0, atMost } = dist;
  if (dist.kind === 'constant') return dist.value >= atLeast && dist.value <= (atMost ?? dist.value);
  if (dist.kind === 'empirical') return dist.values.some((v) => v >= atLeast && v <= (atMost ?? v));
  return (
    (atMost === undefined ? 1 : cdf(dist, atMost)) > (dist.atLeast === undefined ? 0 : cdf(dist, atLeast))
  );
}

/** One value in minutes from one draw u in (0, 1), by inverse transform. */
export const sampleMinutes = (dist: Distribution, u: number): number => quantileMinutes(dist, u);

/** The same in whole milliseconds, never negative: durations are rounded before anything is decided with them (R3). */
export const sampleMs = (dist: Distribution, u: number): number =>
  Math.max(0, Math.round(sampleMinutes(dist, u) * 60_000));

/** How a distribution is shown to people: its median and 90 % quantile in minutes. */
export const describe = (dist: Distribution): { median: number; q90: number } => ({
  median: quantileMinutes(dist, 0.5),
  q90: quantileMinutes(dist, 0.9),
});

/** A Poisson number with this mean from one draw, by inversion. */
export function poissonCount(mean: number, u: number): number {
  let term = exp(-mean);
  let sum = term;
  let k = 0;
  while (u > sum && k < 10_000) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}
