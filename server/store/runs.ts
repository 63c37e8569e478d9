import type { RunEvent } from '@/core/contract/event';
import { mode } from '@/core/contract/ids';
import type { RunHeader } from '@/server/session/ports';
import type { Database } from './database';
import { eventOf } from './eventRow';
import { scenarioOf } from './scenarios';
import { type Seat, seatRow } from './seats';

/** A run as lists and the debrief know it. Wall times in ms. */
export interface RunRecord {
  header: RunHeader;
  solo: boolean;
  createdAt: number;
  lastVisitAt: number;
  endedAt: number | null;
}

/** The log's name of a run. */
export const runStream = (runId: string): string => `run:${runId}`;
/** The run a stream belongs to, or null where it is another kind of stream. */
export const runOfStream = (stream: string): string | null =>
  stream.startsWith('run:') ? stream.slice(4) : null;

export async function runRecord(db: Database, runId: string): Promise<RunRecord | null> {
  const row = await db.read((client) =>
    client.run.findUnique({ where: { id: runId }, include: { scenario: true } }),
  );
  if (!row) return null;
  const { id, seed, receipts, runIndex, engineVersion, solo, createdAt, lastVisitAt, endedAt } = row;
  const scenario = scenarioOf(db, row.scenario);
  const header = { runId: id, scenario, mode: mode.parse(row.mode), seed, receipts, runIndex, engineVersion };
  return { header, solo, createdAt, lastVisitAt, endedAt };
}

/** Events with seq > `after`, in order. Rejects with UnreadableEvent for one this program cannot read. */
export async function runEvents(db: Database, runId: string, after = 0): Promise<RunEvent[]> {
  return streamEvents(db, runStream(runId), after);
}

export async function streamEvents(db: Database, stream: string, after: number): Promise<RunEvent[]> {
  const rows = await db.read((client) =>
    client.event.findMany({ where: { stream, seq: { gt: after } }, orderBy: { seq: 'asc' } }),
  );
  return rows.map(eventOf);
}

/** Runs due at or before `wall`, the longest overdue first. */
export async function overdueRuns(db: Database, wall: number, limit: number): Promise<string[]> {
  const rows = await db.read((client) =>
    client.run.findMany({
      where: { nextDueAt: { lte: wall } },
      orderBy: { nextDueAt: 'asc' },
      take: limit,
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}

/**
 * Makes a solo run with its player's seat, all or nothing. The scenario's version must be stored. `device.id` is used
 * when no device has this token yet.
 */
export async function createSoloRun(
  db: Database,
  run: {
    header: RunHeader;
    device: { id: string; tokenHash: string };
    seat: { id: string; displayName?: string };
    now: number;
  },
): Promise<Seat> {
  const { header, device, seat, now } = run;
  const { runId, scenario, ...made } = header;
  const row = {
    ...made,
    id: runId,
    scenarioSlug: scenario.slug,
    scenarioVersion: scenario.version,
    solo: true,
    createdAt: now,
    lastVisitAt: now,
  };
  return db.write((client) =>
    client.$transaction(async (tx) => {
      await tx.run.create({ data: row });
      return seatRow(tx, { ...seat, device, runId, actor: 'p1', now });
    }),
  );
}

/** A visit keeps a solo run from being deleted. False where there is no such run. */
export async function touchRun(db: Database, runId: string, now: number): Promise<boolean> {
  const { count } = await db.write((client) =>
    client.run.updateMany({ where: { id: runId }, data: { lastVisitAt: now } }),
  );
  return count === 1;
}
