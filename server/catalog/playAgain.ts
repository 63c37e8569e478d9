import type { DebriefView } from '@/core/contract/debrief';
import { isMission } from '@/core/contract/scenario';
import type { Database } from '../store/database';
import { headedScenario, isOpenToAll } from '../store/scenarios';
import { sharedDatabase } from '../store/shared';

/**
 * What of a run played alone can be begun again: its mission, where anybody can begin that, and its luck, where it is known and the
 * mission still in the version that was played (X6). Null each where not.
 */
export async function playAgain(
  { scenario: { slug, version }, reveal }: Pick<DebriefView, 'scenario' | 'reveal'>,
  db: Database = sharedDatabase(),
): Promise<{ slug: string | null; seed: string | null }> {
  const found = await headedScenario(db, slug);
  if (!found || !isOpenToAll(found.head) || !isMission(found.scenario)) return { slug: null, seed: null };
  return { slug, seed: found.scenario.version === version ? (reveal?.seed ?? null) : null };
}
