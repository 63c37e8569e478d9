import type { Prediction } from '@/core/contract/plan';
import { type Refusal, refuse } from '@/core/contract/refusal';
import type { Database } from '../store/database';
import type { Seat } from '../store/seats';
import { addRun, type TeamRecord, teamRecord } from '../store/teams';
import { playedRun } from './solo';
import { stepOf } from './step';

/** What is asked for: run number `run` of the plan, from 1, or without it the one after the present. */
export interface NextRun {
  run?: number | undefined;
  prediction?: Prediction | undefined;
}

/**
 * Makes the next run of a team's plan; asking again for one that is there changes nothing, so that two tabs and a
 * double click do no harm. Returns null when the run is there, else why not. A practice may be left at any time; a run
 * is followed only when it has ended (P9).
 */
export async function nextRun(
  db: Database,
  { teamId }: Pick<Seat, 'teamId'>,
  wanted: NextRun,
  runId: string,
): Promise<Refusal | null> {
  const team = await teamRecord(db, teamId);
  if (!team) return refuse('unknown');
  const begun = playedCount(team);
  if (wanted.run !== undefined && wanted.run <= begun) return null;
  const step = stepOf(team);
  if (step.at === 'ended') return refuse('planOver');
  if (step.at === 'run' || (wanted.run !== undefined && wanted.run > begun + 1)) return refuse('notYet');
  const run = playedRun(team, begun, runId);
  if (!run) return refuse('planOver');
  const prediction = begun > 0 && wanted.prediction ? wanted.prediction : null;
  await addRun(db, { teamId: team.teamId, run, prediction, now: Date.now() });
  return null;
}

const playedCount = ({ runs }: TeamRecord): number => runs.filter(({ role }) => role === 'played').length;
