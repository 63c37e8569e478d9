import { type Origin, tagsIn } from '@/core/contract/authoring';
import { isMission, type Scenario, scenarioSchema } from '@/core/contract/scenario';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { allHeads, headFrom, newHead, type ScenarioHead } from './scenarioHeads';
import { sortedJson } from './sortedJson';

/** Versions are immutable, so a parsed document is kept as long as its text is the same; there are a few dozen of them. */
const parsed = new WeakMap<Database, Map<string, { doc: string; scenario: Scenario }>>();

interface ScenarioRow {
  slug: string;
  version: number;
  doc: string;
}

/** The document of a stored row. Throws ZodError for one this program cannot read. */
export function scenarioOf(db: Database, row: ScenarioRow): Scenario {
  const shelf = parsed.get(db) ?? new Map<string, { doc: string; scenario: Scenario }>();
  parsed.set(db, shelf);
  const key = `${row.slug}@${row.version}`;
  const kept = shelf.get(key);
  if (kept?.doc === row.doc) return kept.scenario;
  const scenario = scenarioSchema.parse(JSON.parse(row.doc));
  shelf.set(key, { doc: row.doc, scenario });
  return scenario;
}

export interface NewVersion {
  scenario: Scenario;
  /** Over the file the document came from. */
  sha256: string;
}
export type SaveOutcome = 'saved' | 'same' | 'differs' | 'taken';

/**
 * Stores versions of scenarios, all or none, as the server's own, open to everybody. `same`: this version is there with these
 * contents, whatever form the file had. `differs`: it is there with other contents, which runs may have been played on, and the
 * author has to raise `version`. `taken`: the slug is somebody's own scenario, or a pack would go over what the operator has
 * put in its place. With either of these nothing of the list is stored. Outcomes are in the order of the list.
 */
export async function saveScenarios(
  db: Database,
  versions: readonly NewVersion[],
  now: number,
  origin: Exclude<Origin, 'own'> = 'pack',
): Promise<SaveOutcome[]> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const outcomes: SaveOutcome[] = [];
      for (const [i, version] of versions.entries())
        outcomes.push(await outcomeOf(tx, version, versions.slice(0, i), origin));
      if (outcomes.some((o) => o === 'differs' || o === 'taken')) return outcomes;
      for (const [i, version] of versions.entries())
        if (outcomes[i] === 'saved') await insert(tx, version, now, origin);
      return outcomes;
    }),
  );
}

async function outcomeOf(
  tx: Prisma.TransactionClient,
  { scenario, sha256 }: NewVersion,
  earlier: readonly NewVersion[],
  origin: Origin,
): Promise<SaveOutcome> {
  const { slug, version } = scenario;
  const before = earlier.find((v) => v.scenario.slug === slug && v.scenario.version === version);
  const stored = before
    ? { sha256: before.sha256, doc: JSON.stringify(before.scenario) }
    : await tx.scenario.findUnique({
        where: { slug_version: { slug, version } },
        select: { sha256: true, doc: true },
      });
  if (stored && (stored.sha256 === sha256 || isSame(stored.doc, scenario))) return 'same';
  const head = await tx.scenarioHead.findUnique({ where: { slug } });
  if (head && (head.owner !== null || (origin === 'pack' && head.origin !== 'pack'))) return 'taken';
  return stored ? 'differs' : 'saved';
}

/** A version; the first one of a slug with its head. What the operator imports over a pack is no pack from then on. */
async function insert(
  tx: Prisma.TransactionClient,
  { scenario, sha256 }: NewVersion,
  now: number,
  origin: Origin,
): Promise<void> {
  const { slug, version, title, language } = scenario;
  const doc = JSON.stringify(scenario);
  await tx.scenario.create({ data: { slug, version, sha256, title, language, doc, createdAt: now } });
  const head = { slug, owner: null, visibility: 'public', origin, published: true, createdAt: now } as const;
  const words = { tags: tagsIn(scenario.tags) };
  await tx.scenarioHead.upsert({
    where: { slug },
    create: newHead({ ...head, ...words }),
    update: { origin },
  });
}

/** As `saveScenarios`, for one. */
export async function saveScenario(
  db: Database,
  { now, origin, ...version }: NewVersion & { now: number; origin?: Exclude<Origin, 'own'> },
): Promise<SaveOutcome> {
  const [outcome = 'differs'] = await saveScenarios(db, [version], now, origin);
  return outcome;
}

const isSame = (doc: string, scenario: Scenario): boolean =>
  sortedJson(JSON.parse(doc)) === sortedJson(JSON.parse(JSON.stringify(scenario)));

/** The newest version, or null. */
export async function currentScenario(db: Database, slug: string): Promise<Scenario | null> {
  const row = await db.read((client) =>
    client.scenario.findFirst({ where: { slug }, orderBy: { version: 'desc' } }),
  );
  return row && scenarioOf(db, row);
}

export async function scenarioByVersion(
  db: Database,
  slug: string,
  version: number,
): Promise<Scenario | null> {
  const row = await db.read((client) =>
    client.scenario.findUnique({ where: { slug_version: { slug, version } } }),
  );
  return row && scenarioOf(db, row);
}

/** The newest version of each mission, by title. */
export async function listScenarios(db: Database): Promise<Scenario[]> {
  return (await newestScenarios(db)).filter(isMission).sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The newest version of each document, practices and twins included. */
export async function newestScenarios(db: Database): Promise<Scenario[]> {
  const newest = await db.read((client) =>
    client.scenario.groupBy({ by: ['slug'], _max: { version: true } }),
  );
  const found = await Promise.all(
    newest.map(({ slug, _max }) => scenarioByVersion(db, slug, _max.version ?? 0)),
  );
  return found.flatMap((s) => (s ? [s] : []));
}

/** A version with what is known of its slug. */
export interface HeadedScenario {
  head: ScenarioHead;
  scenario: Scenario;
}

/** The newest version of everything that has one, with its head. */
export async function headedScenarios(db: Database): Promise<HeadedScenario[]> {
  const heads = await allHeads(db);
  return (await newestScenarios(db)).flatMap((scenario) => {
    const head = heads.get(scenario.slug);
    return head ? [{ head, scenario }] : [];
  });
}

/** The newest version with its head, or null. */
export async function headedScenario(db: Database, slug: string): Promise<HeadedScenario | null> {
  const row = await db.read((client) => client.scenarioHead.findUnique({ where: { slug } }));
  const scenario = row && (await currentScenario(db, slug));
  return scenario && { head: headFrom(row), scenario };
}

/** Whether it is offered to everybody, without an account. */
export const isOpenToAll = ({ visibility, shared }: ScenarioHead): boolean =>
  shared && visibility === 'public';
