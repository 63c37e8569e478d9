import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '@/core/contract/refusal';
import { deviceToken } from '../auth/device';
import { hashToken } from '../auth/token';
import { csvOf, exportRun } from '../catalog/exportRun';
import type { Database } from '../store/database';
import { seatOf } from '../store/seats';
import { json, problem } from './reply';

const address = /^\/api\/runs\/([0-9A-Za-z_-]{10,40})\/export\.(csv|json)$/;

/** Answers `/api/runs/{seat}/export.csv|json` for a device's own seat; false where the request is for somebody else. */
export async function answerExport(
  req: IncomingMessage,
  res: ServerResponse,
  { db }: { db: Database },
): Promise<boolean> {
  const [, seatId, form] = address.exec((req.url ?? '').split('?')[0] ?? '') ?? [];
  if (seatId === undefined) return false;
  const token = deviceToken(req.headers.cookie);
  const seat = token === null ? null : await seatOf(db, seatId, hashToken(token));
  const found = seat && (await exportRun(db, seat));
  if (!found) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  res.setHeader('content-disposition', `attachment; filename="meanwhile-${found.scenario}.${form}"`);
  if (form === 'json') {
    json(res, 200, found);
    return true;
  }
  res.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  res.end(csvOf(found));
  return true;
}
