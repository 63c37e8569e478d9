import { z } from 'zod';
import { accountRole, email } from '@/core/contract/account';
import { makeLink, operator } from '../auth/links';
import { readDoor } from '../auth/operatorFile';
import { type Env, parseEnv, WrongEnvironment } from '../env';
import { type LinkOrder, operatorPath } from '../http/operator';
import { StoreUnavailable } from '../session/ports';
import { Database } from '../store/database';
import { asUnusable } from '../store/failure';
import { DatabaseInUse, lockDatabase } from '../store/lock';
import { MigrationRefused, migrate } from '../store/migrations';

const usage = 'Use: npm run admin -- link EMAIL [--role admin|facilitator]';

class WrongUse extends Error {}
class NotHandedOver extends Error {}
const expected = [
  WrongUse,
  WrongEnvironment,
  NotHandedOver,
  DatabaseInUse,
  MigrationRefused,
  StoreUnavailable,
];

/** `npm run admin -- link EMAIL`: a one-time link on stdout. A running server makes it; else it is made here. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const order = orderOf(args);
    const env = parseEnv(process.env);
    process.stdout.write(`${await linkFor(env, order)}\n`);
    process.stderr.write(`It works once, for seven days. Hand it to ${order.email} and nobody else.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${expected.some((kind) => error instanceof kind) ? error.message : error.stack}\n`);
    return error instanceof WrongUse || error instanceof WrongEnvironment ? 2 : 1;
  }
}

function orderOf([command, address, flag, value, ...more]: readonly string[]): LinkOrder {
  const role = flag === undefined ? null : accountRole.safeParse(value).data;
  if (command !== 'link' || !address || more.length > 0 || role === undefined) throw new WrongUse(usage);
  if (flag !== undefined && flag !== '--role') throw new WrongUse(usage);
  const parsed = email.safeParse(address);
  if (!parsed.success) throw new WrongUse(`${address} is not a mail address. ${usage}`);
  return { email: parsed.data, role };
}

async function linkFor(env: Env, order: LinkOrder): Promise<string> {
  const base = env.publicUrl ?? `http://localhost:${env.port}`;
  try {
    const lock = await lockDatabase(env.databaseFile);
    try {
      return `${base}/link#${await madeHere(env, order)}`;
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (error instanceof DatabaseInUse) return handedOver(env, order);
    throw asUnusable(env.databaseFile, error);
  }
}

async function madeHere(env: Env, order: LinkOrder): Promise<string> {
  await migrate(env.databaseFile, { backups: env.backupDir, now: new Date() });
  const db = await Database.open(env.databaseFile);
  try {
    return await makeLink(db, { ...order, madeBy: operator }, Date.now());
  } finally {
    await db.close();
  }
}

/** The server holds the database, so it makes the link: nobody in a room has to stop for it. */
async function handedOver(env: Env, order: LinkOrder): Promise<string> {
  const door = await readDoor(env.databaseFile);
  const answer = door && (await ask(door, order).catch(() => null));
  if (!door || !answer)
    throw new NotHandedOver('The running server does not answer. Try again, or stop the server first.');
  return `${env.publicUrl ?? door.url}/link#${answer.token}`;
}

async function ask(door: { url: string; token: string }, order: LinkOrder): Promise<{ token: string }> {
  const response = await fetch(`${door.url}${operatorPath}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(10_000),
  });
  return z.object({ token: z.string() }).parse(await response.json());
}

process.exitCode = await main(process.argv.slice(2));
