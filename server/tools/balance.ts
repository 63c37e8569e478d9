import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Scenario } from '@/core/contract/scenario';
import { packsFolder } from '../catalog/packs';
import { readScenarioFolder } from '../catalog/scenarioFile';
import { workerThreads } from '../replication/workers';
import { depthTable, requestsTable } from './balancing/crossingTables';
import { putIn } from './balancing/markdown';
import { differencesTable, neededTable, othersTable, resultsTable } from './balancing/missionTables';
import { type Bench, type BothWays, bothWays } from './balancing/pairs';

const file = path.join('docs', 'balance.md');
const parts = ['missions', 'others', 'requests', 'depth'] as const;
/** Missions in the order of the document; whatever else there is comes after them. */
const order = ['launch-week-taste', 'launch-week-quick', 'supply-shortage', 'launch-week', 'field-trip'];
const shapes = order.slice(0, 5);

const whole = z.coerce.number().int().min(8).max(100_000);
const argumentsSchema = z.object({
  part: z.array(z.enum(parts)).default([...parts]),
  replications: whole.optional(),
  workers: z.coerce.number().int().min(1).max(64).default(2),
  seed: z.string().min(1).max(64).default('balance'),
});

/** `npm run balance [-- --part NAME --replications N --workers N --seed S]`: the tables of docs/balance.md, computed again. */
async function main(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    part: { ...text, multiple: true },
    replications: text,
    workers: text,
    seed: text,
  } as const;
  const parsed = argumentsSchema.safeParse(parseArgs({ args: [...args], options }).values);
  if (!parsed.success) {
    process.stderr.write(`Use: npm run balance -- [--part ${parts.join('|')}] [--replications N]\n`);
    return 2;
  }
  const { part, replications, workers: count, seed } = parsed.data;
  const workers = workerThreads(count);
  const bench = (usual: number): Bench => ({ workers, count: replications ?? usual, seed });
  try {
    for (const name of part) {
      const tables = await tablesOf(name, bench);
      let document = await readFile(file, 'utf8');
      for (const [place, table] of Object.entries(tables)) document = putIn(document, place, table);
      await writeFile(file, document);
      process.stdout.write(`${name}: ${Object.keys(tables).join(', ')}\n`);
    }
    return 0;
  } finally {
    await workers.close();
  }
}

async function tablesOf(
  part: (typeof parts)[number],
  bench: (usual: number) => Bench,
): Promise<Record<string, string>> {
  const missions = await missionsInOrder();
  switch (part) {
    case 'missions': {
      const all: BothWays[] = [];
      for (const scenario of missions) all.push(await bothWays(bench(500), scenario));
      return {
        results: resultsTable(all),
        differences: differencesTable(all),
        'pairs needed': neededTable(all),
      };
    }
    case 'others':
      return {
        'other policies': await othersTable(
          bench(500),
          missions.filter((m) => shapes.includes(m.slug)),
        ),
      };
    case 'requests':
      return { 'requests at the crossing': await requestsTable(bench(120)) };
    case 'depth':
      return { 'depth at the crossing': await depthTable(bench(120)) };
  }
}

/** Every pack but the practice, each twin after what it is the twin of. */
async function missionsInOrder(): Promise<Scenario[]> {
  const packs = await readScenarioFolder(packsFolder);
  const all = packs.flatMap(({ result }) => (result.ok ? [result.scenario] : []));
  const place = ({ slug, twinOf }: Scenario) => {
    const at = order.indexOf(twinOf ?? slug);
    return at < 0 ? order.length : at;
  };
  return all
    .filter((s) => s.teaching.shape !== 'practice')
    .sort((a, b) => place(a) - place(b) || (a.slug < b.slug ? -1 : 1));
}

process.exitCode = await main(process.argv.slice(2));
