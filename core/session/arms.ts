import type { Plan } from '@/core/contract/plan';
import { armsOf, type SessionPlan } from '@/core/contract/session';
import { draw, seedOf } from '../sim/chance/draw';

/** Times each arm stands in a block. */
const perBlock = 2;

/**
 * X2: the arm of slot `slot` (from 0), by permuted blocks from the session's seed: within a block every arm stands equally
 * often, in an order that chance decides. The shuffle is Fisher and Yates's.
 */
export function armOf(seed: string, plan: SessionPlan, slot: number): Plan {
  const arms = armsOf(plan);
  const block = arms.flatMap((arm) => Array<Plan>(perBlock).fill(arm));
  const number = Math.floor(slot / block.length);
  const key = seedOf(seed);
  for (let i = block.length - 1; i > 0; i--) {
    const j = Math.floor(draw(key, 'arms', plan, '', number, i) * (i + 1));
    [block[i], block[j]] = [block[j] as Plan, block[i] as Plan];
  }
  return block[slot % block.length] as Plan;
}
