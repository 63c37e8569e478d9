import { strFromU8, unzipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/node';
import writeWorkbookFile from 'write-excel-file/node';
import { type Cell, cellCharacters } from './cell';
import type { Sheet } from './workbook';

/** A file that is no workbook, or too large a one; the message ends a sentence that begins with the file. */
export class BadWorkbook extends Error {}

/** Unpacked, a workbook of a scenario has a few hundred kilobytes. */
const mostBytes = 20_000_000;
const mostParts = 200;

/** An `.xlsx` file of these sheets. Throws BadWorkbook where a text does not fit into a cell. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  for (const { name, rows } of sheets)
    for (const cell of rows.flat())
      if (typeof cell === 'string' && guarded(cell).length > cellCharacters)
        throw new BadWorkbook(
          `has a text in ${name} that is too long for a cell (${cellCharacters} characters); take YAML`,
        );
  return writeWorkbookFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths(rows),
      data: rows.map((row, i) => row.map((cell) => written(cell, i === 0))),
    })),
  ).toBuffer();
}

const widths = (rows: readonly Cell[][]): { width: number }[] =>
  (rows[0] ?? []).map((_, k) => ({
    width: Math.min(60, Math.max(...rows.map((row) => longestLine(row[k] ?? null))) + 2),
  }));

const longestLine = (cell: Cell): number =>
  Math.max(
    ...String(cell ?? '')
      .split('\n')
      .map((line) => line.length),
  );

function written(cell: Cell, head: boolean) {
  if (cell === null || cell instanceof Date) return null;
  const style = head ? { fontWeight: 'bold' as const } : { wrap: true, alignVertical: 'top' as const };
  if (typeof cell === 'string') return { type: String, value: guarded(cell), ...style };
  if (typeof cell === 'number') return { type: Number, value: cell, ...style };
  return { type: Boolean, value: cell, ...style };
}

/**
 * The file format reads `_x0041_` as a character: where a text has that, its underscore is written so. So is the first letter of
 * a text that every object has as a name (`toString`), which the writer would look up among the texts it has written already.
 */
const guarded = (text: string): string => {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (!(plain in {})) return plain;
  const first = plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${first}_${plain.slice(1)}`;
};

/** The sheets of an `.xlsx` file. Throws BadWorkbook. */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  unpackable(bytes);
  try {
    const sheets = await readWorkbookFile(Buffer.from(bytes), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellIn)) }));
  } catch {
    throw new BadWorkbook('is a workbook that cannot be read; save it again as .xlsx');
  }
}

const cellIn = (cell: unknown): Cell =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date
    ? cell
    : null;

/** Looks at the directory of the archive before anything is unpacked: a small file may hold gigabytes. */
function unpackable(bytes: Uint8Array): void {
  let size = 0;
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        return false;
      },
    });
  } catch {
    throw new BadWorkbook(
      strFromU8(bytes.slice(0, 2)) === 'PK'
        ? 'is only part of a workbook; was it copied to its end?'
        : 'is not a workbook (.xlsx)',
    );
  }
  if (!names.includes('xl/workbook.xml')) throw new BadWorkbook('is an archive, but not a workbook (.xlsx)');
  if (size > mostBytes || names.length > mostParts)
    throw new BadWorkbook('is larger, unpacked, than any scenario is');
}
