import type { IncomingMessage, ServerResponse } from 'node:http';
import { Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { refuse } from '@/core/contract/refusal';
import type { Accounts } from '../auth/accounts';
import { allowed, whoOf } from '../auth/may';
import { csvPieces, exportSession, jsonPieces, type SessionExport } from '../catalog/exportSession';
import type { Database } from '../store/database';
import { sessionById } from '../store/sessions';
import { problem } from './reply';

const address = /^\/api\/sessions\/([0-9A-Za-z_-]{10,40})\/export\.(zip|json)$/;
const query = z.object({ names: z.enum(['yes', 'no']).default('yes') });

/** Answers `/api/sessions/{id}/export.zip|json?names=no` for whoever leads the session; false where the request is for somebody else. */
export async function answerSessionExport(
  req: IncomingMessage,
  res: ServerResponse,
  { db, accounts }: { db: Database; accounts: Accounts },
): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?');
  const [, sessionId, form] = address.exec(path) ?? [];
  if (sessionId === undefined) return false;
  const me = await accounts.current(req.headers.cookie ?? null);
  const session = allowed(whoOf(me), 'session.export', await sessionById(db, sessionId));
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  const found =
    session && asked.success
      ? await exportSession(db, sessionId, { names: asked.data.names === 'yes' })
      : null;
  if (!found) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  res.writeHead(200, {
    'content-type': form === 'zip' ? 'application/zip' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="meanwhile-${found.slug}.${form}"`,
    'cache-control': 'no-store',
  });
  if (form === 'zip') await writeZip(found, res);
  else for await (const piece of jsonPieces(found)) await write(res, piece);
  res.end();
  return true;
}

/** Waits while the other side is slower than the reading; rejects when it has gone. */
async function write(res: ServerResponse, piece: string | Uint8Array): Promise<void> {
  if (res.destroyed) throw new Error('the download was given up');
  if (!res.write(piece)) await drained(res);
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      res.off('drain', over).off('close', over);
      done();
    };
    res.on('drain', over).on('close', over);
  });
}

async function writeZip(found: SessionExport, res: ServerResponse): Promise<void> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failed = error;
    else ready.push(piece);
  });
  const flush = async () => {
    if (failed) throw failed;
    for (const piece of ready.splice(0)) await write(res, piece);
  };
  const add = async (name: string, pieces: AsyncIterable<string>) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const piece of pieces) {
      file.push(Buffer.from(piece, 'utf8'));
      await flush();
    }
    file.push(new Uint8Array(0), true);
    await flush();
  };
  await add('session.json', one(`${JSON.stringify(found.about, null, 2)}\n`));
  for (const table of found.tables) await add(table.name, csvPieces(table));
  zip.end();
  await flush();
}

async function* one(text: string): AsyncIterable<string> {
  yield text;
}
