import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scenario } from '@/core/contract/scenario';
import { engineVersion } from '@/core/sim/world';
import { inProcessAlarm } from '@/server/alarm/inProcess';
import { wallClock } from '@/server/alarm/wallClock';
import { Runner } from '@/server/session/runner';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate } from '@/server/store/migrations';
import { saveScenario } from '@/server/store/scenarios';
import { createSoloTeam } from '@/server/store/teams';
import { village } from '../support/village';
import { type Figure, median, type Report, reportOf } from './report';

const runs = 100;
const roundMs = 3_000;

/**
 * `store`: accepted *send mail* commands per second through the runner, durable and acknowledged, 100 runs at once; beside bare Prisma
 * `create` calls per second on the same file, in turn.
 */
export async function benchStore(rounds: number): Promise<Report> {
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const file = path.join(dir, 'meanwhile.db');
  await migrate(file, { backups: dir, now: new Date() });
  const db = await Database.open(file);
  const runner = await playing(db, village({ lengthMin: 28_800 }));
  const sends: number[] = [];
  const creates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    sends.push(await rate(runs, (i, k) => send(runner, i, `${round}-${k}`)));
    creates.push(await rate(1, (_, k) => create(db, round, k)));
  }
  await runner.close();
  await db.close();
  await rm(dir, { recursive: true });
  const ratio = median(sends.map((s, i) => s / (creates[i] ?? Number.NaN)));
  const accepted: Figure = {
    metric: 'accepted mail.send, durable',
    unit: 'per second',
    value: median(sends),
    min: Math.min(...sends),
    max: Math.max(...sends),
    baseline: median(creates),
    ratio,
    goal: 'at least half of bare Prisma create',
    met: ratio >= 0.5,
  };
  return reportOf('store', rounds, [accepted]);
}

const runName = (i: number): string => `bench-run-${String(i).padStart(6, '0')}`;

async function playing(db: Database, scenario: Scenario): Promise<Runner> {
  await saveScenario(db, { scenario, sha256: 'bench', now: 0 });
  const store = new EventStore(db);
  const alarm = inProcessAlarm(wallClock, (id) => void runner.wake(id));
  const publisher = { frame: () => undefined, draft: () => undefined };
  const runner: Runner = new Runner(
    { store, wall: wallClock, alarm, publisher, rule: { kind: 'constant', rate: 1 } },
    null,
  );
  for (let i = 0; i < runs; i++) {
    const header = {
      runId: runName(i),
      scenario,
      mode: 'mail' as const,
      seed: `${i}`,
      receipts: true,
      runIndex: 0,
      engineVersion,
    };
    const seat = { id: `bench-seat-${i}`.padEnd(16, 'x') };
    const { seed, receipts } = header;
    await createSoloTeam(db, {
      team: { teamId: `team-${i}`.padEnd(16, 'x'), plan: 'mail', practice: false, scenario, seed, receipts },
      run: { header, role: 'played' },
      device: { id: `device-${i}`.padEnd(16, 'x'), tokenHash: `token-${i}` },
      seat,
      now: 0,
    });
    await runner.join(header.runId);
    await runner.command(header.runId, { name: 'clock.start', body: {} }, 'p1', 'start-the-clock');
  }
  return runner;
}

/** How often `act` is done in a second by so many callers, each waiting for its own answer. */
async function rate(callers: number, act: (caller: number, k: string) => Promise<void>): Promise<number> {
  const started = performance.now();
  let done = 0;
  const caller = async (i: number) => {
    for (let k = 0; performance.now() - started < roundMs; k++) {
      await act(i, `${k}`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, i) => caller(i)));
  return (done * 1_000) / (performance.now() - started);
}

const contacts = ['ada', 'ben', 'cleo'];

async function send(runner: Runner, run: number, k: string): Promise<void> {
  const body = {
    to: contacts[run % 3] ?? 'ada',
    subject: 'Bench',
    text: 'A mail of ordinary length for a benchmark.',
    asks: [],
    details: [],
  };
  const outcome = await runner.command(runName(run), { name: 'mail.send', body }, 'p1', `bench-command-${k}`);
  if (!outcome.ok && outcome.refusal.code !== 'tooMany') throw new Error(outcome.refusal.message);
}

async function create(db: Database, round: number, k: string): Promise<void> {
  const data = JSON.stringify({
    text: 'A mail of ordinary length for a benchmark.',
    filler: 'x'.repeat(250),
  });
  const row = {
    stream: `bench-${round}`,
    seq: Number(k) + 1,
    v: 1,
    simMs: 0,
    at: 0,
    type: 'bench',
    actor: 'world',
    data,
  };
  await db.write((client) => client.event.create({ data: row }));
}
