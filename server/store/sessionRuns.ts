import { type Prediction, predictionSchema } from '@/core/contract/plan';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { type RunRecord, recordOf, runStream } from './runs';

/** A team of a session with its runs, the practice first; `begun`: a member has done something in one of them. */
export interface SessionTeamRecord {
  teamId: string;
  seed: string;
  prediction: Prediction | null;
  begun: boolean;
  runs: RunRecord[];
}

/**
 * The teams of a session in the order they were made; empty for an unknown one. Teams, runs and documents are asked for
 * apart: what hangs on a thousand rows is more than one query of the database can name.
 */
export async function sessionTeams(db: Database, sessionId: string): Promise<SessionTeamRecord[]> {
  const teams = await db.read((client) =>
    client.team.findMany({ where: { sessionId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  );
  const runs = await runRows(db, sessionId);
  const documents = await documentsOf(db, runs);
  const begun = await begunStreams(db, sessionId);
  const played = new Map<string, typeof runs>();
  for (const run of runs) played.set(run.teamId, [...(played.get(run.teamId) ?? []), run]);
  return teams.map((team) => {
    const own = played.get(team.id) ?? [];
    return {
      teamId: team.id,
      seed: team.seed,
      prediction: team.prediction === null ? null : predictionSchema.parse(JSON.parse(team.prediction)),
      begun: own.some((run) => begun.has(runStream(run.id))),
      runs: own.map((run) => recordOf(db, { ...run, team, scenario: documentOf(documents, run) })),
    };
  });
}

/** The runs of a session's teams, of each team the practice first. */
const runRows = (db: Database, sessionId: string) =>
  db.read((client) =>
    client.run.findMany({
      where: { team: { sessionId } },
      orderBy: [{ role: 'desc' }, { runIndex: 'asc' }],
    }),
  );

type Played = Awaited<ReturnType<typeof runRows>>[number];
type Document = Prisma.ScenarioGetPayload<object>;
const keyOf = ({ scenarioSlug, scenarioVersion }: Pick<Played, 'scenarioSlug' | 'scenarioVersion'>): string =>
  `${scenarioSlug}@${scenarioVersion}`;

/** A session is played on two or three documents. */
async function documentsOf(db: Database, runs: readonly Played[]): Promise<Map<string, Document>> {
  const found = new Map<string, Document>();
  for (const run of runs) {
    if (found.has(keyOf(run))) continue;
    const slug_version = { slug: run.scenarioSlug, version: run.scenarioVersion };
    const row = await db.read((client) => client.scenario.findUniqueOrThrow({ where: { slug_version } }));
    found.set(keyOf(run), row);
  }
  return found;
}

function documentOf(documents: ReadonlyMap<string, Document>, run: Played): Document {
  const found = documents.get(keyOf(run));
  if (!found) throw new RangeError(`run ${run.id} has no scenario`);
  return found;
}

/** The newest run of each team of a session, and how many of its played runs have ended. */
export async function newestRuns(
  db: Database,
  sessionId: string,
): Promise<{ teamId: string; newest: Played | null; ended: number; runIds: string[] }[]> {
  const teams = await db.read((client) =>
    client.team.findMany({ where: { sessionId }, orderBy: { createdAt: 'asc' }, select: { id: true } }),
  );
  const played = new Map<string, Played[]>();
  for (const run of await runRows(db, sessionId))
    played.set(run.teamId, [...(played.get(run.teamId) ?? []), run]);
  return teams.map(({ id }) => {
    const runs = played.get(id) ?? [];
    return {
      teamId: id,
      newest: runs.at(-1) ?? null,
      ended: runs.filter((run) => run.role === 'played' && run.endedAt !== null).length,
      runIds: runs.map((run) => run.id),
    };
  });
}

/** Ids of the runs of a session. */
export async function runIdsOf(db: Database, sessionId: string): Promise<string[]> {
  const rows = await db.read((client) =>
    client.run.findMany({ where: { team: { sessionId } }, select: { id: true } }),
  );
  return rows.map(({ id }) => id);
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
