import { modesOf, type PlanStep } from '@/core/contract/plan';
import type { TeamRecord } from '../store/teams';

/** How far a team has come. A practice that was left without ending it is over once a run is played. */
export function stepOf({ plan, runs }: Pick<TeamRecord, 'plan' | 'runs'>): PlanStep {
  const n = modesOf(plan).length;
  const played = runs.filter((run) => run.role === 'played');
  const last = played.at(-1);
  if (!last) return { at: 'practice' };
  const k = played.length;
  if (last.endedAt === null) return { at: 'run', k, n };
  return k < n ? { at: 'predict', k: k + 1, n } : { at: 'ended' };
}
