import { estimateOf, tInterval } from '@/core/statistics/interval';

/** A table in Markdown. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** `12.3 +- 0.4`: a mean and half of its 95 % interval; a dash without values, no half where all are the same. */
export function meanText(values: readonly (number | null)[], digits = 1, signed = false): string {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return '-';
  const { mean, error } = estimateOf(known);
  const shown = signed ? signedText(mean, digits) : mean.toFixed(digits);
  if (error === 0) return Number(mean.toFixed(digits)) === 0 ? '0' : shown;
  const [low, high] = tInterval(known);
  return `${shown} +- ${((high - low) / 2).toFixed(digits)}`;
}

export const signedText = (value: number, digits: number): string =>
  `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`;

/** A median with its interval, in minutes from ms; `over` stands for what was not reached. */
export function medianText(
  median: number | null,
  interval: readonly [number, number | null] | null,
  over: string,
): string {
  const shown = (ms: number | null) => (ms === null ? over : String(Math.round(ms / 60_000)));
  return interval ? `${shown(median)} [${shown(interval[0])}, ${shown(interval[1])}]` : shown(median);
}

/** Puts a table between its two marks. Throws where the document has none of that name. */
export function putIn(document: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document has no place for the table ${name}.`);
  return `${document.slice(0, from + begin.length)}\n${table}\n${document.slice(to)}`;
}
