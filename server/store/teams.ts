import { type Plan, type Prediction, planSchema, predictionSchema } from '@/core/contract/plan';
import type { Scenario } from '@/core/contract/scenario';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { type NewRun, type RunRecord, recordOf, runRow, withScenario } from './runs';
import { scenarioByVersion, scenarioOf } from './scenarios';
import { type Seat, seatRow } from './seats';

/** A team with its plan and the runs it has begun: the practice first, then the played ones in order. Wall times in ms. */
export interface TeamRecord {
  teamId: string;
  plan: Plan;
  scenario: Scenario;
  seed: string;
  receipts: boolean;
  practice: boolean;
  /** The scenario of the runs after the first; null where it is the same one. */
  twin: Scenario | null;
  solo: boolean;
  /** The session it plays in. */
  sessionId: string | null;
  prediction: Prediction | null;
  createdAt: number;
  lastVisitAt: number;
  runs: RunRecord[];
}

/** A team's plan, before it begins its first run. */
export interface NewTeam {
  teamId: string;
  plan: Plan;
  practice: boolean;
  scenario: Scenario;
  /** The scenario of the runs after the first; without one it is the same. */
  twin?: Scenario | null;
  seed: string;
  receipts: boolean;
  /** Simulated minutes of its played runs, where a session says otherwise than the scenario. */
  lengthMin?: number | null;
  /** Simulated ms per real ms, where a session says otherwise than the scene clock. */
  rate?: number | null;
}

export async function teamRecord(db: Database, teamId: string): Promise<TeamRecord | null> {
  const row = await db.read((client) =>
    client.team.findUnique({
      where: { id: teamId },
      include: {
        scenario: true,
        runs: { include: withScenario, orderBy: [{ role: 'desc' }, { runIndex: 'asc' }] },
      },
    }),
  );
  if (!row) return null;
  const {
    id,
    seed,
    receipts,
    practice,
    solo,
    sessionId,
    prediction,
    twinSlug,
    twinVersion,
    createdAt,
    lastVisitAt,
  } = row;
  const twin = twinSlug && twinVersion ? await scenarioByVersion(db, twinSlug, twinVersion) : null;
  return {
    teamId: id,
    plan: planSchema.parse(row.plan),
    scenario: scenarioOf(db, row.scenario),
    seed,
    receipts,
    practice,
    twin,
    solo,
    sessionId,
    prediction: prediction === null ? null : predictionSchema.parse(JSON.parse(prediction)),
    createdAt,
    lastVisitAt,
    runs: row.runs.map((run) => recordOf(db, run)),
  };
}

/**
 * Makes a solo team with its first run and its player's seat, all or nothing. The scenario's version must be stored.
 * `device.id` is used when no device has this token yet.
 */
export async function createSoloTeam(
  db: Database,
  made: {
    team: NewTeam;
    run: NewRun;
    device: { id: string; tokenHash: string };
    seat: { id: string; displayName?: string };
    now: number;
  },
): Promise<Seat> {
  const { device, seat, now } = made;
  return db.write((client) =>
    client.$transaction(async (tx) => {
      await teamRows(tx, { ...made, solo: true, sessionId: null });
      return seatRow(tx, { ...seat, device, teamId: made.team.teamId, actor: 'p1', now });
    }),
  );
}

/** A team and its first run, before they are stored. */
export interface MadeTeam {
  team: NewTeam;
  run: NewRun;
}

/** Within a transaction: stores a team with its first run. The versions of its scenarios must be stored. */
export async function teamRows(
  tx: Prisma.TransactionClient,
  { team, run, solo, sessionId, now }: MadeTeam & { solo: boolean; sessionId: string | null; now: number },
): Promise<void> {
  const { teamId, scenario, twin, ...rest } = team;
  await tx.team.create({
    data: {
      ...rest,
      id: teamId,
      scenarioSlug: scenario.slug,
      scenarioVersion: scenario.version,
      twinSlug: twin?.slug ?? null,
      twinVersion: twin?.version ?? null,
      solo,
      sessionId,
      createdAt: now,
      lastVisitAt: now,
    },
  });
  await tx.run.create({ data: runRow(teamId, run, now) });
}

/**
 * Gives the team its next run, once: false where a run of this role and index is there already, whoever made it. A
 * prediction is kept if the team has none.
 */
export async function addRun(
  db: Database,
  made: {
    teamId: string;
    run: NewRun;
    prediction: Prediction | null;
    now: number;
  },
): Promise<boolean> {
  const { teamId, run, prediction, now } = made;
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const place = { teamId, role: run.role, runIndex: run.header.runIndex };
      if (await tx.run.findUnique({ where: { teamId_role_runIndex: place } })) return false;
      await tx.run.create({ data: runRow(teamId, run, now) });
      if (prediction) await keepPrediction(tx, teamId, prediction);
      return true;
    }),
  );
}

async function keepPrediction(
  tx: Prisma.TransactionClient,
  teamId: string,
  prediction: Prediction,
): Promise<void> {
  const data = { prediction: JSON.stringify(prediction) };
  await tx.team.updateMany({ where: { id: teamId, prediction: null }, data });
}

/** The run a team is in now: the newest of its plan; null for an unknown team. `endedAt` is wall ms. */
export async function runOfTeam(
  db: Database,
  teamId: string,
): Promise<{ runId: string; endedAt: number | null } | null> {
  const row = await db.read((client) =>
    client.run.findFirst({ where: { teamId }, orderBy: [{ role: 'asc' }, { runIndex: 'desc' }] }),
  );
  return row && { runId: row.id, endedAt: row.endedAt };
}

/** A visit keeps a solo team from being deleted. False where there is no such team. */
export async function touchTeam(db: Database, teamId: string, now: number): Promise<boolean> {
  const { count } = await db.write((client) =>
    client.team.updateMany({ where: { id: teamId }, data: { lastVisitAt: now } }),
  );
  return count === 1;
}
