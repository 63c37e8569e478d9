import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { wallNow } from './clock';
import { Forked } from './forked';
import { type Delivery, letterOf, load, type Variant } from './liveLoad';
import { accepted, atOnce, connected } from './livePlayers';

const frameSchema = z.object({ due: z.number().nullable() });

/** tests/bench/livePlain.ts with its clients. */
export async function baseline(
  name: string,
  dir: string,
  bare: boolean,
): Promise<Variant & { server: Forked }> {
  const server = await Forked.start(
    'tests/bench/livePlain.ts',
    [path.join(dir, `${name}.db`), ...(bare ? ['--bare'] : [])],
    {},
  );
  let seen: { at: number; raw: unknown }[] = [];
  const sockets = await atOnce(load.runs, 40, async (run) => {
    const socket = await connected(server.base, { run });
    socket.on('frame', (raw: unknown) => seen.push({ at: wallNow(), raw }));
    return socket;
  });
  return {
    name,
    server,
    async begin() {
      seen = [];
      await server.ask('begin', z.unknown());
    },
    async command(run, k) {
      const socket = sockets[run];
      if (socket) await accepted(socket, 'mail.send', letterOf(run, k), `bench-${k}`.padEnd(16, '-'));
    },
    async end(from, to) {
      await server.ask('end', z.unknown());
      await wait(200);
      const deliveries = seen.flatMap(({ at, raw }): Delivery[] => {
        const { due } = frameSchema.parse(raw);
        return due === null ? [] : [{ due, handled: at }];
      });
      return deliveries.filter(({ due }) => due >= from && due < to);
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await server.stop();
    },
  };
}
