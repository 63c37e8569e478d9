import { setTimeout as wait } from 'node:timers/promises';
import { inProcessAlarm } from '@/server/alarm/inProcess';
import { wallClock } from '@/server/alarm/wallClock';
import { Runner } from '@/server/session/runner';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { runName, warmUpRuns, withRuns } from './startLoad';

/** Memory with and without the runs of a database loaded, each with a viewer; printed as one JSON line. Needs --expose-gc. */
const db = await Database.open(process.argv[2] ?? '');
const alarm = inProcessAlarm(wallClock, () => undefined);
const publisher = { frame: () => undefined, draft: () => undefined };
const runner = new Runner({ store: new EventStore(db), wall: wallClock, alarm, publisher }, null);

async function measured(): Promise<NodeJS.MemoryUsage> {
  if (!globalThis.gc) throw new Error('start Node with --expose-gc');
  for (let i = 0; i < 3; i++) {
    await wait(50);
    globalThis.gc();
  }
  return process.memoryUsage();
}

for (let i = withRuns; i < withRuns + warmUpRuns; i++) {
  await runner.join(runName(i));
  await runner.drop(runName(i));
}
const before = await measured();
for (let i = 0; i < withRuns; i++)
  if (!(await runner.join(runName(i)))) throw new Error(`${runName(i)} is not in the database`);
const after = await measured();
process.stdout.write(
  `${JSON.stringify({
    heapBytes: (after.heapUsed - before.heapUsed) / withRuns,
    residentBytes: (after.rss - before.rss) / withRuns,
  })}\n`,
);
process.exit(runner.size === withRuns ? 0 : 1);
