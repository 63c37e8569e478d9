import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Socket } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { Database } from '@/server/store/database';
import { send, type Visitor } from '../support/liveServer';
import { RealServer } from '../support/realServer';
import { closing, tempFolder } from '../support/storeFixture';

/** How large a file of a running process may become, in bytes: what grows beyond it is refused by the system (Linux). */
const limitFiles = (pid: number, bytes: number | 'unlimited'): number | null =>
  spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`]).status;
const can = limitFiles(process.pid, 'unlimited') === 0;

const mail = (text: string) => ({ to: 'noor', subject: 'S', text, asks: ['cake'] });

interface Played {
  server: RealServer;
  visitor: Visitor;
  socket: Socket;
  dir: string;
  /** Ids of the commands the server said yes to. */
  accepted: string[];
  send(commandId: string): ReturnType<typeof send>;
}

/** A run with one mail in it, on a server whose files can no longer grow. */
async function playedOnFullDisk(swallow: boolean): Promise<Played> {
  const dir = await tempFolder();
  const server = await RealServer.start(dir, { rate: 1, swallow });
  const visitor = await server.visitor();
  const socket = await server.connected(visitor);
  const accepted: string[] = [];
  const sent = async (commandId: string) => {
    const reply = await send(socket, 'mail.send', mail(commandId), commandId);
    if (reply.ok) accepted.push(commandId);
    return reply;
  };
  await send(socket, 'clock.start', {});
  await sent('before-the-end-of-space');
  limitFiles(server.child.pid, statSync(path.join(dir, 'meanwhile.db-wal')).size);
  return { server, visitor, socket, dir, accepted, send: sent };
}

/** Command ids of all mails in the log, after kill -9. */
async function storedAfterKill({ server, dir }: Played): Promise<(string | null)[]> {
  await server.kill();
  const db = closing(await Database.open(path.join(dir, 'meanwhile.db')));
  const events = await db.read((client) => client.event.findMany({ where: { type: 'mail.sent' } }));
  return events.map((event) => event.commandId);
}

describe.skipIf(!can)('a disk that takes nothing more while a run is in play', { timeout: 60_000 }, () => {
  test('nothing is acknowledged that is not stored, and with space again the same command succeeds once', async () => {
    const played = await playedOnFullDisk(false);
    const { server } = played;
    expect(await played.send('while-there-is-none')).toMatchObject({
      ok: false,
      refusal: { code: 'unsaved', message: expect.stringContaining('could not save') },
    });
    expect(await played.send('while-there-is-none')).toMatchObject({ refusal: { code: 'unsaved' } });
    expect(await server.ready()).toEqual({
      status: 503,
      reasons: ['Nothing can be stored: the disk failed.'],
    });
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);

    limitFiles(server.child.pid, 'unlimited');
    const first = await played.send('while-there-is-none');
    expect(first).toMatchObject({ ok: true });
    expect(await played.send('while-there-is-none')).toEqual(first);
    expect(await server.ready()).toEqual({ status: 200, reasons: [] });
    expect(await storedAfterKill(played)).toEqual([...new Set(played.accepted)]);
  });

  test('a page opened meanwhile is served as soon as there is space again, on the same connection', async () => {
    const played = await playedOnFullDisk(false);
    const { server, visitor, socket } = played;
    await played.send('while-there-is-none');
    const late = await server.connected(visitor);
    const resume = () => late.timeout(5_000).emitWithAck('resume', null);
    expect(await resume()).toMatchObject({ ok: false, refusal: { code: 'busy' } });
    limitFiles(server.child.pid, 'unlimited');
    expect(await resume()).toMatchObject({ ok: true, snapshot: { view: { ended: null } } });
    socket.disconnect();
    const shown = new Promise((done) => late.once('frame', done));
    expect(await send(late, 'mail.send', mail('From the late page'))).toMatchObject({ ok: true });
    await shown;
  });

  test('negative control: a store that swallows the refusal is found out', async () => {
    const played = await playedOnFullDisk(true);
    expect(await played.send('while-there-is-none')).toMatchObject({ ok: true });
    expect(await storedAfterKill(played)).not.toContain('while-there-is-none');
    expect(played.accepted).toContain('while-there-is-none');
  });
});
