import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { eventVersion, type RunEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { engineVersion } from '@/core/sim/world';
import { seedPacks } from '@/server/catalog/packs';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate } from '@/server/store/migrations';
import { runStream } from '@/server/store/runs';
import { currentScenario } from '@/server/store/scenarios';
import { createSoloTeam } from '@/server/store/teams';
import { Play } from '../support/play';
import { runName, warmUpRuns, withRuns } from './startLoad';

const memorySchema = z.object({ heapBytes: z.number(), residentBytes: z.number() });
/** What one loaded run takes, on average. */
export type RunMemory = z.infer<typeof memorySchema>;

const mails = 8;
const everyMin = 8;

/** Writes runs of the week's full mission to a new database: eight mails sent, the clock paused. */
export async function midGameRuns(file: string, dir: string): Promise<void> {
  await migrate(file, { backups: dir, now: new Date() });
  const db = await Database.open(file);
  await seedPacks(db);
  const scenario = await currentScenario(db, 'launch-week');
  if (!scenario) throw new Error('there is no pack launch-week');
  const store = new EventStore(db);
  for (let i = 0; i < withRuns + warmUpRuns; i++) {
    await createRun(db, scenario, i);
    await store.append(runStream(runName(i)), logOf(scenario, i));
  }
  await store.close();
}

async function createRun(db: Database, scenario: Scenario, i: number): Promise<void> {
  const [seed, receipts] = [`${i}`, true];
  const header = {
    runId: runName(i),
    scenario,
    mode: 'mail' as const,
    seed,
    receipts,
    runIndex: 0,
    engineVersion,
  };
  await createSoloTeam(db, {
    team: {
      teamId: `bench-team-${i}`.padEnd(21, '-'),
      plan: 'mail',
      practice: false,
      scenario,
      seed,
      receipts,
    },
    run: { header, role: 'played' },
    device: { id: `bench-device-${i}`.padEnd(21, '-'), tokenHash: `token-${i}` },
    seat: { id: `bench-seat-${i}`.padEnd(21, '-') },
    now: 0,
  });
}

function logOf(scenario: Scenario, i: number): RunEvent[] {
  const play = new Play(scenario, `${i}`);
  scenario.requests.slice(0, mails).forEach(({ id, recipient, title, ask }, k) => {
    play.at(2 + k * everyMin, 'mail.send', { to: recipient, subject: title, text: ask, asks: [id] });
  });
  play.until((mails + 1) * everyMin);
  const [first, ...rest] = play.log;
  if (!first) throw new Error('a run begins with an event');
  const { simMs } = play.state;
  const clocked = [
    first,
    { type: 'clock.started' as const, simMs: 0, actor: 'world' as const, data: { at: 0, rate: 60 } },
    ...rest,
    {
      type: 'clock.paused' as const,
      simMs,
      actor: 'p1' as const,
      data: { at: simMs / 60, why: 'asked' as const },
    },
  ];
  return clocked.map((event, k) => ({
    ...event,
    seq: k + 1,
    v: eventVersion,
    at: event.simMs / 60,
    ...(event.type === 'mail.sent' && {
      commandId: `bench-command-${k}`,
      commandHash: `${k}`.padEnd(64, '0'),
    }),
  }));
}

/** Loads all runs of the file in a process of their own. */
export async function loadedRuns(file: string): Promise<RunMemory> {
  const args = ['--expose-gc', '--import', 'tsx', 'tests/bench/startMemory.ts', file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return memorySchema.parse(JSON.parse(stdout));
}
