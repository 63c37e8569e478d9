import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '..', '..');

/** Files where the browser's part of the pages begins. */
async function clientFiles(): Promise<string[]> {
  const names = await readdir(path.join(project, 'app'), { recursive: true });
  const sources = names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(project, 'app', name));
  const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
  return sources.filter((_, i) => /^['"]use client['"]/m.test(texts[i] ?? ''));
}

/** Names of the packages, and of Node's own modules, that are loaded where `entries` run. */
async function packagesOf(entries: string[]): Promise<Set<string>> {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: entries,
    outdir: path.join(project, 'dist'),
    outbase: path.parse(project).root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    alias: { '@': project },
    jsx: 'automatic',
    loader: { '.css': 'empty', '.module.css': 'empty' },
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map((i) => i.path));
}

const serverOnly = (name: string) =>
  /^(node:|pino|socket\.io$|better-sqlite3|prom-client|next-intl\/server|server-only)|prisma/.test(name);

/** Who writes scenarios has the contract's schemas at hand; nobody else loads them. */
const ofEditor = (file: string): boolean => /app[\\/](edit|_features[\\/]edit)[\\/]/.test(file);

let folder = '';
let entries: string[] = [];
let packages = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meanwhile-browser-'));
  entries = (await clientFiles()).filter((file) => !ofEditor(file));
  packages = await packagesOf(entries);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what the browser loads', () => {
  it('begins in some files, and React is among it', () => {
    expect(entries.length).toBeGreaterThan(5);
    expect([...packages]).toContain('react');
  });

  it('is without zod: the browser trusts its own server and imports types of the contract', () => {
    expect([...packages].filter((name) => name.startsWith('zod'))).toEqual([]);
  });

  it('is without what belongs to the server', () => {
    expect([...packages].filter(serverOnly)).toEqual([]);
  });

  it('shows zod when a file takes a schema, not only its type, from the contract', async () => {
    const typed = path.join(folder, 'typed.ts');
    const parsing = path.join(folder, 'parsing.ts');
    const from = `from '${path.join(project, 'core', 'contract', 'ids').replaceAll('\\', '/')}'`;
    await writeFile(typed, `import type { slug } ${from};\nexport const is = (c: typeof slug) => c;\n`);
    await writeFile(parsing, `import { slug } ${from};\nexport const is = slug;\n`);
    expect([...(await packagesOf([typed]))]).not.toContain('zod');
    expect([...(await packagesOf([parsing]))]).toContain('zod');
  });
});
