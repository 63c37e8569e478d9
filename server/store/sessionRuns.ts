import { type Prediction, predictionSchema } from '@/core/contract/plan';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { type RunRecord, recordOf, runStream, withScenario } from './runs';

/** A team of a session with its runs, the practice first; `begun`: a member has done something in one of them. */
export interface SessionTeamRecord {
  teamId: string;
  seed: string;
  prediction: Prediction | null;
  begun: boolean;
  runs: RunRecord[];
}

const whole = {
  runs: { include: withScenario, orderBy: [{ role: 'desc' }, { runIndex: 'asc' }] },
} satisfies Prisma.TeamInclude;

/** The teams of a session in the order they were made; empty for an unknown one. */
export async function sessionTeams(db: Database, sessionId: string): Promise<SessionTeamRecord[]> {
  const rows = await db.read((client) =>
    client.team.findMany({
      where: { sessionId },
      include: whole,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const begun = await begunStreams(db, sessionId);
  return rows.map(({ id, seed, prediction, runs }) => ({
    teamId: id,
    seed,
    prediction: prediction === null ? null : predictionSchema.parse(JSON.parse(prediction)),
    begun: runs.some((run) => begun.has(runStream(run.id))),
    runs: runs.map((run) => recordOf(db, run)),
  }));
}

/** Streams of the session's runs in which a member has done something. */
export async function begunStreams(db: Database, sessionId: string): Promise<Set<string>> {
  const rows = await db.read(
    (client) => client.$queryRaw<{ stream: string }[]>`
      SELECT 'run:' || "Run"."id" AS "stream" FROM "Run"
      JOIN "Team" ON "Team"."id" = "Run"."teamId"
      WHERE "Team"."sessionId" = ${sessionId}
        AND EXISTS (SELECT 1 FROM "Event" WHERE "Event"."stream" = 'run:' || "Run"."id" AND "Event"."actor" LIKE 'p%')`,
  );
  return new Set(rows.map(({ stream }) => stream));
}
