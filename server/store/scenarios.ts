import { isMission, type Scenario, scenarioSchema } from '@/core/contract/scenario';
import type { Database } from './database';

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

/**
 * Stores a version of a scenario. `same`: this version is there with these contents. `differs`: it is there with other
 * contents, which runs may have been played on; nothing is stored, and the author has to raise `version`.
 * `sha256` is over the file the document came from.
 */
export async function saveScenario(
  db: Database,
  { scenario, sha256, now }: { scenario: Scenario; sha256: string; now: number },
): Promise<'saved' | 'same' | 'differs'> {
  const { slug, version, title, language } = scenario;
  return db.write(async (client) => {
    const stored = await client.scenario.findUnique({
      where: { slug_version: { slug, version } },
      select: { sha256: true },
    });
    if (stored) return stored.sha256 === sha256 ? 'same' : 'differs';
    const doc = JSON.stringify(scenario);
    await client.scenario.create({ data: { slug, version, sha256, title, language, doc, createdAt: now } });
    return 'saved';
  });
}

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
