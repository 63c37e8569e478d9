import { describe, expect, test } from 'vitest';
import { keepInTab } from '@/app/_features/simulate/keep';
import { type Found, playedAs, Simulating } from '@/app/_features/simulate/simulating';
import { simulated } from '@/app/_features/simulate/simulation';
import { tabFindings } from '@/app/_ui/tabDrafts';
import { habitsFor } from '@/core/policy/habits';
import { playBatch } from '@/core/replication/batch';
import { hardestOf, outcomeOf, separationOf } from '@/core/whatIf/separation';
import { MemoryStorage } from '../support/memoryStorage';
import { packFile } from '../support/packFiles';

const taste = packFile('launch-week-taste');

/** What eight runs by each policy come to. */
function findings(policies: number = simulated.length): Found {
  const habits = habitsFor(taste);
  const played = simulated
    .slice(0, policies)
    .map(({ policy, mode }) =>
      playBatch({ study: { policy, mode, scenario: taste, habits, seed: 'kept' }, from: 0, to: 8 }),
    );
  const [mail, call] = played;
  return {
    of: playedAs(taste),
    findings: {
      policies: played.map((runs, i) => ({
        policy: simulated[i]?.policy ?? 'hybrid',
        outcome: outcomeOf(runs),
        hardest: hardestOf(taste, runs),
      })),
      separation: mail && call ? separationOf(mail, call) : null,
    },
  };
}

describe('what a simulation found', () => {
  test('is there again after the page was left, as it was', () => {
    const tab = new MemoryStorage();
    const before = new Simulating();
    keepInTab(before, 'taste', tab);
    before.store.setState({ found: findings() });
    const after = new Simulating();
    keepInTab(after, 'taste', tab);
    expect(after.store.getState()).toEqual({ state: { at: 'done' }, found: findings() });
  });

  test('is kept for its own scenario alone, and is called stopped where not all was played', () => {
    const tab = new MemoryStorage();
    tab.setItem(tabFindings('taste'), JSON.stringify(findings(2)));
    const [same, other] = [new Simulating(), new Simulating()];
    keepInTab(same, 'taste', tab);
    keepInTab(other, 'town', tab);
    expect(same.store.getState().state).toEqual({ at: 'stopped' });
    expect(other.store.getState()).toEqual({ state: { at: 'idle' }, found: null });
  });

  test('takes the place of nothing that was begun since', () => {
    const simulating = new Simulating();
    const playing = { at: 'playing', done: 1, of: 4 } as const;
    simulating.store.setState({ state: playing });
    simulating.restore(findings());
    expect(simulating.store.getState()).toEqual({ state: playing, found: null });
  });

  test('goes when another simulation begins, and is kept no more once nobody listens', () => {
    const tab = new MemoryStorage();
    const simulating = new Simulating();
    const stop = keepInTab(simulating, 'taste', tab);
    simulating.store.setState({ found: findings() });
    simulating.store.setState({ found: null });
    expect(tab.getItem(tabFindings('taste'))).toBeNull();
    stop();
    simulating.store.setState({ found: findings() });
    expect(tab.getItem(tabFindings('taste'))).toBeNull();
  });

  test.each([
    'no json',
    '[]',
    JSON.stringify({ of: 1, findings: {} }),
    JSON.stringify({ of: 'x', findings: { policies: [{ policy: 'guess' }], separation: null } }),
  ])('that cannot be read is left alone: %s', (text) => {
    const tab = new MemoryStorage();
    tab.setItem(tabFindings('taste'), text);
    const simulating = new Simulating();
    keepInTab(simulating, 'taste', tab);
    expect(simulating.store.getState().found).toBeNull();
  });

  test('a tab that is full keeps nothing of it, and the simulation goes on', () => {
    const tab = new MemoryStorage();
    tab.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const simulating = new Simulating();
    keepInTab(simulating, 'taste', tab);
    simulating.store.setState({ found: findings() });
    expect(simulating.store.getState().found).not.toBeNull();
    expect(tab.getItem(tabFindings('taste'))).toBeNull();
  });

  test('is not out of date for other minutes to plan for, and is for anything that is played', () => {
    expect(playedAs({ ...taste, playMin: 99 })).toBe(playedAs(taste));
    expect(playedAs({ ...taste, lengthMin: 99 })).not.toBe(playedAs(taste));
  });
});
