import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Connection } from './connection';
import { asUnavailable } from './failure';

/** A file cannot be backed up or restored; the message is a sentence. */
export class BackupRefused extends Error {}

/** Beside the file itself: what is committed but not yet in it, and the index into that. */
const companions = ['-wal', '-shm'];

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A path in `backups` (made if absent) that says what the copy was made before, and when. */
export async function backupPath(backups: string, before: string, now: Date): Promise<string> {
  await mkdir(backups, { recursive: true });
  return path.join(backups, `${before}-${now.toISOString().replace(/[:.]/g, '-')}.db`);
}

/** Writes a consistent copy to `target`, which must not exist, also while a server is writing to `file`. */
export async function copyDatabase(file: string, target: string): Promise<void> {
  if (!(await isThere(file))) throw new BackupRefused(`There is no database at ${file}.`);
  if (await isThere(target)) throw new BackupRefused(`${target} exists already: give another name.`);
  try {
    await Connection.inspect(file, (connection) =>
      connection.script(`VACUUM INTO '${target.replaceAll("'", "''")}'`),
    );
    await sync(target);
  } catch (error) {
    await rm(target, { force: true });
    throw asUnavailable(error);
  }
}

/** Throws BackupRefused for a file that is absent, no database, or damaged. */
export async function checkDatabase(file: string): Promise<void> {
  if (!(await isThere(file))) throw new BackupRefused(`There is no file ${file}.`);
  const verdict = await Connection.inspect(file, (connection) =>
    connection.rows('PRAGMA integrity_check(1)'),
  ).catch(() => []);
  if (verdict[0]?.[0] !== 'ok') throw new BackupRefused(`${file} is not a database, or it is damaged.`);
}

/** Copies the file as it lies there, sound or not, to `aside`. The caller holds the lock. */
export async function setAside(file: string, aside: string): Promise<void> {
  for (const end of ['', ...companions])
    if (await isThere(file + end)) await copyFile(file + end, aside + end);
}

/** Puts a copy of `from` in the place of `file`, or nothing for null. The caller holds the lock and has set `file` aside. */
export async function replaceDatabase(file: string, from: string | null): Promise<void> {
  const next = `${file}.restoring`;
  if (from !== null) {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await copyFile(from, next);
    await sync(next);
  }
  for (const end of companions) await rm(file + end, { force: true });
  if (from === null) await rm(file, { force: true });
  else await rename(next, file);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
