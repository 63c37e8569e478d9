import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { refuse } from '@/core/contract/refusal';
import { deviceToken } from '../auth/device';
import { hashToken } from '../auth/token';
import { csvOf, exportRun } from '../catalog/exportRun';
import type { Database } from '../store/database';
import { seatOf } from '../store/seats';
import { json, problem } from './reply';

const address = /^\/api\/runs\/([0-9A-Za-z_-]{10,40})\/export\.(csv|json)$/;

/** Which run of the plan, from 1; 0 is the practice; absent: the one the team is in. */
const query = z.object({ run: z.coerce.number().int().min(0).max(99).optional() });

/** Answers `/api/runs/{seat}/export.csv|json?run=N` for a device's own seat; false where the request is for somebody else. */
export async function answerExport(
  req: IncomingMessage,
  res: ServerResponse,
  { db }: { db: Database },
): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?');
  const [, seatId, form] = address.exec(path) ?? [];
  if (seatId === undefined) return false;
  const token = deviceToken(req.headers.cookie);
  const seat = token === null ? null : await seatOf(db, seatId, hashToken(token));
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  const found = seat && asked.success ? await exportRun(db, seat, asked.data.run) : null;
  if (!found) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  res.setHeader(
    'content-disposition',
    `attachment; filename="meanwhile-${found.scenario}-${found.run}-${found.mode}.${form}"`,
  );
  if (form === 'json') {
    json(res, 200, found);
    return true;
  }
  res.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  res.end(csvOf(found));
  return true;
}
