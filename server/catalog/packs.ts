import type { Database } from '../store/database';
import { saveScenario } from '../store/scenarios';
import { readScenarioFolder } from './scenarioFile';

/** Where the packs lie that a new database is given. */
export const packsFolder = 'prisma/scenarios';

/** What was stored, and why the others were left out: a sentence each, with file, place and reason. */
export interface Seeded {
  stored: string[];
  problems: string[];
}

/** Stores every pack that is not stored yet. Broken ones are left out. */
export const seedPacks = (db: Database, folder = packsFolder): Promise<Seeded> => seed(db, folder, 'pack');

/** The same for the operator's own folder; one that is not there is a problem, not the end. */
export const seedFolder = (db: Database, folder: string): Promise<Seeded> =>
  seed(db, folder, 'import').catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error;
    return { stored: [], problems: [`${folder} cannot be read: ${error.message}`] };
  });

async function seed(db: Database, folder: string, origin: 'pack' | 'import'): Promise<Seeded> {
  const stored: string[] = [];
  const problems: string[] = [];
  for (const { file, result } of await readScenarioFolder(folder)) {
    if (!result.ok) {
      problems.push(
        ...result.problems.map(
          ({ path, line, message }) =>
            `${file}${line === null ? '' : `:${line}`}${path && ` ${path}`}: ${message}`,
        ),
      );
      continue;
    }
    const { scenario, sha256 } = result;
    const outcome = await saveScenario(db, { scenario, sha256, origin, now: Date.now() });
    if (outcome === 'saved') stored.push(`${scenario.slug} ${scenario.version}`);
    if (outcome === 'differs')
      problems.push(
        `${file} version: version ${scenario.version} is stored with other contents; raise it to publish the change`,
      );
    if (outcome === 'taken')
      problems.push(
        `${file} slug: ${scenario.slug} is a scenario of somebody’s own here; rename one of them to have both`,
      );
  }
  return { stored, problems };
}
