import { expect, test } from 'vitest';
import { policyNames } from '@/core/contract/policy';
import { habitsFor } from '@/core/policy/habits';
import { Outlook } from '@/core/policy/outlook';
import { playerOf } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { senseOf } from '@/core/policy/sense';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { seedOf } from '@/core/sim/chance/draw';
import { apply } from '@/core/sim/run/apply';
import { newRun } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { applyChanges } from '@/core/view/applyChange';
import { changesOf } from '@/core/view/changesOf';
import { viewOf } from '@/core/view/viewOf';
import { missions, packFile } from '@/tests/support/packFiles';

const told = (outlook: Outlook) => ({
  known: [...outlook.known],
  unopened: outlook.unopened.map((m) => m.mailId),
  askable: outlook.askable.map(({ item, to, details }) => ({ id: item.id, to, details })),
});

test('B1 to B4: what a player remembers of earlier views is what they would make of this one alone, after every event of every mission', () => {
  let looks = 0;
  const askable = new Set<string>();
  for (const scenario of missions.map(packFile))
    for (const policy of policyNames) {
      const [mode] = policies[policy].modes;
      const habits = habitsFor(scenario);
      const seed = replicationSeed('outlook', scenario.requests.length);
      const { log } = replicate({ scenario, policy, mode, habits, seed });
      const state = newRun(createWorld({ scenario, mode, seed, receipts: true, runIndex: 0 }));
      const player = playerOf(seedOf(`player ${seed}`), policy, habits);
      const sense = senseOf(scenario);
      const kept = new Outlook(player, sense);
      let view = viewOf(state);
      for (const event of log) {
        apply(state, event);
        view = applyChanges(view, changesOf(event, state));
        const now = told(kept.on(view));
        expect(now, `${scenario.slug} ${policy} ${event.type}`).toEqual(
          told(new Outlook(player, sense).on(view)),
        );
        askable.add(JSON.stringify(now.askable));
        looks++;
      }
    }
  // So that it would be noticed if nothing ever changed.
  expect(looks).toBeGreaterThan(5_000);
  expect(askable.size).toBeGreaterThan(200);
});
