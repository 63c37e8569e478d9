import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import next from 'next';
import { Accounts } from './auth/accounts';
import { createLimits } from './auth/limits';
import { firstAdminFrom, firstAdminLink } from './auth/links';
import { removeDoor, writeDoor } from './auth/operatorFile';
import { signInSecret } from './auth/secret';
import { shareAccounts } from './auth/shared';
import { newRowId, newToken } from './auth/token';
import { seedFolder, seedPacks } from './catalog/packs';
import { type Env, envOrExit } from './env';
import { answerAccounts } from './http/accounts';
import { answerApi } from './http/api';
import { answerAuthoring } from './http/authoring';
import { answerExport } from './http/export';
import { secure } from './http/headers';
import { answerHealth } from './http/health';
import { answerOperator } from './http/operator';
import { answerPromises } from './http/promises';
import { answerReplications } from './http/replications';
import { answerScenarioExport } from './http/scenarioExport';
import { answerScreen } from './http/screen';
import { answerSessionExport } from './http/sessionExport';
import { type LiveServer, startLive } from './live';
import { createLog } from './observe/log';
import { createMetrics } from './observe/metrics';
import { type Serving, serveDatabase } from './store/serving';
import { shareDatabase } from './store/shared';

const dev = process.env.NODE_ENV !== 'production';
const env = envOrExit();
const log = createLog(env.logLevel);
const report = (what: string, error: unknown) => log.error({ err: errorOf(error) }, what);

/** Message and stack, never the fields an error may carry. */
const errorOf = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { message: String(error) };

/** Listens and stops again: a port that cannot be had is told before anything is done to the data. */
function probePort({ port, host }: Env): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function noPort(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${env.port} is in use. Stop what uses it, or choose another with PORT=3001.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `Cannot listen on ${env.host}:${env.port}: ${reason}`;
}

/** A start that cannot succeed ends with one sentence. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

await probePort(env).catch((error: unknown) => giveUp(noPort(error)));
const serving = await serveDatabase(env).catch((error: unknown) =>
  giveUp(error instanceof Error ? error.message : String(error)),
);
shareDatabase(serving.db);
const packs = await seedPacks(serving.db);
const more = env.scenarioDir === null ? null : await seedFolder(serving.db, env.scenarioDir);
for (const problem of [...packs.problems, ...(more?.problems ?? [])])
  process.stderr.write(`Scenario left out: ${problem}\n`);

const metrics = createMetrics();
const limits = createLimits();
const secret = await signInSecret(env.databaseFile).catch((error: unknown) =>
  giveUp(`The key of sign-ins cannot be kept: ${error instanceof Error ? error.message : String(error)}`),
);
const accounts = new Accounts({ db: serving.db, secret, limits });
shareAccounts(accounts);
if (env.firstAdmin) await firstAdminFrom(serving.db, env.firstAdmin, Date.now());
const api = { db: serving.db, env, limits, report, accounts, rooms: () => live.rooms };
const operatorToken = newToken();
const http = createServer((req, res) => {
  secure(req, res, { dev });
  answer(req, res).catch((error) => {
    report('a request failed', error);
    if (!res.headersSent) res.writeHead(500);
    res.end();
  });
});

// `npm start` sets this for the build too (server/tools/build.ts); `npm run dev` comes straight here. Nothing calls home.
process.env.NEXT_TELEMETRY_DISABLED = '1';
const app = next({ dev, dir: process.cwd(), httpServer: http, customServer: true });
const pages = app.getRequestHandler();

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (await answerHealth(req, res, { env, ...serving, metrics })) return;
  if (await answerExport(req, res, api)) return;
  if (await answerSessionExport(req, res, api)) return;
  if (await answerScenarioExport(req, res, api)) return;
  if (await answerAuthoring(req, res, api)) return;
  if (await answerReplications(req, res, api)) return;
  if (await answerScreen(req, res, api)) return;
  if (await answerPromises(req, res, api)) return;
  if (await answerOperator(req, res, { db: serving.db, token: operatorToken })) return;
  if (await answerAccounts(req, res, api)) return;
  if (await answerApi(req, res, api)) return;
  await pages(req, res);
}

const live = await startLive({
  http,
  db: serving.db,
  store: serving.store,
  limits,
  metrics,
  accounts,
  publicUrl: env.publicUrl,
  proxies: env.trustProxy,
  addresses: inNetwork(env),
  processId: newRowId(),
  keepDays: env.keepDays,
  report,
});
await app.prepare();
http.once('error', (error) => giveUp(noPort(error)));
http.listen(env.port, env.host, () => void announce(env).catch((error: unknown) => giveUp(String(error))));
shutDownOn(['SIGINT', 'SIGTERM'], live, serving);

async function announce({ host, port, publicUrl, databaseFile }: Env): Promise<void> {
  const address = http.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  const here = `http://localhost:${actual}`;
  const url = isEverywhere(host) ? here : `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
  await writeDoor(databaseFile, { url, token: operatorToken });
  const lines = [`Meanwhile is ready.`, `  On this machine  ${here}`];
  for (const there of inNetwork({ host, port: actual })) lines.push(`  On your network  ${there}`);
  if (publicUrl) lines.push(`  Public address   ${publicUrl}`);
  const first = await firstAdminLink(serving.db, Date.now());
  if (first) lines.push(`  The first admin  ${publicUrl ?? here}/link#${first}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Where others in this machine's networks find the server; nowhere if it listens to this machine alone. */
function inNetwork({ host, port }: Pick<Env, 'host' | 'port'>): string[] {
  if (!isEverywhere(host)) return [];
  return Object.values(networkInterfaces())
    .flat()
    .filter((net) => net !== undefined && net.family === 'IPv4' && !net.internal)
    .map((net) => `http://${net?.address ?? ''}:${port}`);
}

/**
 * Finishes what is under way, then goes; asking again goes at once. A terminal tells every process of a group, so one
 * request may come twice within moments.
 */
function shutDownOn(signals: NodeJS.Signals[], running: LiveServer, database: Serving): void {
  let askedAt: number | null = null;
  const go = async () => {
    if (askedAt !== null && performance.now() - askedAt > 500) process.exit(1);
    if (askedAt !== null) return;
    askedAt = performance.now();
    http.close();
    await running.close();
    http.closeAllConnections();
    await removeDoor(env.databaseFile);
    await database.close();
    process.exit(0);
  };
  for (const signal of signals) process.on(signal, () => void go().catch((error) => giveUp(String(error))));
}
