import type { Difference, VersionInList } from '@/core/contract/authoring';
import type { Scenario } from '@/core/contract/scenario';
import { differencesOf } from '@/core/sim/scenario/differences';
import { allowed, may, type Who } from '../auth/may';
import type { Database } from '../store/database';
import { storedDraft } from '../store/scenarioDrafts';
import { headOf } from '../store/scenarioHeads';
import { currentScenario, scenarioByVersion } from '../store/scenarios';
import { versionsOf } from '../store/scenarioVersions';
import { sharedDatabase } from '../store/shared';
import { documentIn } from './storedDocument';

/** The versions of a scenario that `who` may read, the newest first; none where they may not. */
export async function versionsFor(
  who: Who,
  slug: string,
  db: Database = sharedDatabase(),
): Promise<VersionInList[]> {
  return allowed(who, 'scenario.read', await headOf(db, slug)) ? versionsOf(db, slug) : [];
}

/** The newest version, for whoever may read it; null otherwise. */
export async function readableScenario(
  who: Who,
  slug: string,
  db: Database = sharedDatabase(),
): Promise<Scenario | null> {
  return allowed(who, 'scenario.read', await headOf(db, slug)) ? currentScenario(db, slug) : null;
}

/** A version by its number, or the draft, which only those see who may write in it. */
export type Side = number | 'draft';

/** What one of them says otherwise than the other, by path; null where one is not there for `who`. */
export async function compare(
  who: Who,
  { slug, before, after }: { slug: string; before: Side; after: Side },
  db: Database = sharedDatabase(),
): Promise<Difference[] | null> {
  const head = allowed(who, 'scenario.read', await headOf(db, slug));
  if (!head) return null;
  const side = async (which: Side): Promise<object | null> => {
    if (which !== 'draft') return scenarioByVersion(db, slug, which);
    const draft = may(who, 'scenario.edit', head) ? await storedDraft(db, slug) : null;
    return draft && { ...documentIn(draft.doc), slug };
  };
  const [a, b] = [await side(before), await side(after)];
  return a && b && differencesOf({ ...a, version: undefined }, { ...b, version: undefined });
}
