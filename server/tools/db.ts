import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Env, parseEnv, WrongEnvironment } from '../env';
import { StoreUnavailable } from '../session/ports';
import {
  BackupRefused,
  backupPath,
  checkDatabase,
  copyDatabase,
  isThere,
  replaceDatabase,
  setAside,
} from '../store/backup';
import { asUnusable } from '../store/failure';
import { DatabaseInUse, lockDatabase } from '../store/lock';
import { MigrationRefused, migrate, migrationState, refuseForeign } from '../store/migrations';

const usage = 'Use: npm run db -- migrate | status | backup FILE | restore FILE | reset --yes';

class WrongUse extends Error {}
/** Errors whose message is for the person at the keyboard. Any other one is a fault of ours and is shown in full. */
const expected = [
  WrongUse,
  WrongEnvironment,
  BackupRefused,
  DatabaseInUse,
  MigrationRefused,
  StoreUnavailable,
];

/** `npm run db -- COMMAND`: the result in words on stdout; on failure one sentence on stderr. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const command = commandOf(args);
    const env = parseEnv(process.env);
    const words = await command(env).catch((error: unknown) => {
      throw asUnusable(env.databaseFile, error);
    });
    process.stdout.write(`${words}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${expected.some((kind) => error instanceof kind) ? error.message : error.stack}\n`);
    return error instanceof WrongUse || error instanceof WrongEnvironment ? 2 : 1;
  }
}

function commandOf([command, argument, ...more]: readonly string[]): (env: Env) => Promise<string> {
  const alone = argument === undefined;
  if (more.length > 0) throw new WrongUse(usage);
  if (command === 'migrate' && alone) return (env) => locked(env, () => bringUpToDate(env));
  if (command === 'status' && alone) return status;
  if (command === 'backup' && !alone) return (env) => backup(env, path.resolve(argument));
  if (command === 'restore' && !alone)
    return (env) => locked(env, () => restore(env, path.resolve(argument)));
  if (command === 'reset' && argument === '--yes') return (env) => locked(env, () => reset(env));
  if (command === 'reset' && alone)
    throw new WrongUse('This deletes all runs. If that is wanted: npm run db -- reset --yes');
  throw new WrongUse(usage);
}

/** Tools that write refuse to while a server runs, and keep one from starting meanwhile. */
async function locked(env: Env, work: () => Promise<string>): Promise<string> {
  const lock = await lockDatabase(env.databaseFile);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function bringUpToDate(env: Env): Promise<string> {
  const { applied, copy } = await migrate(env.databaseFile, { backups: env.backupDir, now: new Date() });
  if (applied.length === 0) return 'The database is up to date.';
  return `Applied: ${applied.join(', ')}.${copy ? ` The database as it was is in ${copy}.` : ''}`;
}

async function status(env: Env): Promise<string> {
  const file = env.databaseFile;
  if (!(await isThere(file))) return `There is no database at ${file} yet; the first start creates it.`;
  await checkDatabase(file);
  const state = await migrationState(file);
  refuseForeign(file, state);
  const size = ((await stat(file)).size / 1e6).toFixed(1);
  const pending = state.pending.length === 0 ? 'up to date' : `pending: ${state.pending.join(', ')}`;
  return `${file}: ${size} MB, ${state.applied.length} migrations applied, ${pending}.`;
}

async function backup(env: Env, target: string): Promise<string> {
  await copyDatabase(env.databaseFile, target);
  await checkDatabase(target);
  return `The database is copied to ${target}.`;
}

async function restore(env: Env, from: string): Promise<string> {
  await checkDatabase(from);
  const state = await migrationState(from);
  if (state.applied.length === 0)
    throw new BackupRefused(`${from} is a database, but not one of this program.`);
  refuseForeign(from, state);
  const aside = await keepAside(env, 'before-restore');
  await replaceDatabase(env.databaseFile, from);
  return `Restored from ${from}. ${await bringUpToDate(env)}${aside}`;
}

async function reset(env: Env): Promise<string> {
  const aside = await keepAside(env, 'before-reset');
  await replaceDatabase(env.databaseFile, null);
  await bringUpToDate(env);
  return `The database is empty; the next start fills in the scenarios.${aside}`;
}

async function keepAside(env: Env, before: string): Promise<string> {
  if (!(await isThere(env.databaseFile))) return '';
  const aside = await backupPath(env.backupDir, before, new Date());
  await setAside(env.databaseFile, aside);
  return ` What was there before is in ${aside}.`;
}

process.exitCode = await main(process.argv.slice(2));
