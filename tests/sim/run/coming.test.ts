import { expect, test } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { apply } from '@/core/sim/run/apply';
import { nextDue } from '@/core/sim/run/due';
import type { RunState } from '@/core/sim/run/state';
import { newRun } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { packFile } from '@/tests/support/packFiles';

const quick = packFile('launch-week-quick');
const week = packFile('launch-week');

/** Somebody who asks after each event what is due next, and then looks everywhere anew: the moments at which the two differ. */
function differences(
  log: readonly NewEvent[],
  state: RunState,
  told = (s: RunState, e: NewEvent) => apply(s, e),
) {
  const wrong: string[] = [];
  log.forEach((event, i) => {
    told(state, event);
    const kept = nextDue(state);
    state.coming.everything();
    if (nextDue(state) !== kept) wrong.push(`${i} ${event.type}`);
  });
  return wrong;
}

const runs = [quick, week].flatMap((scenario) =>
  (['serial-caller', 'parallel-mailer', 'hybrid'] as const).flatMap((policy) =>
    [1, 2, 3].map((k) => ({ scenario, policy, seed: replicationSeed('coming', k) })),
  ),
);
const modes = { 'serial-caller': 'call', 'parallel-mailer': 'mail', hybrid: 'free' } as const;
const played = ({ scenario, policy, seed }: (typeof runs)[number]) => {
  const mode = modes[policy];
  const { log } = replicate({ scenario, policy, mode, habits: habitsFor(scenario), seed });
  const world = createWorld({ scenario, mode, seed, receipts: true, runIndex: 0 });
  return { log, state: newRun(world) };
};

test('T4: looking only where an event may have changed something finds what looking everywhere does', () => {
  for (const run of runs) {
    const { log, state } = played(run);
    expect(log.length).toBeGreaterThan(50);
    expect(differences(log, state)).toEqual([]);
  }
});

test('an event that does not say where to look is caught', () => {
  const run = runs.find((r) => r.policy === 'parallel-mailer');
  if (!run) throw new Error('no such run');
  const { log, state } = played(run);
  const silent = { person: () => undefined };
  const wrong = differences(log, state, (s, event) => {
    if (event.type !== 'mail.delivered') return apply(s, event);
    const { coming } = s;
    s.coming = Object.assign(Object.create(coming), silent);
    apply(s, event);
    s.coming = coming;
  });
  expect(wrong.length).toBeGreaterThan(0);
});
