import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { backupPath, copyDatabase } from './backup';
import { Connection } from './connection';
import { withSchemaEngine } from './schemaEngine';

/** The database cannot be brought to this program's schema; the message says why and what to do. */
export class MigrationRefused extends Error {}

export interface MigrationState {
  applied: string[];
  pending: string[];
  /** Applied to the database, but unknown to this program. */
  unknown: string[];
  /** Begun and never finished. */
  failed: string[];
}

export const migrationsFolder = path.join('prisma', 'migrations');
const keptBackups = 5;
const noFilter = { externalTables: [], externalEnums: [] };

/** The folders of `folder` in the form the schema engine reads, in their order. */
export async function migrationList(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const content = await readFile(path.join(folder, 'migration_lock.toml'), 'utf8');
  const lockfile = { path: 'migration_lock.toml', content };
  return { baseDir: path.resolve(folder), lockfile, shadowDbInitScript: '', migrationDirectories };
}

const hasContent = (file: string): Promise<boolean> =>
  stat(file).then(
    (s) => s.size > 0,
    () => false,
  );

/** How the file stands to the migrations of `folder`. Changes nothing; an absent or empty file has all of them pending. */
export async function migrationState(file: string, folder = migrationsFolder): Promise<MigrationState> {
  const known = (await migrationList(folder)).migrationDirectories.map((m) => m.path);
  if (!(await hasContent(file))) return { applied: [], pending: known, unknown: [], failed: [] };
  const rows = await recorded(file);
  const applied = rows.filter(({ finished }) => finished).map(({ name }) => name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: rows.map(({ name }) => name).filter((name) => !known.includes(name)),
    failed: rows.filter(({ finished }) => !finished).map(({ name }) => name),
  };
}

const recorded = (file: string): Promise<{ name: string; finished: boolean }[]> =>
  Connection.inspect(file, async (connection) => {
    const table = await connection.rows(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`);
    if (table.length === 0) return [];
    const rows = await connection.rows(
      'SELECT migration_name, finished_at IS NOT NULL FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    return rows.map(([name, finished]) => ({ name: String(name), finished: Number(finished) === 1 }));
  });

/**
 * Applies what is pending, after a copy of an existing file to `backups`; the newest five copies are kept. Returns the
 * names applied and the copy's path. Throws MigrationRefused, with the file as it was, for a database that is newer
 * than the program or in which a migration failed. The caller holds the lock.
 */
export async function migrate(
  file: string,
  { backups, folder = migrationsFolder, now }: { backups: string; folder?: string; now: Date },
): Promise<{ applied: string[]; copy: string | null }> {
  const state = await migrationState(file, folder);
  refuseForeign(file, state);
  if (state.pending.length === 0) return { applied: [], copy: null };
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  const copy = state.applied.length > 0 ? await copyBefore(file, backups, now) : null;
  const migrationsList = await migrationList(folder);
  try {
    const { appliedMigrationNames } = await withSchemaEngine(
      new PrismaBetterSqlite3({ url: file }),
      (engine) => engine.applyMigrations({ migrationsList, filters: noFilter }),
    );
    return { applied: appliedMigrationNames, copy };
  } catch (error) {
    const restore = copy ? ` The database as it was is in ${copy}: npm run db -- restore ${copy}` : '';
    throw new MigrationRefused(`The migration of ${file} failed: ${firstLine(error)}.${restore}`, {
      cause: error,
    });
  }
}

/** Throws MigrationRefused for a database that is newer than the program or in which a migration failed. */
export function refuseForeign(file: string, { unknown, failed }: MigrationState): void {
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database ${file} was written by a newer version of this program (${unknown.join(', ')}): update the program, or restore a backup made before.`,
    );
  }
  if (failed.length > 0) {
    throw new MigrationRefused(
      `A migration of ${file} failed half-way (${failed.join(', ')}): restore a backup made before it.`,
    );
  }
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';

async function copyBefore(file: string, backups: string, now: Date): Promise<string> {
  const copy = await backupPath(backups, 'before-migration', now);
  await copyDatabase(file, copy);
  const old = (await readdir(backups)).filter((name) => /^before-migration-.*\.db$/.test(name)).sort();
  await Promise.all(old.slice(0, -keptBackups).map((name) => rm(path.join(backups, name))));
  return copy;
}

/** The SQL that leads from one datamodel (null: an empty database) to another; empty where nothing differs. */
export async function migrationSql(from: string | null, to: string): Promise<string> {
  const model = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await withSchemaEngine(new PrismaBetterSqlite3({ url: ':memory:' }), (engine) =>
    engine.diff({
      from: from === null ? { tag: 'empty' } : model(from),
      to: model(to),
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  );
  return stdout?.includes('-- This is an empty migration.') ? '' : (stdout ?? '');
}
