import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Connection } from '@/server/store/connection';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import {
  MigrationRefused,
  migrate,
  migrationList,
  migrationSql,
  migrationState,
  migrationsFolder,
} from '@/server/store/migrations';
import { serveDatabase } from '@/server/store/serving';
import { emptyDatabase, eventAt, tempFolder } from '../support/storeFixture';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 12, 0, second));

async function script(file: string, sql: string): Promise<void> {
  const connection = await Connection.open(file, 'write');
  await connection.script(sql);
  await connection.close();
}

/** A copy of the project's migrations to which a test adds its own. */
async function growingFolder(): Promise<{
  folder: string;
  add: (name: string, sql: string) => Promise<void>;
}> {
  const folder = path.join(await tempFolder(), 'migrations');
  await cp(migrationsFolder, folder, { recursive: true });
  const add = async (name: string, sql: string): Promise<void> => {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  };
  return { folder, add };
}

describe('migrations', () => {
  it('lead an empty file to the schema of the program', async () => {
    const newest = (await migrationList(migrationsFolder)).migrationDirectories.at(-1)?.path ?? '';
    const kept = await readFile(path.join(migrationsFolder, newest, 'datamodel.txt'), 'utf8');
    expect(await migrationSql(kept, await readFile('prisma/schema.prisma', 'utf8'))).toBe('');

    const migrated = await emptyDatabase();
    const direct = path.join(await tempFolder(), 'direct.db');
    await script(direct, await migrationSql(null, kept));
    const tables = `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%prisma_migrations%' ORDER BY name`;
    const tablesOf = (file: string) => Connection.inspect(file, (connection) => connection.rows(tables));
    expect(await tablesOf(migrated)).toEqual(await tablesOf(direct));
  });

  it('use nothing that PostgreSQL could not have: no Json column, no list', async () => {
    const fields = (await readFile('prisma/schema.prisma', 'utf8'))
      .split('\n')
      .filter((line) => /^ {2}\w/.test(line));
    expect(fields.filter((line) => /\bJson\b|\b(String|Int|Float)\[\]|\bBigInt\b/.test(line))).toEqual([]);
  });

  it('are applied once, without a copy of a file that was not there', async () => {
    const folder = await tempFolder();
    const file = path.join(folder, 'new', 'meanwhile.db');
    const backups = path.join(folder, 'backups');
    const first = await migrate(file, { backups, now: at(0) });
    expect(first).toEqual({
      applied: [
        expect.stringMatching(/_first$/),
        expect.stringMatching(/_teams$/),
        expect.stringMatching(/_twins$/),
        expect.stringMatching(/_accounts$/),
        expect.stringMatching(/_sessions$/),
        expect.stringMatching(/_drafts_of_members$/),
        expect.stringMatching(/_scenario_library$/),
      ],
      copy: null,
    });
    expect(await migrate(file, { backups, now: at(1) })).toEqual({ applied: [], copy: null });
  });

  it('are preceded by a copy of the file as it was, with the newest five kept', async () => {
    const { folder, add } = await growingFolder();
    const file = await emptyDatabase();
    const backups = path.join(path.dirname(file), 'backups');
    for (const i of [1, 2, 3, 4, 5, 6, 7]) {
      await add(`2027010100000${i}_table_${i}`, `CREATE TABLE t${i} (x INTEGER);`);
      await migrate(file, { backups, folder, now: at(i) });
    }
    const copies = (await readdir(backups)).sort();
    expect(copies).toHaveLength(5);
    const newest = path.join(backups, copies.at(-1) ?? '');
    expect((await migrationState(newest, folder)).pending).toEqual(['20270101000007_table_7']);
    expect((await migrationState(file, folder)).pending).toEqual([]);
  });

  it('that fail say where the copy is, and the copy is as it was', async () => {
    const { folder, add } = await growingFolder();
    const file = await emptyDatabase();
    await add('20270101000001_broken', 'CREATE TABLE fine (x INTEGER); CREATE TABLE "Event" (x INTEGER);');
    const backups = path.join(path.dirname(file), 'backups');
    const refused = migrate(file, { backups, folder, now: at(0) });
    await expect(refused).rejects.toThrow(
      /^The migration of .* failed: .* npm run db -- restore .*before-migration.*\.db$/,
    );
    await expect(migrate(file, { backups, folder, now: at(1) })).rejects.toThrow(/failed half-way/);
    const [copy = ''] = await readdir(backups);
    expect(await migrationState(path.join(backups, copy), folder)).toMatchObject({ failed: [], unknown: [] });
  });

  it('of a newer program are refused with a sentence, and the file stays as it is', async () => {
    const { folder, add } = await growingFolder();
    const file = await emptyDatabase();
    await add('20990101000000_from_the_future', 'CREATE TABLE future (x INTEGER);');
    const backups = path.join(path.dirname(file), 'backups');
    await migrate(file, { backups, folder, now: at(0) });
    const before = await readFile(file);
    const refused = serveDatabase({ databaseFile: file, backupDir: backups });
    await expect(refused).rejects.toThrow(MigrationRefused);
    await expect(migrate(file, { backups, now: at(1) })).rejects.toThrow(
      `The database ${file} was written by a newer version of this program (20990101000000_from_the_future): update the program, or restore a backup made before.`,
    );
    expect(await readFile(file)).toEqual(before);
    await rm(path.join(path.dirname(file), 'lock.db'));
  });

  it('see what a killed server had committed but not yet moved into the file', async () => {
    const file = await emptyDatabase();
    const db = await Database.open(file);
    await new EventStore(db).append('run:run-000001', [eventAt(1)]);
    const folder = await tempFolder();
    for (const end of ['', '-wal']) await cp(file + end, path.join(folder, `killed.db${end}`));
    await db.close();
    const rows = await Connection.inspect(path.join(folder, 'killed.db'), (c) =>
      c.rows('SELECT count(*) FROM "Event"'),
    );
    expect(rows).toEqual([[1]]);
  });
});
