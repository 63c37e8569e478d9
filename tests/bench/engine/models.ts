import { draw, seedOf } from '@/core/sim/chance/draw';
import { ln } from '@/core/sim/chance/maths';

/** Makes so many events happen, going on from where the last call left off, and says where the model stands then. */
export type Going = (events: number) => number;

/** One way to run events, and the three textbook models on it. Each begins anew; building it is not measured. */
export interface Engine {
  name: string;
  /** `n` things to come; each, when it has come, comes again after a drawn delay. Stands at the simulated time. */
  hold(n: number): Going;
  /** One server, Poisson arrivals, exponential service, 80 % busy. Stands at the sum of all waits. */
  mm1(): Going;
  /** `n` processes with one message each; a message received is sent on to a drawn process after a drawn delay. Stands at the time. */
  phold(n: number): Going;
}

const size = 2 ** 16;
const seed = seedOf('bench engine');

/** Draws are made beforehand and shared, so that engines differ in nothing but how they find what comes next. In whole ms. */
const table = (purpose: string, value: (u: number) => number): Int32Array =>
  Int32Array.from({ length: size }, (_, k) => value(draw(seed, purpose, '', '', k)));

const exponential = (mean: number) => (u: number) => Math.max(1, Math.round(-ln(1 - u) * mean));
const delays = table('delay', exponential(600_000));
const gaps = table('gap', exponential(1_000));
const services = table('service', exponential(800));
const targets = table('target', (u) => Math.floor(u * size));

export const delayOf = (k: number): number => delays[k & (size - 1)] ?? 1;
export const gapOf = (k: number): number => gaps[k & (size - 1)] ?? 1;
export const serviceOf = (k: number): number => services[k & (size - 1)] ?? 1;
export const targetOf = (k: number, n: number): number => (targets[k & (size - 1)] ?? 0) % n;
