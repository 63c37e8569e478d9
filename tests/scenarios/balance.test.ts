import { describe, expect, test } from 'vitest';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { missions, packFile } from '../support/packFiles';

/** Few: docs/balance.md has the figures from 500. The seed is fixed, so that the verdict is too. */
const replications = 32;
const bots = { mail: 'parallel-mailer', call: 'serial-caller' } as const;

/** Share of replications in which everything was answered before the end. */
function finished(scenario: Scenario, mode: keyof typeof bots): number {
  const habits = habitsFor(scenario);
  const ends = Array.from({ length: replications }, (_, k) =>
    replicate({ scenario, policy: bots[mode], mode, habits, seed: replicationSeed('balance', k) }),
  );
  return ends.filter((r) => r.measures.completionTime !== null).length / replications;
}

/** 50 to 95 %, widened by what 32 replications cannot tell apart; never all of them. */
const inBand = (share: number): boolean => share >= 0.4 && share < 1;

const lasting = (scenario: Scenario, factor: number): Scenario =>
  scenarioSchema.parse({ ...scenario, lengthMin: Math.round(scenario.lengthMin * factor) });

describe.each(missions)('B1, B3: %s is worth playing', (slug) => {
  test.each(['mail', 'call'] as const)(
    'in %s mode most finish, and not everybody',
    (mode) => {
      const share = finished(packFile(slug), mode);
      expect(inBand(share), `${share} finished`).toBe(true);
    },
    60_000,
  );
});

describe('negative control: the band notices a mission that is out of balance', () => {
  test.each([
    ['too hard', 0.4],
    ['too easy', 2],
  ])(
    '%s: the length times %d',
    (_, factor) => {
      const share = finished(lasting(packFile('launch-week-quick'), factor), 'mail');
      expect(inBand(share), `${share} finished`).toBe(false);
    },
    60_000,
  );
});
