import type { Database } from '../store/database';
import { saveScenario } from '../store/scenarios';
import { readScenarioFolder } from './scenarioFile';

/** Where the packs lie that a new database is given. */
export const packsFolder = 'prisma/scenarios';

/** Stores every pack that is not stored yet. Broken ones are left out, each with a sentence that names file, place and reason. */
export async function seedPacks(
  db: Database,
  folder = packsFolder,
): Promise<{ stored: string[]; problems: string[] }> {
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
    const outcome = await saveScenario(db, { scenario, sha256, now: Date.now() });
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
