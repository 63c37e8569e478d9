import { randomInt } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { type DraftDocument, type Origin, tagsIn } from '@/core/contract/authoring';
import { reservedSlugs, slug as slugSchema } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import { allowed } from '../auth/may';
import type { Database } from '../store/database';
import { createDraft, storedDraft } from '../store/scenarioDrafts';
import { headOf, type ScenarioHead } from '../store/scenarioHeads';
import { currentScenario } from '../store/scenarios';
import type { Author } from './authoring';
import { scenarioTemplate } from './scenarioTemplate';
import { documentIn, titleIn } from './storedDocument';

/** A new private scenario of `who`, with a draft: from the template, or as a fork of one that they may read. Null where they may not. */
export async function createScenario(
  db: Database,
  who: Author,
  { title, from, now }: { title?: string | undefined; from?: string | undefined; now: number },
): Promise<{ slug: string } | null> {
  const named = title === undefined ? {} : { title };
  if (from === undefined) return add(db, who, { doc: { ...scenarioTemplate, ...named }, origin: 'own', now });
  const source = await sourceOf(db, who, from);
  if (!source) return null;
  const { variantOf: _, twinOf: __, ...doc } = source.doc;
  const { version } = source;
  const forkedFrom = version === null ? null : { slug: from, version };
  const { tags } = source.head;
  return add(db, who, { doc: { ...doc, ...named }, origin: 'own', forkedFrom, tags, now });
}

/** What a draft that begins under a slug is stored as. */
const textOf = (doc: object, slug: string): string => JSON.stringify({ ...doc, slug, version: 1 });

/** A document from a file, as a new private scenario with a draft; under its own slug where that is free. */
export const importScenario = (
  db: Database,
  who: Author,
  { scenario, now }: { scenario: Scenario; now: number },
): Promise<{ slug: string }> =>
  add(db, who, {
    doc: { ...scenario },
    origin: 'import',
    slug: scenario.slug,
    tags: tagsIn(scenario.tags),
    now,
  });

/** The newest version, or the draft of one's own that has none yet. */
async function sourceOf(
  db: Database,
  who: Author,
  slug: string,
): Promise<{ head: ScenarioHead; doc: DraftDocument; version: number | null } | null> {
  const head = allowed(who, 'scenario.read', await headOf(db, slug));
  if (!head) return null;
  const scenario = await currentScenario(db, slug);
  if (scenario) return { head, doc: { ...scenario }, version: scenario.version };
  const draft = await storedDraft(db, slug);
  return draft && { head, doc: documentIn(draft.doc), version: null };
}

interface Made {
  doc: DraftDocument;
  origin: Exclude<Origin, 'pack'>;
  now: number;
  slug?: string;
  forkedFrom?: ScenarioHead['forkedFrom'];
  tags?: readonly string[];
}

async function add(db: Database, who: Author, made: Made): Promise<{ slug: string }> {
  const { doc, origin, now, forkedFrom = null } = made;
  const base = made.slug ?? slugOf(titleIn(doc) ?? '');
  for (let n = 1; ; n++) {
    const slug = numbered(base, n);
    if (reservedSlugs.has(slug)) continue;
    const head = {
      ...{ slug, origin, forkedFrom, owner: who.accountId, visibility: 'private' as const, createdAt: now },
      tags: [...(made.tags ?? [])],
    };
    if (await createDraft(db, head, textOf(doc, slug), who.accountId)) return { slug };
  }
}

const longestSlug = 60;
const triesInOrder = 20;

/** `harvest`, `harvest-2`, `harvest-3`, and after many of them a number by chance. */
function numbered(base: string, n: number): string {
  if (n === 1) return base;
  const end = `-${n <= triesInOrder ? n : randomInt(100_000, 1_000_000)}`;
  return `${base.slice(0, longestSlug - end.length).replace(/-+$/, '')}${end}`;
}

/** An address made of a title: Latin letters and digits, with hyphens between. */
export function slugOf(title: string): string {
  const made = slugify(title.normalize('NFKC'), { decamelize: false })
    .replace(/^[^a-z]+/, '')
    .slice(0, longestSlug - 10)
    .replace(/-+$/, '');
  return slugSchema.safeParse(made).success ? made : 'scenario';
}
