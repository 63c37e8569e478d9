import { modesOf, type RunPlace } from '@/core/contract/plan';
import type { RunRecord } from '../store/runs';
import type { TeamRecord } from '../store/teams';

/** Which run of its plan this is, from 1; 0 is the practice. */
export const numberOf = ({ role, header }: Pick<RunRecord, 'header' | 'role'>): number =>
  role === 'practice' ? 0 : header.runIndex + 1;

/** Where a run stands in its team's plan; null for a run of another team. */
export function placeOf({ plan, runs }: TeamRecord, runId: string): RunPlace | null {
  const run = runs.find(({ header }) => header.runId === runId);
  return run ? { k: numberOf(run), n: modesOf(plan).length } : null;
}
