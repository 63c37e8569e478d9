import path from 'node:path';
import { expect, test } from 'vitest';
import { Database } from '@/server/store/database';
import { runEvents } from '@/server/store/runs';
import { send } from '../support/liveServer';
import { RealServer } from '../support/realServer';
import { tempFolder } from '../support/storeFixture';

const rate = 10;

/** The time of day and the monotonic time of another process may be so far apart (ms). */
const clocksDiffer = 100;

/** When it was gone. */
async function killed(server: RealServer): Promise<number> {
  await server.kill();
  return Date.now();
}

/** Where and when the clock of the only run was anchored, in order. */
async function anchors(dir: string): Promise<{ simMs: number; at: number }[]> {
  const db = await Database.open(path.join(dir, 'meanwhile.db'));
  const run = await db.read((client) => client.run.findFirstOrThrow());
  const events = await runEvents(db, run.id);
  await db.close();
  return events.filter((e) => e.type.startsWith('clock.')).map(({ simMs, at }) => ({ simMs, at }));
}

test('T5: processes that nobody visits, one after another, give no play time away', {
  timeout: 60_000,
}, async () => {
  const dir = await tempFolder();
  const first = await RealServer.start(dir, { rate });
  await send(await first.connected(await first.visitor()), 'clock.start', {});
  const kills = [await killed(first)];
  for (let i = 0; i < 2; i++) kills.push(await killed(await RealServer.start(dir, { rate })));
  const found = await anchors(dir);
  expect(found).toHaveLength(3);
  found.forEach(({ simMs, at }, i) => {
    const lived = (kills[i] ?? 0) - at;
    const reached = found[i + 1]?.simMs ?? simMs;
    expect(reached - simMs).toBeLessThanOrEqual((lived + clocksDiffer) * rate);
  });
});
