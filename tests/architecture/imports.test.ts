import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Cruise, cruise } from './cruise';

/** A small project with one import planted against each rule. */
const planted: { rule: string; from: string; to: string }[] = [
  { rule: 'no-cycles', from: 'core/view/cycleA.ts', to: './cycleB' },
  { rule: 'no-index-doors', from: 'app/door.ts', to: './_ui/index' },
  { rule: 'resolvable', from: 'app/lost.ts', to: './nowhere' },
  { rule: 'product-without-tests', from: 'core/sim/tested.ts', to: '@/tests/support/fixture' },
  { rule: 'server-without-pages', from: 'server/tools/page.ts', to: '@/app/page' },
  { rule: 'contract-alone', from: 'core/contract/world.ts', to: '@/core/sim/fine' },
  { rule: 'contract-zod-only', from: 'core/contract/random.ts', to: 'nanoid' },
  { rule: 'sim-pure', from: 'core/sim/seen.ts', to: '@/core/view/fine' },
  { rule: 'sim-packages', from: 'core/sim/file.ts', to: 'node:fs' },
  { rule: 'sim-packages', from: 'core/sim/schema.ts', to: 'zod' },
  { rule: 'view-pure', from: 'core/view/page.ts', to: '@/app/page' },
  { rule: 'view-no-packages', from: 'core/view/schema.ts', to: 'zod' },
  { rule: 'session-pure', from: 'core/session/view.ts', to: '@/core/view/fine' },
  { rule: 'session-no-packages', from: 'core/session/schema.ts', to: 'zod' },
  { rule: 'policy-from-view', from: 'core/policy/state.ts', to: '@/core/sim/fine' },
  { rule: 'policy-no-packages', from: 'core/policy/schema.ts', to: 'zod' },
  { rule: 'replication', from: 'core/replication/page.ts', to: '@/app/page' },
  { rule: 'what-if', from: 'core/whatIf/page.ts', to: '@/app/page' },
  { rule: 'statistics', from: 'core/statistics/page.ts', to: '@/app/page' },
  { rule: 'class', from: 'core/class/view.ts', to: '@/core/view/fine' },
  { rule: 'class-no-packages', from: 'core/class/schema.ts', to: 'zod' },
  { rule: 'statistics-packages', from: 'core/statistics/schema.ts', to: 'zod' },
  { rule: 'session-ports', from: 'server/session/save.ts', to: '../store/fine' },
  { rule: 'catalog', from: 'server/catalog/live.ts', to: '../session/ports' },
  { rule: 'store', from: 'server/store/world.ts', to: '@/core/sim/fine' },
  { rule: 'gateway', from: 'server/gateway/save.ts', to: '../store/fine' },
  { rule: 'alarm', from: 'server/alarm/save.ts', to: '../store/fine' },
  { rule: 'auth', from: 'server/auth/live.ts', to: '../session/ports' },
  { rule: 'observe', from: 'server/observe/save.ts', to: '../store/fine' },
  { rule: 'replication-alone', from: 'server/replication/save.ts', to: '../store/fine' },
  { rule: 'threads-in-replication', from: 'server/http/threads.ts', to: 'piscina' },
  { rule: 'tools-without-gateway', from: 'server/tools/wire.ts', to: '../gateway/fine' },
  { rule: 'http', from: 'server/http/wire.ts', to: '../gateway/fine' },
  { rule: 'prisma-in-store', from: 'server/catalog/client.ts', to: '@prisma/client' },
  { rule: 'sqlite-in-store', from: 'server/catalog/file.ts', to: 'better-sqlite3' },
  { rule: 'socket-in-gateway', from: 'server/http/socket.ts', to: 'socket.io' },
  { rule: 'socket-client-in-lib', from: 'app/_features/play/socket.ts', to: 'socket.io-client' },
  { rule: 'workers-in-lib', from: 'app/_features/play/worker.ts', to: 'comlink' },
  { rule: 'pages-at-rest', from: 'app/live.ts', to: '@/server/session/ports' },
  { rule: 'server-from-routes-only', from: 'app/_features/play/read.ts', to: '@/server/catalog/fine' },
  { rule: 'ui-leaves', from: 'app/_ui/wire.ts', to: '@/app/_lib/fine' },
  { rule: 'lib-below-features', from: 'app/_lib/feature.ts', to: '@/app/_features/play/fine' },
  { rule: 'features-are-islands', from: 'app/_features/debrief/other.ts', to: '@/app/_features/play/fine' },
  { rule: 'no-zod-in-pages', from: 'app/schema.ts', to: 'zod' },
];

const targets = [
  ...['app/page', 'app/_ui/index', 'app/_ui/fine', 'app/_lib/fine', 'app/_features/play/fine'],
  ...['core/contract/fine', 'core/sim/fine', 'core/view/fine', 'tests/support/fixture'],
  ...['server/session/ports', 'server/store/fine', 'server/catalog/fine', 'server/gateway/fine'],
];

/** Imports that the table allows: the negative control of every rule that looks alike. */
const allowed: { from: string; to: string }[] = [
  { from: 'core/contract/schemaAllowed.ts', to: 'zod' },
  { from: 'core/sim/searchAllowed.ts', to: 'minisearch' },
  { from: 'core/sim/contractAllowed.ts', to: '@/core/contract/fine' },
  { from: 'core/view/simAllowed.ts', to: '@/core/sim/fine' },
  { from: 'server/store/clientAllowed.ts', to: '@prisma/client' },
  { from: 'server/store/portAllowed.ts', to: '../session/ports' },
  { from: 'server/gateway/socketAllowed.ts', to: 'socket.io' },
  { from: 'server/main.ts', to: './gateway/fine' },
  { from: 'app/readAllowed.ts', to: '@/server/catalog/fine' },
  { from: 'app/_lib/socketAllowed.ts', to: 'socket.io-client' },
  { from: 'app/_features/play/leafAllowed.ts', to: '@/app/_ui/fine' },
];

const packageNames = [
  '@prisma/client',
  'better-sqlite3',
  'comlink',
  'minisearch',
  'nanoid',
  'piscina',
  'socket.io',
  'socket.io-client',
  'zod',
];

let root = '';
let result: Cruise;

async function write(file: string, text: string): Promise<void> {
  const full = path.join(root, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}

const importing = (to: string) => `import type { it } from '${to}';\nexport type Own = typeof it;\n`;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'meanwhile-imports-'));
  const options = { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./*'] } };
  await write('tsconfig.json', JSON.stringify({ compilerOptions: options }));
  for (const name of packageNames) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'main.js' }));
    await write(`node_modules/${name}/main.js`, 'exports.it = 1;\n');
  }
  for (const target of targets) await write(`${target}.ts`, 'export const it = 1;\n');
  for (const { from, to } of [...planted, ...allowed]) await write(from, importing(to));
  await write('core/view/cycleB.ts', importing('./cycleA'));
  result = cruise(root);
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the import table', () => {
  it.each(planted)('catches $from importing $to ($rule)', ({ rule, from }) => {
    expect(result.violations.filter((v) => v.from === from).map((v) => v.rule)).toContain(rule);
  });

  it.each(allowed)('allows $from to import $to', ({ from }) => {
    expect(result.violations.filter((v) => v.from === from)).toEqual([]);
  });

  it('sees every planted file', () => {
    expect(result.modules).toBeGreaterThanOrEqual(planted.length + allowed.length + targets.length);
  });

  it('has a planted violation for each of its rules', () => {
    const config: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
    const { forbidden } = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(config);
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});
