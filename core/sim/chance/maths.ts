// One JavaScript implementation for Node and browsers: the engines' own functions differ by an ulp (R6).
import erfcStdlib from '@stdlib/math-base-special-erfc';
import expStdlib from '@stdlib/math-base-special-exp';
import lnStdlib from '@stdlib/math-base-special-ln';
import normalQuantileStdlib from '@stdlib/stats-base-dists-normal-quantile';

/** Natural logarithm. */
export const ln = (x: number): number => lnStdlib(x);
/** e to the x. */
export const exp = (x: number): number => expStdlib(x);
/** Quantile of the standard normal distribution at p in (0, 1). */
export const normalQuantile = (p: number): number => normalQuantileStdlib(p, 0, 1);
/** Distribution function of the standard normal distribution. */
export const normalCdf = (z: number): number => 0.5 * erfcStdlib(-z / Math.sqrt(2));
