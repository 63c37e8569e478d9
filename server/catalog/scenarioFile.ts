import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { reservedSlugs } from '@/core/contract/ids';
import { keyByKey, wordsOf } from '@/core/contract/issueWords';
import { limits } from '@/core/contract/limits';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { problemsOf } from '@/core/sim/scenario/problems';
import type { Plain } from './spreadsheet/table';
import { type CellPlace, readWorkbook } from './spreadsheet/workbook';
import { BadWorkbook, sheetsOf } from './spreadsheet/xlsx';

/** What is wrong with a scenario file: where, and why in words. Lines and columns count from 1. */
export interface FileProblem {
  /** `recipients.2.persona`; empty for the file as a whole. */
  path: string;
  line: number | null;
  column: number | null;
  /** In a workbook: its sheet and cell, e.g. `Requests` and `C4`. */
  place?: CellPlace;
  message: string;
}
export type ReadScenario =
  | { ok: true; scenario: Scenario; sha256: string }
  | { ok: false; problems: FileProblem[] };

/** Reads a scenario from YAML or JSON text. Everything that is wrong is reported at once, as far as it can be seen. */
export function readScenarioFile(text: string): ReadScenario {
  if (Buffer.byteLength(text) > limits.scenarioBytes)
    return whole(`is larger than ${limits.scenarioBytes} bytes`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return refused(broken.slice(0, mostYaml).map((e) => yamlProblem(e, lines)));
  const value = plain(document);
  if (value === undefined) return whole('uses aliases, which are not allowed here');
  return checked(value, text, (where) => placeOf(document, lines, where));
}

/** Reads a scenario from a workbook (`.xlsx`). Everything that is wrong is reported at once, as far as it can be seen. */
export async function readScenarioWorkbook(bytes: Uint8Array): Promise<ReadScenario> {
  if (bytes.length > limits.scenarioBytes) return whole(`is larger than ${limits.scenarioBytes} bytes`);
  try {
    const { document, problems, placeOf: cellOf } = readWorkbook(await sheetsOf(bytes));
    if (problems.length > 0)
      return refused(problems.map(({ sheet, cell, message }) => inCell({ sheet, cell }, '', message)));
    return checked(meant(document), bytes, (where) => {
      const place = cellOf(where);
      return { line: null, column: null, ...(place && { place }) };
    });
  } catch (error) {
    if (error instanceof BadWorkbook) return whole(error.message);
    throw error;
  }
}

const inCell = (place: CellPlace, at: string, message: string): FileProblem => ({
  path: at,
  line: null,
  column: null,
  place,
  message,
});

/** Spreadsheets make numbers of what looks like one, and people write yes and no: taken as the schema wants them. */
function meant(document: Plain): Plain {
  const parsed = scenarioSchema.safeParse(document);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code !== 'invalid_type') continue;
    const at = issue.path
      .slice(0, -1)
      .reduce<unknown>((x, key) => (x as Plain)[String(key)], document) as Plain;
    const key = String(issue.path.at(-1));
    const value = at[key];
    if (issue.expected === 'string' && typeof value === 'number') at[key] = String(value);
    if (issue.expected === 'boolean' && (value === 'yes' || value === 'no')) at[key] = value === 'yes';
  }
  return document;
}

function checked(
  value: unknown,
  source: string | Uint8Array,
  placed: (where: readonly PropertyKey[]) => Pick<FileProblem, 'line' | 'column' | 'place'>,
): ReadScenario {
  const parsed = scenarioSchema.safeParse(value, { error: (issue) => wordsOf(issue) });
  const found = parsed.success
    ? [...addressOf(parsed.data), ...problemsOf(parsed.data)]
    : parsed.error.issues.flatMap((issue) => keyByKey(issue, scenarioSchema));
  if (found.length > 0 || !parsed.success)
    return refused(
      found.map(({ path: where, message }) => ({ path: where.join('.'), ...placed(where), message })),
    );
  return { ok: true, scenario: parsed.data, sha256: createHash('sha256').update(source).digest('hex') };
}

/** Not in the schema: what an earlier version stored under such an address is still read. */
const addressOf = ({ slug }: Scenario): { path: string[]; message: string }[] =>
  reservedSlugs.has(slug)
    ? [{ path: ['slug'], message: 'is the address of another page; choose another one' }]
    : [];

/** A problem as a line for a person, with the name of its file. */
export function described(file: string, { path, line, column, place, message }: FileProblem): string {
  const at = place
    ? `${file}, sheet ${place.sheet}${place.cell === null ? '' : `, cell ${place.cell}`}:`
    : line === null
      ? file
      : `${file}:${line}:${column ?? 1}`;
  return `${at} ${path === '' && !place ? 'the file' : path} ${message}`.replace(':  ', ': ');
}

/** One slip in YAML makes many errors follow; the first ones say enough. */
const mostYaml = 5;

function yamlProblem({ code, message, pos }: YAMLError, lines: LineCounter): FileProblem {
  const words: Partial<Record<typeof code, string>> = {
    MULTIPLE_DOCS: 'holds more than one document',
    TAG_RESOLVE_FAILED: 'uses a tag, which is not allowed here',
    DUPLICATE_KEY: 'has the same key twice',
    RESOURCE_EXHAUSTION: tooDeep,
  };
  const deep = message.includes('call stack') ? tooDeep : undefined;
  return { path: '', ...at(lines, pos[0]), message: words[code] ?? deep ?? message };
}
const tooDeep = 'is nested too deeply';

const refused = (problems: FileProblem[]): ReadScenario => ({ ok: false, problems });

/** Forms a scenario file can have, by the end of its name. */
export const scenarioForms = ['yaml', 'yml', 'json', 'xlsx'] as const;

/** Reads a scenario from the contents of a file of this name. */
export async function readScenario(name: string, bytes: Uint8Array): Promise<ReadScenario> {
  if (/\.xlsx$/i.test(name)) return readScenarioWorkbook(bytes);
  try {
    return readScenarioFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return whole('is not text in UTF-8; save it in that encoding');
    throw error;
  }
}

/** Every scenario file of a folder, read. What cannot be read is a problem of that file, not of the others. */
export async function readScenarioFolder(folder: string): Promise<{ file: string; result: ReadScenario }[]> {
  const names = (await readdir(folder)).filter(isScenarioFile).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: path.join(folder, name),
      result: await readFile(path.join(folder, name)).then(
        (bytes) => readScenario(name, bytes),
        (error: Error) => whole(`cannot be read: ${error.message}`),
      ),
    })),
  );
}

/** Not the schema that editors use. */
const isScenarioFile = (name: string): boolean =>
  scenarioForms.some((form) => name.endsWith(`.${form}`)) && !name.endsWith('.schema.json');

const whole = (message: string): ReadScenario => refused([{ path: '', line: null, column: null, message }]);

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function at(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Where the nearest written part of a path stands: its key in a mapping, else the part itself. */
function placeOf(
  document: Document,
  lines: LineCounter,
  where: readonly PropertyKey[],
): { line: number | null; column: number | null } {
  for (let depth = where.length; depth >= 0; depth--) {
    const node = keyOf(document, where.slice(0, depth)) ?? document.getIn(where.slice(0, depth), true);
    if (isNode(node) && node.range) return at(lines, node.range[0]);
  }
  return { line: null, column: null };
}

function keyOf(document: Document, where: readonly PropertyKey[]): unknown {
  const map: unknown = document.getIn(where.slice(0, -1), true);
  const name = where[where.length - 1];
  if (!isMap(map) || name === undefined) return undefined;
  return map.items.find(({ key }) => isScalar(key) && key.value === name)?.key;
}
