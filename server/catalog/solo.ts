import type { Plan } from '@/core/contract/plan';
import { modesOf } from '@/core/contract/plan';
import { engineVersion } from '@/core/sim/world';
import type { Database } from '../store/database';
import { currentScenario } from '../store/scenarios';
import type { Seat } from '../store/seats';
import { createSoloTeam } from '../store/teams';

export interface SoloNames {
  teamId: string;
  runId: string;
  seatId: string;
  seed: string;
  device: { id: string; tokenHash: string };
}

/** A new solo team with the plan's first run, on the scenario's newest version, and this device's seat; null for an unknown scenario. */
export async function createSolo(
  db: Database,
  wanted: { scenario: string; plan: Plan },
  names: SoloNames,
): Promise<Seat | null> {
  const scenario = await currentScenario(db, wanted.scenario);
  const [mode] = modesOf(wanted.plan);
  if (!scenario || !mode) return null;
  const { teamId, runId, seatId, seed, device } = names;
  return createSoloTeam(db, {
    team: { teamId, plan: wanted.plan, practice: false, scenario, seed, receipts: true },
    run: {
      role: 'played',
      header: { runId, scenario, mode, seed, receipts: true, runIndex: 0, engineVersion },
    },
    device,
    seat: { id: seatId },
    now: Date.now(),
  });
}
