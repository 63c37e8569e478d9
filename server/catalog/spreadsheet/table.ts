import { BadCell, type Cell, listCell, listOf, meaningOf, textCell } from './cell';
import { isJson, isNullable, listKind, nothing } from './layout';

export type Plain = { [key: string]: unknown };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The leaves of an object as columns: `{ a: { b: 1 } }` gives `a.b`. An empty object is a leaf. */
export function leavesOf(item: Plain, before = ''): [column: string, cell: Cell][] {
  return Object.entries(item).flatMap(([key, value]): [string, Cell][] => {
    const column = `${before}${key}`;
    if (isPlain(value) && Object.keys(value).length > 0) return leavesOf(value, `${column}.`);
    return value === undefined ? [] : [[column, cellOf(column, value)]];
  });
}

function cellOf(column: string, value: unknown): Cell {
  if (value === null) return nothing;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && !isJson(column)) return listCell(value);
  return JSON.stringify(value);
}

/** Puts what a cell says into an object. Throws BadCell. */
export function put(item: Plain, column: string, cell: Cell): void {
  const value = meant(column, cell);
  if (value === undefined) return;
  const keys = column.split('.');
  const last = keys.pop() ?? '';
  let at = item;
  for (const key of keys) {
    const inner = Object.hasOwn(at, key) ? at[key] : undefined;
    if (inner !== undefined && !isPlain(inner))
      throw new BadCell(`cannot stand beside a value in the column ${keys.join('.')}`);
    const next = inner ?? {};
    define(at, key, next);
    at = next;
  }
  if (Object.hasOwn(at, last)) throw new BadCell('is given twice');
  define(at, last, value);
}

/** As an own property whatever its name: `__proto__` is refused later, as any unknown name. */
const define = (at: Plain, key: string, value: unknown): void => {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
};

function meant(column: string, cell: Cell): unknown {
  if (cell === null) return undefined;
  if (isNullable(column) && cell === nothing) return null;
  const kind = listKind(column);
  if (kind === 'text') return listOf(cell);
  if (kind === 'number') return listOf(cell)?.map(numberIn);
  if (cell === '{}') return {};
  const value = meaningOf(cell);
  return isJson(column) ? jsonIn(value) : value;
}

function numberIn(text: string): number {
  const number = Number(text);
  if (Number.isNaN(number)) throw new BadCell(`has “${text}” where a number should be; write one on a line`);
  return number;
}

function jsonIn(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    throw new BadCell('is not the JSON that this column holds');
  }
}
