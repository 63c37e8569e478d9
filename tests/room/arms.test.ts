import { describe, expect, it } from 'vitest';
import { armsOf, type SessionPlan } from '@/core/contract/session';
import { armOf } from '@/core/session/arms';

const plans = ['halves', 'orders'] as const satisfies SessionPlan[];
const seeds = Array.from({ length: 50 }, (_, i) => `seed ${i}`);

describe('the arms of a session', () => {
  it('X2: every filled block of four has each arm twice', () => {
    for (const plan of plans)
      for (const seed of seeds)
        for (let block = 0; block < 25; block++) {
          const arms = [0, 1, 2, 3].map((i) => armOf(seed, plan, block * 4 + i));
          for (const arm of armsOf(plan)) expect(arms.filter((a) => a === arm)).toHaveLength(2);
        }
  });

  it('X2: the order within blocks is left to chance: each of the six orders comes about equally often', () => {
    const seen = new Map<string, number>();
    for (const seed of seeds)
      for (let block = 0; block < 24; block++) {
        const order = [0, 1, 2, 3].map((i) => armOf(seed, 'orders', block * 4 + i)).join(' ');
        seen.set(order, (seen.get(order) ?? 0) + 1);
      }
    expect(seen.size).toBe(6);
    const expected = (seeds.length * 24) / 6;
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 99.9 % quantile of chi-square with 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('a plan of one arm gives that arm to everybody', () => {
    for (let slot = 0; slot < 9; slot++) expect(armOf('s', 'callThenMail', slot)).toBe('callThenMail');
  });
});
