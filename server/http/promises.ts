import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { refuse } from '@/core/contract/refusal';
import { deviceToken } from '../auth/device';
import { hashToken } from '../auth/token';
import { promiseScript } from '../catalog/promises';
import type { Database } from '../store/database';
import { seatOf } from '../store/seats';
import { problem } from './reply';

const address = /^\/api\/runs\/([0-9A-Za-z_-]{10,40})\/promises\.js$/;
const query = z.object({ run: z.coerce.number().int().min(1).max(99) });

/** Answers `/api/runs/{seat}/promises.js?run=N`, the script of a worker; false where the request is for somebody else. */
export async function answerPromises(
  req: IncomingMessage,
  res: ServerResponse,
  { db }: { db: Database },
): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?');
  const [, seatId] = address.exec(path) ?? [];
  if (seatId === undefined) return false;
  const token = deviceToken(req.headers.cookie);
  const seat = token === null ? null : await seatOf(db, seatId, hashToken(token));
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  const script = seat && asked.success ? await promiseScript(db, seat, asked.data.run) : null;
  if (script === null) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
  res.end(script);
  return true;
}
