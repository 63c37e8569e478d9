import type { Database } from './database';

/**
 * The open database for pages and routes. Under Next the same file is several module instances and only `globalThis`
 * is shared, so `main.ts` puts its database there. Errors it throws are of main's classes: tell them by `name`.
 */
const key = Symbol.for('meanwhile.database');
type Holder = typeof globalThis & { [key]?: Database };

export const shareDatabase = (db: Database): void => {
  (globalThis as Holder)[key] = db;
};

/** Throws when called outside a running server. */
export const sharedDatabase = (): Database => {
  const db = (globalThis as Holder)[key];
  if (!db) throw new Error('No database is open in this process.');
  return db;
};
