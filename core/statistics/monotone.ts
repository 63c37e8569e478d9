/**
 * The non-decreasing sequence nearest to the values by least squares, each of the same weight: neighbours in the wrong
 * order are pooled until none are (Barlow et al. 1972).
 */
export function monotone(values: readonly number[]): number[] {
  const blocks: { sum: number; n: number }[] = [];
  for (const value of values) {
    let last = { sum: value, n: 1 };
    for (
      let before = blocks.at(-1);
      before && before.sum / before.n > last.sum / last.n;
      before = blocks.at(-1)
    ) {
      last = { sum: before.sum + last.sum, n: before.n + last.n };
      blocks.pop();
    }
    blocks.push(last);
  }
  return blocks.flatMap(({ sum, n }) => Array.from({ length: n }, () => sum / n));
}
