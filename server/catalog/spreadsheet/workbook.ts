import { nearest } from '@/core/contract/nearest';
import type { Scenario } from '@/core/contract/scenario';
import { BadCell, type Cell } from './cell';
import { singleSheet, singles, sortColumns, sortSheet, type TableLayout, tables } from './layout';
import { leavesOf, type Plain, put } from './table';

export interface Sheet {
  name: string;
  /** The first row has the columns' names. */
  rows: Cell[][];
}

/** Where something stands in a workbook, e.g. sheet `Requests`, cell `C4`. */
export interface CellPlace {
  sheet: string;
  cell: string | null;
}

export interface ReadWorkbook {
  document: Plain;
  problems: (CellPlace & { message: string })[];
  /** Where the part of the document at a path was written; the sheet alone where there is no cell for it. */
  placeOf: (path: readonly PropertyKey[]) => CellPlace | null;
}

/** A scenario as sheets. `workbookOf` and `readWorkbook` are each other's inverse for every document of the schema. */
export function workbookOf(scenario: Scenario): Sheet[] {
  const tops = Object.fromEntries(
    Object.entries(scenario).filter(
      ([key]) => !tables.some(({ path }) => path.length === 1 && path[0] === key),
    ),
  );
  const single = new Map(
    leavesOf({ ...tops, desk: { title: scenario.desk.title, intro: scenario.desk.intro } }),
  );
  return [
    {
      name: singleSheet,
      rows: [['what', 'value'], ...singles.map((name) => [name, single.get(name) ?? null])],
    },
    ...tables.map((table) => sheetOf(table, itemsOf(scenario, table))),
    { name: sortSheet, rows: [[...sortColumns], ...thingsToSort(scenario)] },
  ];
}

function itemsOf(scenario: Scenario, { path, kind }: TableLayout): Plain[] {
  const part = path.reduce<unknown>((at, key) => (at as Plain)[key], scenario);
  if (kind === 'record')
    return Object.entries(part as Record<string, Plain>).map(([id, item]) => ({ id, ...item }));
  return (part as Plain[]).map((item) => (item.kind === 'sort' ? { ...item, items: undefined } : item));
}

function sheetOf({ sheet, columns }: TableLayout, items: readonly Plain[]): Sheet {
  const rows = items.map((item) => new Map(leavesOf(item)));
  const all = [...new Set([...columns, ...rows.flatMap((row) => [...row.keys()])])];
  return { name: sheet, rows: [all, ...rows.map((row) => all.map((column) => row.get(column) ?? null))] };
}

const thingsToSort = ({ desk }: Scenario): Cell[][] =>
  desk.cards.flatMap((card, i) =>
    card.kind === 'sort'
      ? card.items.map(({ text, bucket }): Cell[] => [i + 1, leavesOf({ text })[0]?.[1] ?? null, bucket])
      : [],
  );

/** What sheets say, and where; what cannot be understood is left out of the document and told. */
export function readWorkbook(sheets: readonly Sheet[]): ReadWorkbook {
  const reading = new Reading();
  const known = [singleSheet, sortSheet, ...tables.map(({ sheet }) => sheet)];
  for (const { name, rows } of sheets) {
    const layout = tables.find(({ sheet }) => sheet === name);
    if (name === singleSheet) reading.single(rows);
    else if (layout) reading.table(layout, rows);
    else if (name !== sortSheet) reading.tell(name, null, strange(name, known));
  }
  for (const { name, rows } of sheets) if (name === sortSheet) reading.sorting(rows);
  for (const name of [singleSheet, ...tables.slice(0, 3).map(({ sheet }) => sheet)])
    if (!sheets.some((sheet) => sheet.name === name)) reading.tell(name, null, 'is missing');
  return reading;
}

function strange(name: string, known: readonly string[]): string {
  const likely = nearest(name, known);
  return likely === null
    ? `is not a sheet of a scenario; those are ${known.join(', ')}`
    : `is not a sheet of a scenario; did you mean “${likely}”?`;
}

class Reading implements ReadWorkbook {
  readonly document: Plain = {};
  readonly problems: ReadWorkbook['problems'] = [];
  private readonly places = new Map<string, CellPlace>();

