import { normalQuantile } from '@/core/sim/chance/maths';

const zAlpha = normalQuantile(0.975);

/**
 * Pairs needed to find a mean difference with the given chance, two-sided 5 %, from the difference and the standard
 * deviation of one pair in the same unit: the normal formula with Guenther's correction for t (Guenther 1981). Null
 * where there is no difference to find.
 */
export function pairsNeeded(difference: number, deviation: number, power = 0.8): number | null {
  if (difference === 0) return null;
  const ratio = ((zAlpha + normalQuantile(power)) * deviation) / difference;
  return Math.ceil(ratio * ratio + (zAlpha * zAlpha) / 2);
}

/** The smallest mean difference that so many pairs find with 80 %, in the unit of the deviation; null under 3 pairs. */
export function findable(pairs: number, deviation: number): number | null {
  const left = pairs - (zAlpha * zAlpha) / 2;
  return left <= 0 ? null : ((zAlpha + normalQuantile(0.8)) * deviation) / Math.sqrt(left);
}
