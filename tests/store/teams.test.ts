import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '@/core/contract/plan';
import { stepOf } from '@/server/catalog/step';
import { Connection } from '@/server/store/connection';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate, migrationList, migrationsFolder } from '@/server/store/migrations';
import { deleteExpiredSoloTeams } from '@/server/store/retention';
import { runRecord } from '@/server/store/runs';
import { exchangeLink, issueLink, seatOf } from '@/server/store/seats';
import { addRun as addNext, teamRecord } from '@/server/store/teams';
import { addRun, closing, eventAt, headerOf, openDatabase, tempFolder } from '../support/storeFixture';

const guess: Prediction = [{ measure: 'deskDone', higherIn: 'mail', by: 4 }];

/** A team in its first run, by mail, of the plan mail then call. */
async function planned(role: 'practice' | 'played' = 'played'): Promise<Database> {
  const db = await openDatabase();
  await addRun(db, headerOf('run-000001'), { plan: 'mailThenCall', role });
  return db;
}

const next = (db: Database, runId: string, runIndex = 1, prediction: Prediction | null = null) =>
  addNext(db, {
    teamId: 'team-run-000001',
    run: { role: 'played', header: { ...headerOf(runId), mode: 'call', runIndex } },
    prediction,
    now: 2_000,
  });
const ended = (db: Database, runId: string) =>
  db.write((client) => client.run.update({ where: { id: runId }, data: { endedAt: 9 } }));
const step = async (db: Database) => {
  const team = await teamRecord(db, 'team-run-000001');
  return team && stepOf(team);
};

describe('teams', () => {
  it('D1: go through the runs of their plan on one seat', async () => {
    const db = await planned();
    const seat = () => seatOf(db, 'seat-run-000001', 'hash-device-0001');
    expect((await seat())?.runId).toBe('run-000001');
    expect(await next(db, 'run-000002', 1, guess)).toBe(true);
    expect(await seat()).toMatchObject({ runId: 'run-000002', teamId: 'team-run-000001' });
    const team = await teamRecord(db, 'team-run-000001');
    expect(team?.runs.map(({ header }) => [header.runId, header.mode, header.runIndex, header.seed])).toEqual(
      [
        ['run-000001', 'mail', 0, 'seed'],
        ['run-000002', 'call', 1, 'seed'],
      ],
    );
    expect(team?.prediction).toEqual(guess);
  });

  it('are given a run once, however many ask for it, and keep their first prediction', async () => {
    const db = await planned();
    const made = await Promise.all([
      next(db, 'run-000002', 1, guess),
      next(db, 'run-000003', 1, []),
      next(db, 'run-000004'),
    ]);
    expect(made).toEqual([true, false, false]);
    const team = await teamRecord(db, 'team-run-000001');
    expect(team?.runs.map(({ header }) => header.runId)).toEqual(['run-000001', 'run-000002']);
    expect(team?.prediction).toEqual(guess);
  });

  it('know where they stand in their plan', async () => {
    const db = await planned('practice');
    expect(await step(db)).toEqual({ at: 'practice' });
    await next(db, 'run-000002', 0);
    expect(await step(db)).toEqual({ at: 'run', k: 1, n: 2 });
    await ended(db, 'run-000002');
    expect(await step(db)).toEqual({ at: 'predict', k: 2, n: 2 });
    await next(db, 'run-000003', 1);
    expect(await step(db)).toEqual({ at: 'run', k: 2, n: 2 });
    await ended(db, 'run-000003');
    expect(await step(db)).toEqual({ at: 'ended' });
  });

  it('are joined by one personal link through all runs, and forgotten as a whole', async () => {
    const db = await planned();
    const store = new EventStore(db);
    await issueLink(db, 'seat-run-000001', 'link');
    await next(db, 'run-000002');
    for (const run of ['run-000001', 'run-000002']) await store.append(`run:${run}`, [eventAt(1)]);
    const device = { id: 'device-0002', tokenHash: 'hash-device-0002' };
    const there = await exchangeLink(db, { linkHash: 'link', device, seatId: 'seat-on-phone', now: 3_000 });
    expect(there?.runId).toBe('run-000002');
    expect(await deleteExpiredSoloTeams(db, 9_000)).toEqual(['team-run-000001']);
    const left = await db.read(async (c) => [
      await c.run.count(),
      await c.event.count(),
      await c.seat.count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
  });
});

describe('the migration to teams', () => {
  it('gives every run a team of its own, with its seats, drafts and links', async () => {
    const folder = path.join(await tempFolder(), 'migrations');
    const [first = ''] = (await migrationList(migrationsFolder)).migrationDirectories.map((m) => m.path);
    await mkdir(folder, { recursive: true });
    for (const name of [first, 'migration_lock.toml'])
      await cp(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
    const file = path.join(path.dirname(folder), 'old.db');
    const backups = path.join(path.dirname(folder), 'backups');
    await migrate(file, { backups, folder, now: new Date(0) });
    const old = await Connection.open(file, 'write');
    await old.script(oldRows);
    await old.close();

    await migrate(file, { backups, now: new Date(1) });
    const db = closing(await Database.open(file));
    expect(await seatOf(db, 'seat', 'hash')).toMatchObject({ runId: 'run-2', teamId: 'run-2' });
    expect(await runRecord(db, 'run-1')).toMatchObject({ role: 'played', teamId: 'run-1', endedAt: 8 });
    expect(await teamRecord(db, 'run-2')).toMatchObject({
      plan: 'mail',
      seed: 's',
      practice: false,
      prediction: null,
      lastVisitAt: 5,
    });
    const device = { id: 'other', tokenHash: 'other' };
    expect((await exchangeLink(db, { linkHash: 'link', device, seatId: 'new', now: 9 }))?.runId).toBe(
      'run-2',
    );
    const kept = await db.read(async (c) => [
      await c.event.count(),
      await c.draft.count(),
      await c.seat.count(),
    ]);
    expect(kept).toEqual([1, 1, 2]);
  });
});

const doc = JSON.stringify(headerOf('x').scenario).replaceAll("'", "''");
const oldRows = `
INSERT INTO "Scenario" VALUES ('village', 1, 'sha', 'Village', 'en', '${doc}', 1);
INSERT INTO "Run" VALUES ('run-1', 'village', 1, 'mail', 's', 1, 0, 1, 1, 2, 3, NULL, 8);
INSERT INTO "Run" VALUES ('run-2', 'village', 1, 'mail', 's', 1, 0, 1, 1, 4, 5, 7, NULL);
INSERT INTO "Device" VALUES ('device', 'hash', 1, 1);
INSERT INTO "Seat" VALUES ('seat', 'device', 'run-2', 'p1', NULL, 'link', 4, NULL);
INSERT INTO "Draft" VALUES ('run-2', 'ada', '', 'S', 'T', '[]', '[]', 1, NULL);
INSERT INTO "Event" VALUES ('run:run-2', 1, 1, 0, 4, 'mail.opened', 'p1', NULL, NULL, '{"mailId":"m1"}');
`;
