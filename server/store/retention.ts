import type { Database } from './database';
import { runStream } from './runs';

/** Runs deleted in one transaction: enough for an hourly sweep, short enough not to hold up a send. */
const batch = 50;

/** Solo runs last visited before `before` (wall ms). The caller lets go of those it holds in memory, then deletes. */
export async function expiredSoloRuns(db: Database, before: number): Promise<string[]> {
  const rows = await db.read((client) =>
    client.run.findMany({
      where: { solo: true, lastVisitAt: { lt: before } },
      orderBy: { lastVisitAt: 'asc' },
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}

/**
 * Deletes those of `runIds` (all expired ones by default) that are solo and were last visited before `before`, with
 * events, drafts and seats, then devices that have no seat left. Returns the ids of the deleted runs.
 */
export async function deleteExpiredSoloRuns(
  db: Database,
  before: number,
  runIds?: readonly string[],
): Promise<string[]> {
  const ids = runIds ?? (await expiredSoloRuns(db, before));
  const deleted: string[] = [];
  for (let i = 0; i < ids.length; i += batch)
    deleted.push(...(await deleteRuns(db, before, ids.slice(i, i + batch))));
  await db.write((client) =>
    client.device.deleteMany({ where: { lastSeenAt: { lt: before }, seats: { none: {} } } }),
  );
  return deleted;
}

/** Somebody may have come back since the list was made: `before` is asked again where it counts. */
async function deleteRuns(db: Database, before: number, runIds: readonly string[]): Promise<string[]> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const where = { id: { in: [...runIds] }, solo: true, lastVisitAt: { lt: before } };
      const ids = (await tx.run.findMany({ where, select: { id: true } })).map(({ id }) => id);
      await tx.event.deleteMany({ where: { stream: { in: ids.map(runStream) } } });
      await tx.run.deleteMany({ where: { id: { in: ids } } });
      return ids;
    }),
  );
}
