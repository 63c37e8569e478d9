import { isMission, type Scenario } from '@/core/contract/scenario';
import { packsFolder } from '../catalog/packs';
import { readScenarioFolder } from '../catalog/scenarioFile';
import type { Env } from '../env';
import { isThere } from '../store/backup';
import { Database } from '../store/database';
import { listScenarios } from '../store/scenarios';

/** The newest version of each stored scenario; before the first start, the packs it will be given. */
export async function knownScenarios(env: Env): Promise<Scenario[]> {
  const stored = await withStored(env, listScenarios, []);
  if (stored.length > 0) return stored;
  const files = await readScenarioFolder(packsFolder);
  return files.flatMap(({ result }) => (result.ok && isMission(result.scenario) ? [result.scenario] : []));
}

/** Reads from the database if there is one; a running server is not disturbed. */
export async function withStored<T>(env: Env, work: (db: Database) => Promise<T>, otherwise: T): Promise<T> {
  if (!(await isThere(env.databaseFile))) return otherwise;
  const db = await Database.open(env.databaseFile);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
