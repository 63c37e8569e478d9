import MiniSearch from 'minisearch';
import { z } from 'zod';
import type { LibraryCard, LibraryState } from '@/core/contract/library';
import type { Scenario } from '@/core/contract/scenario';
import { may, type Who } from '../auth/may';
import { listAccounts } from '../store/accounts';
import { allDrafts, type StoredDraft } from '../store/scenarioDrafts';
import { allHeads, type ScenarioHead } from '../store/scenarioHeads';
import { newestScenarios } from '../store/scenarios';
import { sharedDatabase } from '../store/shared';
import { sortedJson } from '../store/sortedJson';
import { documentIn } from './storedDocument';

export interface LibraryQuery {
  find: string;
  tag: string | null;
  owner: 'mine' | 'server' | 'others' | null;
  state: LibraryState | null;
}

/** What there is for `who`, their own first; and all the words to choose from. What is archived comes only where it is asked for. */
export async function libraryFor(
  who: Who & { accountId: string },
  query: LibraryQuery,
): Promise<{ cards: LibraryCard[]; tags: string[]; all: number }> {
  const all = await cardsFor(who);
  const found = matching(all, query.find);
  const cards = all.filter(
    (card) =>
      found.has(card.slug) &&
      (query.tag === null || card.tags.includes(query.tag)) &&
      (query.owner === null || query.owner === ownerOf(card)) &&
      (query.state === null ? card.state !== 'archived' : card.state === query.state),
  );
  return { cards, tags: [...new Set(all.flatMap(({ tags }) => tags))].sort(), all: all.length };
}

const ownerOf = ({ mine, origin, owner }: LibraryCard): LibraryQuery['owner'] =>
  mine ? 'mine' : owner === null && origin !== 'own' ? 'server' : 'others';

/** One of them; null where `who` may not see it, or it is not there. */
export const libraryCard = async (
  who: Who & { accountId: string },
  slug: string,
): Promise<LibraryCard | null> => (await cardsFor(who)).find((card) => card.slug === slug) ?? null;

async function cardsFor(who: Who & { accountId: string }): Promise<LibraryCard[]> {
  const db = sharedDatabase();
  const [heads, drafts, scenarios, accounts] = await Promise.all([
    allHeads(db),
    allDrafts(db),
    newestScenarios(db),
    listAccounts(db),
  ]);
  const newest = new Map(scenarios.map((s) => [s.slug, s]));
  const names = new Map(accounts.map(({ accountId, name }) => [accountId, name]));
  const cards = [...heads.values()]
    .filter((head) => may(who, 'scenario.read', head))
    .map((head) => {
      const draft = drafts.get(head.slug) ?? null;
      const scenario = newest.get(head.slug);
      return cardOf(who, head, { scenario, draft, name: names.get(head.owner ?? '') ?? null });
    });
  return cards.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'en'));
}

/** One's own first, and last what is not played by itself. */
const rank = ({ mine, part }: LibraryCard): number => (mine ? 0 : part === null ? 1 : 2);

/** What can be said of any document, however incomplete. */
const loose = z.object({
  title: z.string().catch(''),
  summary: z.string().catch(''),
  license: z.string().catch(''),
  playMin: z.number().nullable().catch(null),
  twinOf: z.string().optional().catch(undefined),
  recipients: z.array(z.unknown()).catch([]),
  requests: z.array(z.unknown()).catch([]),
  teaching: z
    .object({
      shape: z.string().catch(''),
      note: z.string().catch(''),
      questions: z.array(z.string()).catch([]),
    })
    .catch({ shape: '', note: '', questions: [] }),
});

function cardOf(
  who: Who & { accountId: string },
  head: ScenarioHead,
  {
    scenario,
    draft,
    name,
  }: { scenario: Scenario | undefined; draft: StoredDraft | null; name: string | null },
): LibraryCard {
  const written = draft ? documentIn(draft.doc) : {};
  const d = loose.parse(scenario ?? written);
  const mayManage = may(who, 'scenario.edit', head);
  return {
    slug: head.slug,
    title: d.title.trim() || head.slug,
    summary: d.summary,
    state: stateOf(head, scenario !== undefined),
    visibility: head.visibility,
    origin: head.origin,
    forkedFrom: head.forkedFrom,
    owner: name,
    mine: head.owner === who.accountId,
    tags: head.tags,
    version: scenario?.version ?? null,
    newer: scenario !== undefined && draft !== null && !saysTheSame(scenario, written),
    license: d.license,
    playMin: d.playMin,
    recipients: d.recipients.length,
    requests: d.requests.length,
    note: d.teaching.note,
    questions: d.teaching.questions,
    part: d.twinOf !== undefined ? 'twin' : d.teaching.shape === 'practice' ? 'practice' : null,
    mayEdit: mayManage && head.origin !== 'pack' && head.archivedAt === null,
    mayManage,
    rev: draft?.rev ?? 0,
  };
}

function stateOf({ archivedAt, published }: ScenarioHead, hasVersion: boolean): LibraryState {
  if (archivedAt !== null) return 'archived';
  if (published) return 'published';
  return hasVersion ? 'withdrawn' : 'draft';
}

/** Whether a draft says what the version says; its number is given at publishing. */
const saysTheSame = (scenario: Scenario, draft: object): boolean =>
  sortedJson({ ...scenario, version: 0 }) === sortedJson({ ...draft, slug: scenario.slug, version: 0 });

/** Slugs of the cards in which every word is found, its beginning, or one nearly like it; all of them for no word. */
function matching(cards: readonly LibraryCard[], find: string): ReadonlySet<string> {
  if (find.trim() === '') return new Set(cards.map(({ slug }) => slug));
  const index = new MiniSearch({
    idField: 'slug',
    fields: ['title', 'summary', 'note', 'tags', 'owner', 'slug'],
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  });
  index.addAll(cards.map((card) => ({ ...card, tags: card.tags.join(' '), owner: card.owner ?? '' })));
  return new Set(index.search(find).map(({ id }) => String(id)));
}
