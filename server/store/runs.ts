import { z } from 'zod';
import type { RunEvent } from '@/core/contract/event';
import { mode } from '@/core/contract/ids';
import type { Prisma } from '@/prisma/generated/client';
import type { RunHeader } from '@/server/session/ports';
import type { Database } from './database';
import { eventOf } from './eventRow';
import { scenarioOf } from './scenarios';

const roleSchema = z.enum(['practice', 'played']);

/** Whether a run is one of the plan's, or the practice before them. `header.runIndex` counts within its role. */
export type RunRole = z.infer<typeof roleSchema>;

/** A run that has not begun. */
export interface NewRun {
  role: RunRole;
  header: RunHeader;
}

/** A run as lists and the debrief know it. Wall times in ms. */
export interface RunRecord {
  header: RunHeader;
  teamId: string;
  role: RunRole;
  createdAt: number;
  endedAt: number | null;
}

/** What a run's row is read with. */
export const withScenario = {
  scenario: true,
  team: { select: { sessionId: true, lengthMin: true, rate: true } },
} satisfies Prisma.RunInclude;

/** The log's name of a run. */
export const runStream = (runId: string): string => `run:${runId}`;
/** The run a stream belongs to, or null where it is another kind of stream. */
export const runOfStream = (stream: string): string | null =>
  stream.startsWith('run:') ? stream.slice(4) : null;

export async function runRecord(db: Database, runId: string): Promise<RunRecord | null> {
  const row = await db.read((client) =>
    client.run.findUnique({ where: { id: runId }, include: withScenario }),
  );
  return row && recordOf(db, row);
}

/** The record of a stored row. Throws ZodError for one this program cannot read. */
export function recordOf(
  db: Database,
  row: Prisma.RunGetPayload<{ include: typeof withScenario }>,
): RunRecord {
  const { id, teamId, seed, receipts, runIndex, engineVersion, createdAt, endedAt } = row;
  const { sessionId, lengthMin, rate } = row.team;
  const role = roleSchema.parse(row.role);
  const written = scenarioOf(db, row.scenario);
  const scenario = lengthMin === null || role === 'practice' ? written : { ...written, lengthMin };
  const header: RunHeader = {
    runId: id,
    scenario,
    mode: mode.parse(row.mode),
    seed,
    receipts,
    runIndex,
    engineVersion,
    ...(sessionId !== null && { sessionId }),
    ...(rate !== null && { rate }),
  };
  return { header, teamId, role, createdAt, endedAt };
}

/** The row of a run that has not begun. */
export function runRow(
  teamId: string,
  { role, header }: NewRun,
  now: number,
): Prisma.RunUncheckedCreateInput {
  const { runId, scenario, mode: played, seed, receipts, runIndex, engineVersion } = header;
  const { slug, version } = scenario;
  const place = { id: runId, teamId, role, scenarioSlug: slug, scenarioVersion: version };
  return { ...place, mode: played, seed, receipts, runIndex, engineVersion, createdAt: now };
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
