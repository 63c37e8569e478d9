import type { Mode } from '@/core/contract/ids';
import type { Measures } from '@/core/contract/measures';
import { modesOf, type PlanStep } from '@/core/contract/plan';
import { measuresOf } from '@/core/sim/measures/measure';
import { type RunRecord, runEvents } from '../store/runs';
import { sharedDatabase } from '../store/shared';
import { teamRecord } from '../store/teams';
import { stepOf } from './plan';
import { ownSeat } from './play';

/** Between two runs: what came of the one before, in measures alone (P9), and in which mode the next one is. */
export interface BetweenPage {
  seat: string;
  title: string;
  step: PlanStep;
  /** The last run that ended; null before that. */
  last: { mode: Mode; measures: Measures; answers: number; required: number } | null;
  next: Mode | null;
}

/** The pause between the runs of a device's own plan; null for unknown seats and other people's alike. */
export async function betweenPage(seatId: string, tokenHash: string | null): Promise<BetweenPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  if (!seat || !team) return null;
  const played = team.runs.filter(({ role }) => role === 'played');
  const last = played.findLast(({ endedAt }) => endedAt !== null);
  return {
    seat: seat.seatId,
    title: team.scenario.title,
    step: stepOf(team),
    last: last ? await outcomeOf(last) : null,
    next: modesOf(team.plan)[played.length] ?? null,
  };
}

async function outcomeOf({ header }: RunRecord): Promise<NonNullable<BetweenPage['last']>> {
  const measures = measuresOf(await runEvents(sharedDatabase(), header.runId), header.scenario);
  const required = header.scenario.requests.filter((r) => r.required).length;
  const answers = Math.round((measures.solved ?? 0) * required);
  return { mode: header.mode, measures, answers, required };
}
