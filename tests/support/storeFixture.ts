import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import type { Plan } from '@/core/contract/plan';
import type { Scenario } from '@/core/contract/scenario';
import type { RunHeader } from '@/server/session/ports';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate } from '@/server/store/migrations';
import type { RunRole } from '@/server/store/runs';
import { saveScenario } from '@/server/store/scenarios';
import { createSoloTeam } from '@/server/store/teams';
import { village } from './village';

/** A folder that is gone after the test. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mw-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

let template: Promise<string> | undefined;
afterAll(async () => {
  if (template) await rm(path.dirname(await template), { recursive: true, force: true });
});

async function makeTemplate(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'mw-template-')), 'empty.db');
  await migrate(file, { backups: path.dirname(file), now: new Date(0) });
  return file;
}

/** An empty database file with today's schema, made once and copied from then on. */
export async function emptyDatabase(): Promise<string> {
  template ??= makeTemplate();
  const file = path.join(await tempFolder(), 'meanwhile.db');
  await copyFile(await template, file);
  return file;
}

/** A fresh database, open until the test ends. */
export async function openDatabase(): Promise<Database> {
  return closing(await Database.open(await emptyDatabase()));
}

export function closing(db: Database): Database {
  onTestFinished(() => db.close());
  return db;
}

export interface StoreOnDisk {
  db: Database;
  store: EventStore;
}

/** The store on a fresh database that holds the village scenario and run `run-000001`. */
export async function storeOnDisk(): Promise<StoreOnDisk> {
  const db = await openDatabase();
  await addRun(db, headerOf('run-000001'));
  return { db, store: new EventStore(db) };
}

export const headerOf = (runId: string, scenario: Scenario = village()): RunHeader => ({
  runId,
  scenario,
  mode: 'mail',
  seed: 'seed',
  receipts: true,
  runIndex: 0,
  engineVersion: 1,
});

/**
 * Stores the run with its scenario, as the first of the team `team-<runId>`, and a seat `seat-<runId>` of the device
 * whose token hash is `hash-<device>`.
 */
export async function addRun(
  db: Database,
  header: RunHeader,
  { device = 'device-0001', now = 1_000, plan = 'mail' as Plan, role = 'played' as RunRole } = {},
): Promise<void> {
  const { runId, scenario, seed, receipts } = header;
  await saveScenario(db, { scenario, sha256: 'sha', now });
  await createSoloTeam(db, {
    team: { teamId: `team-${runId}`, plan, practice: role === 'practice', scenario, seed, receipts },
    run: { header, role },
    device: { id: device, tokenHash: `hash-${device}` },
    seat: { id: `seat-${runId}` },
    now,
  });
}

/** A short event with number `seq`; `more` replaces what a test is about. */
export const eventAt = (
  seq: number,
  more: Partial<Pick<RunEvent, 'at' | 'commandId' | 'commandHash' | 'simMs'>> = {},
): RunEvent => ({
  type: 'mail.opened',
  simMs: seq * 1_000,
  actor: 'p1',
  data: { mailId: `m${seq}` },
  seq,
  v: 1,
  at: 1_772_000_000_000.25 + seq,
  ...more,
});
