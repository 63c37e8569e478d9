/**
 * Nearest rank (section M): the ceil(p n)-th of the sorted values, those that never came (`null`) last.
 * Null for no values and where the rank falls on one that never came.
 */
export function quantile(values: ReadonlyArray<number | null>, p: number): number | null {
  const came = values.filter((v) => v !== null).sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(p * values.length));
  return values.length === 0 ? null : (came[rank - 1] ?? null);
}
