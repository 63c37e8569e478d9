/**
 * The figures of a class debrief from the measures of its runs, written from the definitions and from nothing else: no import of the
 * product. Times in simulated ms, shares from 0 to 1, null for not reached.
 */

export interface Couple {
  mail: number | null;
  call: number | null;
  mailFirst: boolean;
}

/** Student's t, 97.5 %, by degrees of freedom, from a printed table. */
const printed = [
  12.706_204_736_2, 4.302_652_729_7, 3.182_446_305_3, 2.776_445_105_2, 2.570_581_835_6, 2.446_911_851_1,
  2.364_624_251_6, 2.306_004_135_2, 2.262_157_162_8,
];
/** P(W <= w) of the signed ranks of eight values is at most 2.5 % up to w = 3 (a printed table): the interval leaves out three at each end. */
const leftOut = 3;
/** Intervals are given from so many on. */
const fewest = 8;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const finite = (n: number | undefined): number | null => (n !== undefined && Number.isFinite(n) ? n : null);
const came = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null);

/** Nearest rank; what never came stands last. */
function rank(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return finite(sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1]);
}

function student(values: readonly number[]): [number, number] {
  const centre = mean(values);
  const variance = sum(values.map((v) => (v - centre) ** 2)) / (values.length - 1);
  const half = (printed[values.length - 2] ?? Number.NaN) * Math.sqrt(variance / values.length);
  return [centre - half, centre + half];
}

/** What one mode came to. A mean that somebody did not reach is none (X5). */
export function groupFigures(values: readonly (number | null)[], tested: boolean) {
  const whole = values.length > 0 && !values.includes(null);
  const placed = values.map((v) => v ?? Number.POSITIVE_INFINITY);
  return {
    mean: whole ? mean(came(values)) : null,
    interval: whole && tested && values.length >= fewest ? student(came(values)) : null,
    quarter: rank(placed, 0.25),
    median: rank(placed, 0.5),
    threeQuarters: rank(placed, 0.75),
  };
}

/** Call minus mail of the same teams (X1); eight of them, for the signed ranks. */
export function differenceFigures(couples: readonly Couple[], tested: boolean) {
  const minus = ({ mail, call }: Couple): number | null => {
    if (mail === null && call === null) return null;
    return (call ?? Number.POSITIVE_INFINITY) - (mail ?? Number.POSITIVE_INFINITY);
  };
  const all = came(couples.map(minus));
  const censored = couples.filter((c) => c.mail === null || c.call === null).length;
  const whole = censored === 0 && all.length > 0;
  const averages = all.flatMap((a, i) => all.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
  const interval = whole && tested && all.length >= fewest;
  const ordered = (mailFirst: boolean) =>
    mean(came(couples.filter((c) => c.mailFirst === mailFirst).map(minus)));
  return {
    n: couples.length,
    censored,
    value: whole ? mean(all) : null,
    t: interval ? student(all) : null,
    median: whole ? rank(averages, 0.5) : rank(all, 0.5),
    medianInterval: interval ? [averages[leftOut] ?? null, averages.at(-1 - leftOut) ?? null] : null,
    smaller: all.filter((d) => d < 0).length,
    same: all.filter((d) => d === 0).length,
    larger: all.filter((d) => d > 0).length,
    mode: whole ? (ordered(true) + ordered(false)) / 2 : null,
    order: whole ? (ordered(true) - ordered(false)) / 2 : null,
  };
}
