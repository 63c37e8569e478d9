import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const project = path.resolve(import.meta.dirname, '..', '..');
const biome = path.join(project, 'node_modules', '.bin', 'biome');

/** One statement against each rule that keeps core pure (R6). */
const impure: [name: string, code: string][] = [
  ['Math.random', 'export const a = Math.random();'],
  ['Math.exp', 'export const a = Math.exp(1);'],
  ['Math.pow', 'export const a = (n: number) => Math.pow(n, 2);'],
  ['Math.PI', 'export const a = Math.PI;'],
  ['Math by computed name', "export const a = (n: 'max' | 'sin') => Math[n](1);"],
  ['Math taken apart', 'const { random } = Math;\nexport const a = random();'],
  ['the power operator', 'export const a = (n: number) => n ** 0.5;'],
  ['localeCompare', "export const a = 'a'.localeCompare('b');"],
  ['toLocaleString', 'export const a = (3).toLocaleString();'],
  ['Date.now', 'export const a = Date.now();'],
  ['new Date', 'export const a = new Date();'],
  ['Intl', 'export const a = new Intl.NumberFormat();'],
  ['performance', 'export const a = performance.now();'],
  ['crypto', 'export const a = crypto.randomUUID();'],
  ['setTimeout', 'setTimeout(() => undefined, 1);'],
  ['setInterval', 'setInterval(() => undefined, 1);'],
  ['fetch', "export const a = fetch('/').then(String);"],
  ['process', 'export const a = process.uptime();'],
  ['globalThis', 'export const a = globalThis.Math.random();'],
  ['window', 'export const a = window.name;'],
  ['node modules', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;"],
];

const pure: [name: string, code: string][] = [
  ['exact arithmetic', 'export const a = (n: number) => Math.round(Math.sqrt(n) * 3) + Math.max(n, 1) / 2;'],
  ['a power of literal whole numbers', 'export const a = 2 ** 32;'],
];

/** Rules of all folders. */
const everywhere: [name: string, code: string][] = [
  ['export all from', "export * from './other';"],
  ['export from', "export { other } from './other';"],
  ['export type from', "export type { Other } from './other';"],
  ['any', 'export const a = (n: any) => String(n);'],
  ['a non-null assertion', 'export const a = (n: string | null) => n!.length;'],
  [
    'a floating promise',
    'async function late(): Promise<number> {\n  return 1;\n}\nlate();\nexport const a = late;',
  ],
  ['the console', "console.log('a');\nexport const a = 1;"],
];

const report = z.object({ diagnostics: z.array(z.object({ severity: z.string(), location: z.unknown() })) });
let root = '';
let found = '';
let withoutOverrides = '';

const fileOf = (folder: string, name: string) => `${folder}/${name.replaceAll(/[^A-Za-z]/g, '_')}.ts`;

async function write(folder: string, cases: [string, string][]): Promise<void> {
  await mkdir(path.join(root, folder), { recursive: true });
  for (const [name, code] of cases) await writeFile(path.join(root, fileOf(folder, name)), `${code}\n`);
}

/** Where the lint finds errors, as one text. */
async function lint(config: Record<string, unknown>): Promise<string> {
  await writeFile(path.join(root, 'biome.json'), JSON.stringify(config));
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'core', 'server'];
  const run = spawnSync(biome, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  const { diagnostics } = report.parse(JSON.parse(run.stdout));
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ location }) => JSON.stringify(location))
    .join('\n');
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'meanwhile-purity-'));
  const rules = path.join('tests', 'architecture', 'rules');
  await cp(path.join(project, rules), path.join(root, rules), { recursive: true });
  await write('core/sim', [...impure, ...pure]);
  await write('server', everywhere);
  const text = await readFile(path.join(project, 'biome.json'), 'utf8');
  const { vcs, $schema, ...config } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  found = await lint(config);
  withoutOverrides = await lint({ ...config, overrides: [] });
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('R6: the lint of core', () => {
  it.each(impure)('refuses %s, and refuses it by a rule of core', (name) => {
    expect(found).toContain(fileOf('core/sim', name));
    expect(withoutOverrides).not.toContain(fileOf('core/sim', name));
  });

  it.each(pure)('allows %s', (name) => {
    expect(found).not.toContain(fileOf('core/sim', name));
  });
});

describe('the lint of every folder', () => {
  it.each(everywhere)('refuses %s', (name) => {
    expect(found).toContain(fileOf('server', name));
  });
});
