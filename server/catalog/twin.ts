import type { Scenario } from '@/core/contract/scenario';
import { areTwins } from '@/core/sim/scenario/twin';
import type { Database } from '../store/database';
import { newestScenarios } from '../store/scenarios';

/** The mission's twin among `all`; one that differs in more than words is none (X7). */
export const twinAmong = (all: readonly Scenario[], mission: Scenario): Scenario | null =>
  all.find((s) => s.twinOf === mission.slug && areTwins(s, mission)) ?? null;

export const twinFor = async (db: Database, mission: Scenario): Promise<Scenario | null> =>
  twinAmong(await newestScenarios(db), mission);
