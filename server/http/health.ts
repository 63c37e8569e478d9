import { timingSafeEqual } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { refuse } from '@/core/contract/refusal';
import type { Env } from '../env';
import type { Metrics } from '../observe/metrics';
import type { Database } from '../store/database';
import { json, problem } from './reply';

/** Below this the disk counts as full (bytes). */
const leastFree = 64 * 1024 * 1024;

export interface HealthParts {
  env: Env;
  db: Database;
  /** Why the last write was refused, in words; null when it was not. A heartbeat writes every two seconds. */
  store: { readonly refusal: string | null };
  metrics: Metrics;
}

/** Answers `/healthz` (alive), `/readyz` (database read and written, room on the disk), `/metrics`; false where the request is for somebody else. */
export async function answerHealth(
  req: IncomingMessage,
  res: ServerResponse,
  parts: HealthParts,
): Promise<boolean> {
  switch (req.url) {
    case '/healthz':
      json(res, 200, { alive: true });
      return true;
    case '/readyz': {
      const reasons = await reasonsNotReady(parts);
      json(res, reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons });
      return true;
    }
    case '/metrics':
      await metricsPage(req, res, parts);
      return true;
    default:
      return false;
  }
}

async function reasonsNotReady({ db, env, store }: HealthParts): Promise<string[]> {
  const reads = await db
    .read((client) => client.heartbeat.count())
    .then(
      () => true,
      () => false,
    );
  const disk = await statfs(path.dirname(env.databaseFile)).catch(() => null);
  const full = disk !== null && disk.bavail * disk.bsize < leastFree;
  return [
    ...(reads ? [] : ['The database cannot be read.']),
    ...(store.refusal === null ? [] : [`Nothing can be stored: ${store.refusal}.`]),
    ...(full ? ['The disk is nearly full.'] : []),
  ];
}

async function metricsPage(
  req: IncomingMessage,
  res: ServerResponse,
  { env, metrics }: HealthParts,
): Promise<void> {
  if (!mayRead(req, env.metricsToken)) return problem(res, 403, refuse('unknown'));
  const { type, text } = await metrics.page();
  res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  res.end(text);
}

function mayRead(req: IncomingMessage, token: string | null): boolean {
  if (token === null) return /^(::1|(::ffff:)?127\.)/.test(req.socket.remoteAddress ?? '');
  const given = Buffer.from(String(req.headers.authorization ?? ''));
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
