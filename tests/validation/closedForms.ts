import { exp, ln, normalCdf, normalQuantile } from '@/core/sim/chance/maths';

/** Textbook forms that the simulated people are held against. Rates per hour, times in seconds. */
const hour = 3_600;

/** Service times by their first two moments: mean in seconds, and variance over mean squared. */
export interface Service {
  mean: number;
  scv: number;
}

/** M/M/1, first come first served. */
export function mm1(perHour: number, servedPerHour: number) {
  const rho = perHour / servedPerHour;
  const rate = (servedPerHour - perHour) / hour;
  return {
    rho,
    waiting: rho / rate,
    response: 1 / rate,
    inQueue: (rho * rho) / (1 - rho),
    inSystem: rho / (1 - rho),
    responseOver: (t: number) => exp(-rate * t),
    waitingOver: (t: number) => rho * exp(-rate * t),
    responseQuantile: (p: number) => -ln(1 - p) / rate,
  };
}

/** Pollaczek and Khinchine: the mean wait in an M/G/1 queue. */
export function mg1(perHour: number, { mean, scv }: Service) {
  const rho = (perHour / hour) * mean;
  const waiting = (rho * mean * (1 + scv)) / (2 * (1 - rho));
  return { rho, waiting, response: waiting + mean, inQueue: (perHour / hour) * waiting };
}

/** M/G/1 with multiple vacations (Fuhrmann and Cooper 1985): checks with gaps between the end of one and the next. */
export function batches(perHour: number, service: Service, gap: Service) {
  const { rho, waiting } = mg1(perHour, service);
  const residual = (gap.mean * (1 + gap.scv)) / 2;
  const exhaustive = waiting + residual;
  return { rho, exhaustive, gated: exhaustive + (rho * gap.mean) / (1 - rho) };
}

/** P(T > t) of the same, exhaustive, with exponential service and gaps: the sum of two independent exponentials. */
export function batchResponseOver(perHour: number, servedPerHour: number, gapsPerHour: number, t: number) {
  const a = (servedPerHour - perHour) / hour;
  const b = gapsPerHour / hour;
  return a === b ? (1 + a * t) * exp(-a * t) : (b * exp(-a * t) - a * exp(-b * t)) / (b - a);
}

/** Erlang B: the share of calls that find all c lines taken and go away, at an offered load of `a`. */
export function erlangB(c: number, a: number): number {
  let b = 1;
  for (let k = 1; k <= c; k++) b = (a * b) / (k + a * b);
  return b;
}

/** Erlang C: callers hold, exponential talk of this mean. */
export function erlangC(c: number, perHour: number, mean: number) {
  const a = (perHour / hour) * mean;
  const b = erlangB(c, a);
  const held = b / (1 - (a / c) * (1 - b));
  const rate = c / mean - perHour / hour;
  return { a, held, waiting: held / rate, within: (t: number) => 1 - held * exp(-rate * t) };
}

/** The share of mails that wait more than `x` hours, and the mean wait, for arrivals uniform over a period with these off hours. */
export function offHours(period: number, off: readonly number[]) {
  const sum = (f: (o: number) => number) => off.reduce((s, o) => s + f(o), 0);
  return {
    mean: sum((o) => o * o) / (2 * period),
    atOnce: 1 - sum((o) => o) / period,
    over: (x: number) => sum((o) => Math.max(o - x, 0)) / period,
  };
}

/** The last of n exponential times of mean m, and their sum. */
export function lastAndSum(n: number, m: number) {
  let harmonic = 0;
  let squares = 0;
  for (let i = 1; i <= n; i++) {
    harmonic += 1 / i;
    squares += 1 / (i * i);
  }
  return {
    harmonic,
    last: m * harmonic,
    lastVariance: m * m * squares,
    lastMedian: -m * ln(1 - exp(ln(0.5) / n)),
    sum: n * m,
    sumVariance: n * m * m,
    speedUp: n / harmonic,
  };
}

/** The quantile p of the last of n log-normal times with this median. */
export const lastLognormal = (n: number, median: number, sigma: number, p: number): number =>
  median * exp(sigma * normalQuantile(exp(ln(p) / n)));

/** Dialing until reached, each dial with chance p, a gap of `gap` seconds between dials. */
export const retries = (p: number, gap: number) => ({
  attempts: 1 / p,
  by: (k: number) => 1 - (1 - p) ** k,
  delay: (1 / p - 1) * gap,
  for95: Math.ceil(ln(0.05) / ln(1 - p)),
});

export interface Lognormal {
  median: number;
  sigma: number;
}

export const lognormalUpTo = ({ median, sigma }: Lognormal, t: number): number =>
  t <= 0 ? 0 : normalCdf(ln(t / median) / sigma);

/** P(delay + handling <= t) of two independent log-normal times and a constant, by the midpoint rule over handling's quantiles. */
export function sumUpTo(delay: Lognormal, handling: Lognormal, constant: number, t: number): number {
  const steps = 4_000;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const h = handling.median * exp(handling.sigma * normalQuantile((i + 0.5) / steps));
    sum += lognormalUpTo(delay, t - constant - h);
  }
  return sum / steps;
}
