import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import { commandEveryMs, deliveryEveryMs, measuredMs, runs, wallNow, warmUpMs } from './load';
import { served } from './process';
import { type Lateness, pause } from './product';

/** One round of the baseline, or of the bare timers without a database. */
export async function baselineRound(durable: boolean): Promise<Lateness> {
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const server = await served('tests/bench/live/bareServer.ts', [
    durable ? path.join(dir, 'bare.db') : 'none',
  ]);
  const deliveries: number[] = [];
  const commands: number[] = [];
  const from = wallNow() + warmUpMs + deliveryEveryMs;
  const until = from + measuredMs;
  const play = async (i: number) => {
    const socket = io(`http://127.0.0.1:${server.port}`, { transports: ['websocket'], forceNew: true });
    socket.on('frame', ({ due }: { due: number }) => {
      if (due >= from && due < until) deliveries.push(wallNow() - due);
    });
    await new Promise<void>((done) => socket.once('connect', done));
    await pause((deliveryEveryMs * i) / runs);
    socket.emit('begin');
    await pause((commandEveryMs * i) / runs / 2);
    while (wallNow() < until) {
      const sent = wallNow();
      await socket.emitWithAck('act', { cardId: 'c1', choice: 0, filler: 'x'.repeat(100) });
      if (sent >= from) commands.push(wallNow() - sent);
      await pause(Math.max(0, sent + commandEveryMs - wallNow()));
    }
    socket.disconnect();
  };
  await Promise.all(Array.from({ length: runs }, (_, i) => play(i)));
  await server.stop();
  await rm(dir, { recursive: true });
  return { deliveries, commands };
}
