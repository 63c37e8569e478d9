import { createHash } from 'node:crypto';
import {
  type DocumentProblem,
  type DraftChanged,
  type DraftDocument,
  type DraftSaved,
  tagsIn,
  type VersionInList,
} from '@/core/contract/authoring';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { type CheckedDocument, checkDocument, isPlayable } from '@/core/sim/scenario/checkDocument';
import { allowed, type Who } from '../auth/may';
import { accountById } from '../store/accounts';
import type { Database } from '../store/database';
import { type StoredDraft, saveDraft as storeDraft, storedDraft } from '../store/scenarioDrafts';
import { changeHead, headOf, type ScenarioHead } from '../store/scenarioHeads';
import { currentScenario } from '../store/scenarios';
import { publishVersion, versionsOf } from '../store/scenarioVersions';
import { sharedDatabase } from '../store/shared';
import { sortedJson } from '../store/sortedJson';
import { documentIn } from './storedDocument';

/** A draft as its editor opens it. */
export interface OpenDraft {
  slug: string;
  /** 0 where nothing was saved yet: then the newest version stands here. */
  rev: number;
  doc: DraftDocument;
  /** Wall ms, and whose; null where nothing was saved yet. */
  savedAt: number | null;
  by: string | null;
  problems: DocumentProblem[];
  versions: VersionInList[];
  /** Whether it says what the newest version says. */
  asPublished: boolean;
  head: Pick<ScenarioHead, 'owner' | 'visibility' | 'tags' | 'published' | 'origin' | 'forkedFrom'>;
}

/** Whoever writes a scenario, by account. */
export type Author = Who & { accountId: string };

/**
 * The head of a scenario that `who` may write in. Null where there is none, it is somebody else's, it is archived, or it
 * came with the program: packs are forked, so that their updates never meet an edited copy.
 */
export async function editableHead(db: Database, who: Who, slug: string): Promise<ScenarioHead | null> {
  const head = allowed(who, 'scenario.edit', await headOf(db, slug));
  return head === null || head.origin === 'pack' || head.archivedAt !== null ? null : head;
}

/** The draft of a scenario for its editor; null where `who` may not write in it. */
export async function draftFor(
  who: Who,
  slug: string,
  db: Database = sharedDatabase(),
): Promise<OpenDraft | null> {
  const head = await editableHead(db, who, slug);
  if (!head) return null;
  const stored = await storedDraft(db, slug);
  const doc = stored ? documentIn(stored.doc) : await newestDocument(db, slug);
  if (!doc) return null;
  const { owner, visibility, tags, published, origin, forkedFrom } = head;
  const { problems, scenario } = checked(slug, doc);
  const newest = await currentScenario(db, slug);
  return {
    slug,
    rev: stored?.rev ?? 0,
    doc,
    savedAt: stored?.updatedAt ?? null,
    by: stored && (await nameOf(db, stored)),
    problems,
    versions: await versionsOf(db, slug),
    asPublished: newest !== null && scenario !== null && isSame(newest, scenario),
    head: { owner, visibility, tags, published, origin, forkedFrom },
  };
}

const newestDocument = async (db: Database, slug: string): Promise<DraftDocument | null> => {
  const scenario = await currentScenario(db, slug);
  return scenario && { ...scenario };
};

const nameOf = async (db: Database, { updatedBy }: StoredDraft): Promise<string | null> =>
  (await accountById(db, updatedBy))?.name ?? null;

/** Slug and version are the server's to say, so nothing can be wrong with them in a draft. */
const checked = (slug: string, doc: DraftDocument, version = 1): CheckedDocument =>
  checkDocument({ ...doc, slug, version });

/** Saves a draft. `changed`: somebody has saved since `rev`, and nothing was stored. Null where `who` may not write in it. */
export async function saveDraft(
  db: Database,
  who: Author,
  { slug, rev, doc, now }: { slug: string; rev: number; doc: DraftDocument; now: number },
): Promise<DraftSaved | DraftChanged | null> {
  if (!(await editableHead(db, who, slug))) return null;
  const text = JSON.stringify(doc);
  const draftNow = { slug, rev, doc: text, by: who.accountId, now };
  const result = await storeDraft(db, draftNow, (before) => tagsChanged(documentIn(before), doc));
  if (!result) return null;
  const { saved, draft } = result;
  if (saved) return { rev: draft.rev, savedAt: draft.updatedAt, problems: checked(slug, doc).problems };
  return changed(db, draft);
}

/**
 * Words to find a scenario by, where they were changed while writing; else they are as its owner has set them in the library.
 * Of what was never published they hold at once: only then is what they were before, in a copy too, still known.
 */
function tagsChanged(before: DraftDocument, now: DraftDocument): string[] | null {
  const tags = tagsIn(now.tags);
  return String(tagsIn(before.tags)) === String(tags) ? null : tags;
}

async function changed(db: Database, draft: StoredDraft): Promise<DraftChanged> {
  return {
    code: 'changed',
    rev: draft.rev,
    by: await nameOf(db, draft),
    savedAt: draft.updatedAt,
    doc: documentIn(draft.doc),
  };
}

export type Published =
  | { kind: 'published'; version: number }
  | { kind: 'problems'; problems: DocumentProblem[] }
  | { kind: 'changed'; theirs: DraftChanged };

/**
 * Offers the draft as the scenario's next version, unless there are errors in it. A draft that says what the newest version
 * says makes no new one: that one is offered again. Null where `who` may not, or there is nothing.
 */
export async function publish(
  db: Database,
  who: Author,
  { slug, rev, now }: { slug: string; rev: number; now: number },
): Promise<Published | null> {
  const head = allowed(who, 'scenario.edit', await headOf(db, slug));
  if (!head || head.archivedAt !== null) return null;
  const stored = head.origin === 'pack' ? null : await storedDraft(db, slug);
  if (stored && stored.rev !== rev) return { kind: 'changed', theirs: await changed(db, stored) };
  const current = await currentScenario(db, slug);
  if (!stored) return current && offerAgain(db, current);
  const result = checked(slug, documentIn(stored.doc));
  if (!result.scenario || !isPlayable(result)) return { kind: 'problems', problems: result.problems };
  if (current && isSame(current, result.scenario)) return offerAgain(db, current);
  const { scenario } = result;
  const tags = current && tagsChanged({ ...current }, { ...scenario });
  const version = await publishVersion(db, { slug, rev, now, tags }, (next) =>
    rowOf({ ...scenario, version: next }),
  );
  if (version !== null) return { kind: 'published', version };
  const theirs = await storedDraft(db, slug);
  return theirs && { kind: 'changed', theirs: await changed(db, theirs) };
}

async function offerAgain(db: Database, { slug, version }: Scenario): Promise<Published> {
  await changeHead(db, slug, { published: true });
  return { kind: 'published', version };
}

/** Whether two documents say the same but for their numbers. */
export const isSame = (a: Scenario, b: Scenario): boolean =>
  sortedJson({ ...a, version: 0 }) === sortedJson({ ...b, version: 0 });

function rowOf(scenario: Scenario) {
  const doc = JSON.stringify(scenarioSchema.parse(scenario));
  const sha256 = createHash('sha256').update(doc).digest('hex');
  return { title: scenario.title, language: scenario.language, doc, sha256 };
}
