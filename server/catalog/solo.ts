import { modesOf, type Plan } from '@/core/contract/plan';
import { isMission, type Scenario } from '@/core/contract/scenario';
import { engineVersion } from '@/core/sim/world';
import type { Database } from '../store/database';
import type { NewRun } from '../store/runs';
import { currentScenario, headedScenario, isOpenToAll } from '../store/scenarios';
import type { Seat } from '../store/seats';
import { createSoloTeam, type NewTeam } from '../store/teams';
import { twinFor } from './twin';

/** The pack that is played first to get the feel of the screen; its slug and the seed on which everything in it happens. */
const practice = { slug: 'practice', seed: 'practice' };

export interface SoloNames {
  teamId: string;
  runId: string;
  seatId: string;
  seed: string;
  device: { id: string; tokenHash: string };
}

/**
 * A new solo team on the scenario's newest version, in its practice or else in the plan's first run, and this device's
 * seat; null for a scenario that is unknown or not open to all. Without a practice pack there is no practice, without a twin the second run is of the
 * same mission.
 */
export async function createSolo(
  db: Database,
  wanted: { scenario: string; plan: Plan; practice: boolean; twin: boolean },
  { teamId, runId, seatId, seed, device }: SoloNames,
): Promise<Seat | null> {
  const found = await headedScenario(db, wanted.scenario);
  if (!found || !isOpenToAll(found.head) || !isMission(found.scenario)) return null;
  const { scenario } = found;
  const rehearsal = wanted.practice ? await practiceRun(db, runId) : null;
  const twin = wanted.twin ? await twinFor(db, scenario) : null;
  const { plan } = wanted;
  const team = { teamId, plan, practice: rehearsal !== null, scenario, twin, seed, receipts: true };
  const run = rehearsal ?? playedRun(team, 0, runId);
  if (!run) return null;
  return createSoloTeam(db, { team, run, device, seat: { id: seatId }, now: Date.now() });
}

async function practiceRun(db: Database, runId: string): Promise<NewRun | null> {
  const scenario = await practiceScenario(db);
  return scenario && practiceOf(scenario, runId);
}

/** The pack of the practice; null where there is none. */
export const practiceScenario = (db: Database): Promise<Scenario | null> =>
  currentScenario(db, practice.slug);

/** A team's practice, the same for everybody. */
export function practiceOf(scenario: Scenario, runId: string): NewRun {
  const { seed } = practice;
  const header = { runId, scenario, mode: 'free', seed, receipts: true, runIndex: 0, engineVersion } as const;
  return { role: 'practice', header };
}

/**
 * The plan's run number `runIndex`, from 0: the same scenario or its twin, the same luck, other desk cards (D1); null past
 * the last.
 */
export function playedRun(
  { plan, scenario: first, twin, seed, receipts }: Omit<NewTeam, 'teamId' | 'practice'>,
  runIndex: number,
  runId: string,
): NewRun | null {
  const mode = modesOf(plan)[runIndex];
  if (!mode) return null;
  const scenario = runIndex > 0 && twin ? twin : first;
  return { role: 'played', header: { runId, scenario, mode, seed, receipts, runIndex, engineVersion } };
}
