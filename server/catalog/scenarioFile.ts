import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { limits } from '@/core/contract/limits';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { problemsOf } from '@/core/sim/scenario/problems';

/** What is wrong with a scenario file: where, and why in words. Lines and columns count from 1. */
export interface FileProblem {
  /** `recipients.2.persona`; empty for the file as a whole. */
  path: string;
  line: number | null;
  column: number | null;
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
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((e) => ({
        path: '',
        ...at(lines, e.pos[0]),
        message: e.message.split('\n')[0] ?? '',
      })),
    };
  }
  const value = plain(document);
  if (value === undefined) return whole('uses aliases, which are not allowed here');
  const parsed = scenarioSchema.safeParse(value);
  const found = parsed.success ? problemsOf(parsed.data) : parsed.error.issues;
  if (found.length > 0 || !parsed.success) {
    return {
      ok: false,
      problems: found.map(({ path: where, message }) => ({
        path: where.join('.'),
        ...placeOf(document, lines, where),
        message,
      })),
    };
  }
  return { ok: true, scenario: parsed.data, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Every `.yaml` file of a folder, read. */
export async function readScenarioFolder(folder: string): Promise<{ file: string; result: ReadScenario }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: path.join(folder, name),
      result: readScenarioFile(await readFile(path.join(folder, name), 'utf8')),
    })),
  );
}

const whole = (message: string): ReadScenario => ({
  ok: false,
  problems: [{ path: '', line: null, column: null, message }],
});

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

/** Where the nearest written part of a path stands. */
function placeOf(
  document: Document,
  lines: LineCounter,
  where: readonly PropertyKey[],
): { line: number | null; column: number | null } {
  for (let depth = where.length; depth >= 0; depth--) {
    const node: unknown = document.getIn(where.slice(0, depth), true);
    if (isNode(node) && node.range) return at(lines, node.range[0]);
  }
  return { line: null, column: null };
}