  readonly placeOf = (path: readonly PropertyKey[]): CellPlace | null => {
    const inside = [...this.places].find(([at]) => at.startsWith(`${path.join('.')}.`));
    if (inside && !this.places.has(path.join('.'))) return inside[1];
    for (let depth = path.length; depth > 0; depth--) {
      const found = this.places.get(path.slice(0, depth).join('.'));
      if (found) return found;
    }
    return path.length === 0 ? null : { sheet: singleSheet, cell: null };
  };

  tell(sheet: string, cell: string | null, message: string): void {
    this.problems.push({ sheet, cell, message });
  }

  single(rows: readonly Cell[][]): void {
    rows.slice(1).forEach(([name, cell = null], i) => {
      if (typeof name === 'string' && name.trim() !== '')
        this.put(this.document, name.trim(), cell, [], { sheet: singleSheet, cell: nameOf(1, i + 1) });
    });
  }

  table({ sheet, path, kind, columns: known }: TableLayout, rows: readonly Cell[][]): void {
    const columns = (rows[0] ?? []).map((name) => (typeof name === 'string' ? name.trim() : ''));
    const [first = ''] = known;
    if (!columns.includes(first))
      return this.tell(sheet, null, `needs a first row that names its columns; “${first}” is not among them`);
    const items: { id: Cell; item: Plain }[] = [];
    rows.slice(1).forEach((row, i) => {
      if (row.every((cell) => cell === null)) return;
      const item: Plain = {};
      const id = row[columns.indexOf('id')] ?? null;
      const at = [...path, kind === 'record' ? String(id) : String(items.length)];
      this.places.set(at.join('.'), { sheet, cell: nameOf(0, i + 1) });
      columns.forEach((column, k) => {
        if (column !== '' && !(kind === 'record' && column === 'id'))
          this.put(item, column, row[k] ?? null, at, { sheet, cell: nameOf(k, i + 1) });
      });
      items.push({ id, item });
    });
    this.places.set(path.join('.'), { sheet, cell: null });
    this.set(path, kind === 'record' ? this.record(sheet, items) : items.map(({ item }) => item));
  }

  sorting(rows: readonly Cell[][]): void {
    const [head = []] = rows;
    const [card, text, bucket] = sortColumns.map((column) => head.indexOf(column));
    if ([card, text, bucket].some((k) => k === undefined || k < 0))
      return this.tell(sortSheet, null, `needs the columns ${sortColumns.join(', ')}`);
    rows.slice(1).forEach((row, i) => {
      if (row.every((cell) => cell === null)) return;
      const n = row[card ?? 0];
      const cards = (this.document.desk as { cards?: Plain[] } | undefined)?.cards;
      const target = typeof n === 'number' ? cards?.[n - 1] : undefined;
      if (target?.kind !== 'sort')
        return this.tell(
          sortSheet,
          nameOf(card ?? 0, i + 1),
          `there is no card ${String(n)} of the kind sort`,
        );
      const list = Array.isArray(target.items) ? target.items : [];
      target.items = list;
      const item: Plain = {};
      const at = ['desk', 'cards', String(Number(n) - 1), 'items', String(list.length)];
      for (const [column, k] of [
        ['text', text],
        ['bucket', bucket],
      ] as const)
        this.put(item, column, row[k ?? 0] ?? null, at, { sheet: sortSheet, cell: nameOf(k ?? 0, i + 1) });
      list.push(item);
    });
  }

  private record(sheet: string, items: readonly { id: Cell; item: Plain }[]): Plain {
    const all: Plain = {};
    for (const { id, item } of items) {
      if (typeof id !== 'string' || Object.hasOwn(all, id))
        this.tell(sheet, null, `needs another id in each row; “${String(id ?? '')}” is none or there twice`);
      else Object.defineProperty(all, id, { value: item, enumerable: true, configurable: true });
    }
    return all;
  }

  private put(item: Plain, column: string, cell: Cell, path: readonly string[], place: CellPlace): void {
    try {
      put(item, column, cell);
      this.places.set([...path, column].join('.'), place);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.problems.push({ ...place, message: error.message });
    }
  }

  private set(path: readonly string[], value: unknown): void {
    const inner = path.slice(0, -1).reduce<Plain>((at, key) => {
      const next = (at[key] ?? {}) as Plain;
      at[key] = next;
      return next;
    }, this.document);
    inner[path.at(-1) ?? ''] = value;
  }
}

/** Name of a cell, both counted from 0: (2, 3) is `C4`. */
export function nameOf(column: number, row: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
