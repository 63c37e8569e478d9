import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';

/** Another process has the database; the message is a sentence that says what to do. */
export class DatabaseInUse extends Error {}

export interface Lock {
  release(): Promise<void>;
}

/**
 * The one lock of a database: an exclusive transaction on `lock.db` beside it, open for the process's life. The
 * operating system frees it with the process, so nothing is left behind by kill -9. Rejects with DatabaseInUse.
 *
 * No other code may open `lock.db`: closing any handle of a file drops all of a process's locks on it.
 */
export async function lockDatabase(databaseFile: string): Promise<Lock> {
  const folder = path.dirname(path.resolve(databaseFile));
  await mkdir(folder, { recursive: true });
  const connection = await new PrismaBetterSqlite3({
    url: path.join(folder, 'lock.db'),
    timeout: 0,
  }).connect();
  try {
    await connection.executeScript('BEGIN EXCLUSIVE');
  } catch (error) {
    await connection.dispose();
    if (!isBusy(error)) throw error;
    throw new DatabaseInUse(
      `A server is already running on the data in ${folder}: stop it first, or give this one its own DATA_DIR.`,
    );
  }
  return { release: () => connection.dispose() };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { kind?: unknown } | undefined)?.kind === 'SocketTimeout';
