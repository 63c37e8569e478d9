import { createServer } from 'node:http';
import { z } from 'zod';
import { Accounts } from '@/server/auth/accounts';
import { createLimits } from '@/server/auth/limits';
import { newRowId } from '@/server/auth/token';
import { packsFolder, seedPacks } from '@/server/catalog/packs';
import { parseEnv } from '@/server/env';
import { answerAccounts } from '@/server/http/accounts';
import { answerApi } from '@/server/http/api';
import { answerHealth } from '@/server/http/health';
import { startLive } from '@/server/live';
import { createMetrics } from '@/server/observe/metrics';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate } from '@/server/store/migrations';
import { serveDatabase } from '@/server/store/serving';

/**
 * The server without its pages, as a process of its own that tests can kill: same database, runner, gateway and routes.
 * Prints its port as one JSON line when it listens. Protections can be switched off, to see that their absence shows.
 */
const options = z
  .object({
    idempotency: z.boolean().default(true),
    rate: z.number().nullable().default(null),
    lock: z.boolean().default(true),
    /** Another folder of packs. */
    packs: z.string().default(packsFolder),
    /** A store that says yes to everything, whatever the medium says. */
    swallow: z.boolean().default(false),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const env = parseEnv(process.env);
const report = (what: string, error: unknown) =>
  process.stderr.write(`${what}: ${error instanceof Error ? error.stack : String(error)}\n`);

/** Without the lock two processes can have one database open, which is what the fence is for. */
async function openUnlocked() {
  await migrate(env.databaseFile, { backups: env.backupDir, now: new Date() });
  const db = await Database.open(env.databaseFile, { logThread: true });
  return { db, store: new EventStore(db) };
}
/** What is served: for processes that do more with it. */
export const serving = options.lock ? await serveDatabase(env) : await openUnlocked();
const { problems } = await seedPacks(serving.db, options.packs);
for (const problem of problems) process.stderr.write(`Scenario left out: ${problem}\n`);
if (options.swallow) {
  const append = serving.store.append.bind(serving.store);
  serving.store.append = (...call) => append(...call).catch(() => undefined);
}
const many = { points: 1_000_000, seconds: 1 };
const limits = createLimits({
  command: many,
  soloPerNet: many,
  soloPerServer: many,
  joinPerNet: many,
});
const accounts = new Accounts({ db: serving.db, limits, secret: 'a secret of 32 letters for tests' });
const metrics = createMetrics();
const http = createServer((req, res) => {
  const api = { db: serving.db, env, limits, report, accounts, rooms: () => live.rooms };
  void answerHealth(req, res, { env, ...serving, metrics })
    .then((done) => done || answerAccounts(req, res, api))
    .then((done) => done || answerApi(req, res, api))
    .then((done) => done || res.writeHead(404).end());
});
const live = await startLive({
  http,
  db: serving.db,
  store: serving.store,
  limits,
  metrics,
  accounts,
  publicUrl: null,
  processId: newRowId(),
  report,
  protections: { idempotency: options.idempotency },
  ...(options.rate !== null && { rule: { kind: 'constant', rate: options.rate } }),
});
http.listen(env.port, '127.0.0.1', () => {
  const address = http.address();
  process.stdout.write(
    `${JSON.stringify({ port: address && typeof address === 'object' ? address.port : 0 })}\n`,
  );
});
