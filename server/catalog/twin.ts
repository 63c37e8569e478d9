import type { Scenario } from '@/core/contract/scenario';
import { areTwins } from '@/core/sim/scenario/twin';
import type { Database } from '../store/database';
import { type HeadedScenario, headedScenarios } from '../store/scenarios';

/**
 * The mission's twin among `all`; one that differs in more than words is none (X7). It belongs to whom the mission belongs to:
 * nobody can put a mission of theirs before those who play another's.
 */
export function twinAmong(all: readonly HeadedScenario[], mission: Scenario): Scenario | null {
  const owner = all.find(({ scenario }) => scenario.slug === mission.slug)?.head.owner;
  const twin = all.find(
    ({ head, scenario }) =>
      scenario.twinOf === mission.slug &&
      head.owner === owner &&
      head.published &&
      head.archivedAt === null &&
      areTwins(scenario, mission),
  );
  return twin?.scenario ?? null;
}

export const twinFor = async (db: Database, mission: Scenario): Promise<Scenario | null> =>
  twinAmong(await headedScenarios(db), mission);
