import type { Database } from './database';
import { runStream } from './runs';
import { sessionStream } from './sessionLog';
import { runIdsOf } from './sessionRuns';

/** Teams deleted in one transaction: enough for an hourly sweep, short enough not to hold up a send. */
const batch = 50;

export interface ExpiredTeam {
  teamId: string;
  runIds: string[];
}

/** Solo teams last visited before `before` (wall ms). The caller lets go of their runs in memory, then deletes. */
export async function expiredSoloTeams(db: Database, before: number): Promise<ExpiredTeam[]> {
  const rows = await db.read((client) =>
    client.team.findMany({
      where: { solo: true, lastVisitAt: { lt: before } },
      orderBy: { lastVisitAt: 'asc' },
      select: { id: true, runs: { select: { id: true } } },
    }),
  );
  return rows.map(({ id, runs }) => ({ teamId: id, runIds: runs.map((run) => run.id) }));
}

/**
 * Deletes those of `teamIds` (all expired ones by default) that are solo and were last visited before `before`, with
 * runs, events, drafts and seats, then devices that have no seat left. Returns the ids of the deleted teams.
 */
export async function deleteExpiredSoloTeams(
  db: Database,
  before: number,
  teamIds?: readonly string[],
): Promise<string[]> {
  const ids = teamIds ?? (await expiredSoloTeams(db, before)).map(({ teamId }) => teamId);
  const deleted: string[] = [];
  for (let i = 0; i < ids.length; i += batch)
    deleted.push(...(await deleteTeams(db, before, ids.slice(i, i + batch))));
  await db.write((client) =>
    client.device.deleteMany({ where: { lastSeenAt: { lt: before }, seats: { none: {} } } }),
  );
  return deleted;
}

/** Sessions that ended before `before` (wall ms), or were opened before it and never ended. */
export async function expiredSessions(
  db: Database,
  before: number,
): Promise<{ sessionId: string; runIds: string[] }[]> {
  const rows = await db.read((client) =>
    client.session.findMany({
      where: { OR: [{ endedAt: { lt: before } }, { endedAt: null, createdAt: { lt: before } }] },
      orderBy: { createdAt: 'asc' },
      select: { id: true },
    }),
  );
  const expired = [];
  for (const { id } of rows) expired.push({ sessionId: id, runIds: await runIdsOf(db, id) });
  return expired;
}

/** Deletes a session with its teams, runs, seats, and everything in their logs. */
export async function deleteSession(
  db: Database,
  { sessionId, runIds }: { sessionId: string; runIds: readonly string[] },
): Promise<void> {
  await db.write((client) =>
    client.$transaction(async (tx) => {
      for (let i = 0; i < runIds.length; i += batch) {
        const streams = runIds.slice(i, i + batch).map(runStream);
        await tx.event.deleteMany({ where: { stream: { in: streams } } });
      }
      await tx.event.deleteMany({ where: { stream: sessionStream(sessionId) } });
      await tx.session.delete({ where: { id: sessionId } });
    }),
  );
}

/** Somebody may have come back since the list was made: `before` is asked again where it counts. */
async function deleteTeams(db: Database, before: number, teamIds: readonly string[]): Promise<string[]> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const where = { id: { in: [...teamIds] }, solo: true, lastVisitAt: { lt: before } };
      const ids = (await tx.team.findMany({ where, select: { id: true } })).map(({ id }) => id);
      const runs = await tx.run.findMany({ where: { teamId: { in: ids } }, select: { id: true } });
      await tx.event.deleteMany({ where: { stream: { in: runs.map(({ id }) => runStream(id)) } } });
      await tx.team.deleteMany({ where: { id: { in: ids } } });
      return ids;
    }),
  );
}
