/** What a cell of a sheet can hold; null is an empty one. */
export type Cell = string | number | boolean | Date | null;

/** A cell that cannot be understood; the message ends a sentence that begins with its place. */
export class BadCell extends Error {}

/** Spreadsheet programs take so many characters into a cell. */
export const cellCharacters = 32_767;

/**
 * Text as it stands in a cell. An empty text, one in quotation marks, and one with spaces at its ends are written as in
 * JSON, since an empty cell means that nothing is given, and people lose spaces.
 */
export function textCell(text: string): string {
  const quoted = text === '' || text === '{}' || text.startsWith('"') || text !== text.trim();
  return quoted ? JSON.stringify(text) : text;
}

/** Several texts, one on a line; a line break within one is written `\n`. */
export const listCell = (items: readonly (string | number)[]): string =>
  items.length === 0 ? '[]' : items.map(String).map(lineOf).join('\n');

const lineOf = (text: string): string => {
  const line = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return line === '' || line === '[]' || line.startsWith('"') || line !== line.trim()
    ? JSON.stringify(line)
    : line;
};

/** What was meant by a cell that holds one value. Throws BadCell. */
export function meaningOf(cell: Cell): string | number | boolean | undefined {
  if (cell === null) return undefined;
  // Excel keeps a time of day as a moment of the day before its first.
  if (cell instanceof Date)
    return cell.getUTCFullYear() < 1901 ? cell.toISOString().slice(11, 16) : cell.toISOString().slice(0, 16);
  if (typeof cell !== 'string') return cell;
  return cell.startsWith('"') ? unquoted(cell) : normal(cell).trim();
}

/** What was meant by a cell that holds a list. Throws BadCell. */
export function listOf(cell: Cell): string[] | undefined {
  if (cell === null) return undefined;
  if (typeof cell !== 'string') return [String(meaningOf(cell))];
  if (cell.trim() === '[]') return [];
  return normal(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('"') ? unquoted(line) : line))
    .map((line) => line.replace(/\\(\\|n)/g, (_, c: string) => (c === 'n' ? '\n' : '\\')));
}

const normal = (text: string): string => text.replace(/\r\n?/g, '\n');

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
  } catch {
    // Said below, with what to do.
  }
  throw new BadCell('begins with a quotation mark that is not closed as it should be; leave both out');
}
