import { isMission, type Scenario, scenarioSchema } from '@/core/contract/scenario';
import type { Database } from './database';
import { sortedJson } from './sortedJson';

/** Versions are immutable, so a parsed document is kept; there are a few dozen of them. */
const parsed = new WeakMap<Database, Map<string, Scenario>>();

interface ScenarioRow {
  slug: string;
  version: number;
  doc: string;
}

/** The document of a stored row. Throws ZodError for one this program cannot read. */
export function scenarioOf(db: Database, row: ScenarioRow): Scenario {
  const shelf = parsed.get(db) ?? new Map<string, Scenario>();
  parsed.set(db, shelf);
  const key = `${row.slug}@${row.version}`;
  const scenario = shelf.get(key) ?? scenarioSchema.parse(JSON.parse(row.doc));
  shelf.set(key, scenario);
  return scenario;
}

export interface NewVersion {
  scenario: Scenario;
  /** Over the file the document came from. */
  sha256: string;
}
export type SaveOutcome = 'saved' | 'same' | 'differs';

/**
 * Stores versions of scenarios, all or none. `same`: this version is there with these contents, whatever form the file had.
 * `differs`: it is there with other contents, which runs may have been played on; then nothing of the list is stored, and
 * the author has to raise `version`. Outcomes are in the order of the list.
 */
export async function saveScenarios(
  db: Database,
  versions: readonly NewVersion[],
  now: number,
): Promise<SaveOutcome[]> {
  return db.write(async (client) => {
    const outcomes: SaveOutcome[] = [];
    for (const [i, { scenario, sha256 }] of versions.entries()) {
      const { slug, version } = scenario;
      const before = versions
        .slice(0, i)
        .find((v) => v.scenario.slug === slug && v.scenario.version === version);
      const stored = before
        ? { sha256: before.sha256, doc: JSON.stringify(before.scenario) }
        : await client.scenario.findUnique({
            where: { slug_version: { slug, version } },
            select: { sha256: true, doc: true },
          });
      outcomes.push(
        !stored ? 'saved' : stored.sha256 === sha256 || isSame(stored.doc, scenario) ? 'same' : 'differs',
      );
    }
    if (outcomes.includes('differs')) return outcomes;
    const data = versions.flatMap(({ scenario, sha256 }, i) => {
      const { slug, version, title, language } = scenario;
      const doc = JSON.stringify(scenario);
      return outcomes[i] === 'saved' ? [{ slug, version, sha256, title, language, doc, createdAt: now }] : [];
    });
    await client.scenario.createMany({ data });
    return outcomes;
  });
}

/** As `saveScenarios`, for one. */
export async function saveScenario(
  db: Database,
  { now, ...version }: NewVersion & { now: number },
): Promise<SaveOutcome> {
  const [outcome = 'differs'] = await saveScenarios(db, [version], now);
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
