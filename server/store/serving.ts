import { Database } from './database';
import { EventStore } from './eventStore';
import { asUnusable } from './failure';
import { type Lock, lockDatabase } from './lock';
import { migrate } from './migrations';

export interface Serving {
  db: Database;
  store: EventStore;
  /** Migrations applied just now, and the copy made before them. */
  applied: string[];
  copy: string | null;
  /** Answers what was asked so far, closes the file and lets go of it. */
  close(): Promise<void>;
}

/**
 * What a server does first: takes the lock, brings the file up to date, opens it. Rejects, with the lock released, with
 * DatabaseInUse, MigrationRefused or StoreUnavailable; each message is a sentence for the person who started it.
 */
export async function serveDatabase(where: { databaseFile: string; backupDir: string }): Promise<Serving> {
  let lock: Lock | undefined;
  try {
    lock = await lockDatabase(where.databaseFile);
    const held = lock;
    const done = await migrate(where.databaseFile, { backups: where.backupDir, now: new Date() });
    const db = await Database.open(where.databaseFile, { logThread: true });
    const store = new EventStore(db);
    return { db, store, ...done, close: () => store.close().finally(() => held.release()) };
  } catch (error) {
    await lock?.release();
    throw asUnusable(where.databaseFile, error);
  }
}
