import { estimateOf } from '@/core/statistics/interval';

/** One figure of a closed form or a published table, and what the simulated world gives for it. */
export interface Row {
  name: string;
  expected: number;
  simulated: number;
  /** Standard error of `simulated`. */
  error: number;
  /** (simulated - expected) / error. */
  z: number;
  /** Independent runs or observations behind it. */
  n: number;
}

/** Of independent values with one mean, expected to be `expected`. A value that never varies must be it. */
export function row(name: string, expected: number, values: readonly number[]): Row {
  const { mean, error } = estimateOf(values);
  const off = mean - expected;
  const z = error > 0 ? off / error : off === 0 ? 0 : Number.POSITIVE_INFINITY;
  return { name, expected, simulated: mean, error, z, n: values.length };
}

export const average = <T>(items: readonly T[], f: (item: T) => number): number =>
  items.reduce((sum, item) => sum + f(item), 0) / items.length;

/** How many runs: `times` 1 in `npm test`, more in the long version. */
export interface Size {
  times: number;
}

export const repeat = <T>(count: number, name: string, f: (seed: string) => T): T[] =>
  Array.from({ length: count }, (_, k) => f(`${name} ${k}`));

/** Rows of one closed form or table, and where its figures stand in the literature. */
export interface Group {
  title: string;
  /** What is driven, and how. */
  about: string;
  rows(size: Size): Row[];
}

/** Beyond it a row fails. */
export const limit = 4;
