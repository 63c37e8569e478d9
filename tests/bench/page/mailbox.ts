import type { NewEvent, RunEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { apply } from '@/core/sim/run/apply';
import { decide, startRun } from '@/core/sim/run/decide';
import { advance } from '@/core/sim/run/due';
import { newRun } from '@/core/sim/run/state';
import { createWorld, engineVersion } from '@/core/sim/world';
import { hashToken } from '@/server/auth/token';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { migrate } from '@/server/store/migrations';
import { saveScenario } from '@/server/store/scenarios';
import { createSoloTeam } from '@/server/store/teams';
import { village, villager } from '../../support/village';

/** The cookie of the one visitor, and their seat. */
export const token = 'B'.repeat(43);
export const seat = 'bench-seat-000001';
const runId = 'bench-run-0000001';

/** Somebody away answers every mail at once with a notice: two mails for each one sent. */
export const awayScenario = (): Scenario =>
  village({
    slug: 'bench-mailbox',
    lengthMin: 28_800,
    recipients: [
      villager('ada', { outOfOffice: { deputy: 'ben', text: 'I am away until Monday, and read nothing.' } }),
      villager('ben'),
      villager('cleo'),
    ],
  });

/** Fills a database with one run whose mailbox holds so many mails, half of them from the same recipient; its clock stands. */
export async function fillMailbox(file: string, mails: number): Promise<void> {
  await migrate(file, { backups: `${file}.backups`, now: new Date() });
  const db = await Database.open(file);
  const scenario = awayScenario();
  await saveScenario(db, { scenario, sha256: 'bench', now: 0 });
  const header = {
    runId,
    scenario,
    mode: 'mail' as const,
    seed: 'bench',
    receipts: true,
    runIndex: 0,
    engineVersion,
  };
  const now = Date.now();
  await createSoloTeam(db, {
    team: {
      teamId: 'bench-team-000001',
      plan: 'mail',
      practice: false,
      scenario,
      seed: 'bench',
      receipts: true,
    },
    run: { header, role: 'played' },
    device: { id: 'bench-device-0001', tokenHash: hashToken(token) },
    seat: { id: seat },
    now,
  });
  const store = new EventStore(db);
  await store.append(`run:${runId}`, written(header, mails, now));
  await store.close();
}

function written(header: Parameters<typeof createWorld>[0], mails: number, at: number): RunEvent[] {
  const state = newRun(createWorld(header));
  const log: NewEvent[] = [];
  const take = (events: readonly NewEvent[]) => {
    for (const event of events) {
      apply(state, event);
      log.push(event);
    }
  };
  take(startRun(state.world));
  take([{ type: 'clock.started', simMs: 0, actor: 'world', data: { at, rate: 60 } }]);
  for (let k = 0; k < mails / 2; k++) {
    const simMs = (k + 1) * 1_000;
    log.push(...advance(state, simMs));
    const thread = state.threads.size > 0 && k % 5 !== 0 ? [...state.threads.keys()].at(-1) : undefined;
    const body = {
      to: 'ada',
      subject: `Question ${k}`,
      text: `Where do we stand with number ${k}? I would like to tell the others before the bell, if you can.`,
      asks: [],
      details: [],
      ...(thread && { threadId: thread }),
    };
    const decided = decide(state, { name: 'mail.send', body }, simMs, 'p1');
    if (!decided.ok) throw new Error(decided.refusal.message);
    take(decided.events);
    for (const e of decided.events)
      if (e.type === 'mail.received')
        take([{ type: 'mail.opened', simMs, actor: 'p1', data: { mailId: e.data.mailId } }]);
  }
  take([{ type: 'clock.paused', simMs: state.simMs, actor: 'p1', data: { at: at + 1, why: 'asked' } }]);
  return log.map((event, i) => ({ ...event, seq: i + 1, v: 1, at: at + 1 }));
}
