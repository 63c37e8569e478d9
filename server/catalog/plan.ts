import type { Mode } from '@/core/contract/ids';
import type { Plan, PlanStep, Prediction } from '@/core/contract/plan';
import type { Scenario } from '@/core/contract/scenario';
import type { RunRecord, RunRole } from '../store/runs';
import { sharedDatabase } from '../store/shared';
import { teamRecord } from '../store/teams';
import { opennessOf, sessionState } from './openness';
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
  /** Whether a prediction is asked for before the second run. */
  predict: boolean;
  runs: PlanRun[];
  prediction: Prediction | null;
}

/** The plan of a device's own seat; null for unknown seats and other people's alike. */
export async function planOf(seatId: string, tokenHash: string | null): Promise<PlanPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  if (!seat || !team) return null;
  const { plan, prediction } = team;
  const { step } = await opennessOf(sharedDatabase(), team);
  const session = team.sessionId === null ? null : await sessionState(sharedDatabase(), team.sessionId);
  const predict = session?.settings.predict ?? true;
  return {
    seat: seat.seatId,
    plan,
    scenario: named(team.scenario),
    twin: team.twin && named(team.twin),
    step,
    predict,
    runs: team.runs.map(planRun),
    prediction,
  };
}

const named = ({ slug, version, title }: Scenario) => ({ slug, version, title });

const planRun = ({ header, role, endedAt }: RunRecord): PlanRun => {
  const { runId, mode, runIndex } = header;
  return { runId, role, mode, runIndex, endedAt };
};
