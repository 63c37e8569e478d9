import { engineVersion } from '@/core/sim/world';
import type { Database } from '../store/database';
import { createSoloRun } from '../store/runs';
import { currentScenario } from '../store/scenarios';
import type { Seat } from '../store/seats';

export interface SoloNames {
  runId: string;
  seatId: string;
  seed: string;
  device: { id: string; tokenHash: string };
}

/** A new solo run of the scenario's newest version in mail mode, with this device's seat in it; null for an unknown scenario. */
export async function createSolo(db: Database, slug: string, names: SoloNames): Promise<Seat | null> {
  const scenario = await currentScenario(db, slug);
  if (!scenario) return null;
  const { runId, seatId, seed, device } = names;
  return createSoloRun(db, {
    header: { runId, scenario, mode: 'mail', seed, receipts: true, runIndex: 0, engineVersion },
    device,
    seat: { id: seatId },
    now: Date.now(),
  });
}
