import type { Mode } from '@/core/contract/ids';
import { modesOf, type Plan, type PlanStep, type Prediction } from '@/core/contract/plan';
import type { Scenario } from '@/core/contract/scenario';
import type { RunRecord, RunRole } from '../store/runs';
import { sharedDatabase } from '../store/shared';
import { type TeamRecord, teamRecord } from '../store/teams';
import { ownSeat } from './play';

/** A run of a plan as pages list it; `runIndex` counts within its role, from 0. `endedAt` is wall ms. */
export interface PlanRun {
  runId: string;
  role: RunRole;
  mode: Mode;
  runIndex: number;
  endedAt: number | null;
}

/** A plan, how far it has come, and its runs so far: the practice first, then the played ones in order. */
export interface PlanPage {
  seat: string;
  plan: Plan;
  scenario: { slug: string; version: number; title: string };
  /** The mission of the runs after the first, where it is another one. */
  twin: { slug: string; version: number; title: string } | null;
  step: PlanStep;
  runs: PlanRun[];
  prediction: Prediction | null;
}

/** The plan of a device's own seat; null for unknown seats and other people's alike. */
export async function planOf(seatId: string, tokenHash: string | null): Promise<PlanPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  if (!seat || !team) return null;
  const { plan, prediction } = team;
  return {
    seat: seat.seatId,
    plan,
    scenario: named(team.scenario),
    twin: team.twin && named(team.twin),
    step: stepOf(team),
    runs: team.runs.map(planRun),
    prediction,
  };
}

const named = ({ slug, version, title }: Scenario) => ({ slug, version, title });

const planRun = ({ header, role, endedAt }: RunRecord): PlanRun => {
  const { runId, mode, runIndex } = header;
  return { runId, role, mode, runIndex, endedAt };
};

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
