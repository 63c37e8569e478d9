import { authoringBodies } from '@/core/contract/authoring';
import { refuse } from '@/core/contract/refusal';
import { allowed, whoOf } from '../auth/may';
import { audit } from '../store/audit';
import { changeHead, type HeadChange, headOf, type ScenarioHead } from '../store/scenarioHeads';
import { discardScenario } from '../store/scenarioVersions';
import {
  type AccountParts,
  type AccountRoute,
  type CallByAccount,
  done,
  forAccount,
  notDone,
} from './accountRoute';
import { library } from './authoringPlace';

/** The head of a scenario that is the caller's to look after, or null: somebody else's and an absent one alike. */
const headFor = async (
  call: CallByAccount,
  { db }: AccountParts,
  slug: string,
): Promise<ScenarioHead | null> => allowed(whoOf(call.me), 'scenario.edit', await headOf(db, slug));

/** A route that changes what is known of a scenario, and goes back to its place in the library. */
const changing =
  (read: (fields: Record<string, unknown>) => HeadChange | null) =>
  (slug: string): AccountRoute =>
    forAccount('scenarios.list', async (call, parts) => {
      const change = read(call.fields);
      if (!change) return notDone(call, refuse('invalid'), library);
      const head = await headFor(call, parts, slug);
      if (!head || !(await changeHead(parts.db, slug, change)))
        return notDone(call, refuse('unknown'), library);
      done(call, `${library}/${slug}`);
    });

export const setVisibility = changing((fields) => authoringBodies.visibility.safeParse(fields).data ?? null);
export const setTags = changing((fields) => authoringBodies.tags.safeParse(fields).data ?? null);
/** It is offered for nothing new; what is played on it goes on. */
export const unpublish = changing(() => ({ published: false }));
/** Put away, or taken out again. */
export const archive = changing((fields) => {
  const wanted = authoringBodies.archive.safeParse(fields);
  return wanted.success ? { archivedAt: wanted.data.archived === 'yes' ? Date.now() : null } : null;
});

/** Deletes it for good, unless something was played on it: then it is archived. A pack would be back at the next start. */
export const discard = (slug: string): AccountRoute =>
  forAccount('scenarios.list', async (call, parts) => {
    const head = await headFor(call, parts, slug);
    if (head?.origin === 'pack') return notDone(call, refuse('packStays'), library);
    const now = Date.now();
    const outcome = head && (await discardScenario(parts.db, slug, now));
    if (!outcome) return notDone(call, refuse('unknown'), library);
    if (outcome === 'deleted')
      await audit(parts.db, { at: now, actor: call.me.accountId, action: 'scenarioDeleted', detail: slug });
    done(call, outcome === 'deleted' ? library : `${library}/${slug}`);
  });
