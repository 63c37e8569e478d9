import type { Scenario } from '@/core/contract/scenario';
import type { SessionEvent } from '@/core/contract/sessionEvent';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { scenarioOf } from './scenarios';
import { appendSessionRows } from './sessionLog';

/** A session as lists and the way in know it. Wall times in ms. `owners`: ids of the accounts that lead it. */
export interface SessionRecord {
  sessionId: string;
  code: string | null;
  title: string;
  scenario: Scenario;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  owners: string[];
}

const whole = { scenario: true, facilitators: true } satisfies Prisma.SessionInclude;
type Row = Prisma.SessionGetPayload<{ include: typeof whole }>;

const recordOf = (db: Database, row: Row): SessionRecord => {
  const { id, code, title, createdAt, startedAt, endedAt } = row;
  const owners = row.facilitators.map(({ accountId }) => accountId);
  return {
    sessionId: id,
    code,
    title,
    scenario: scenarioOf(db, row.scenario),
    createdAt,
    startedAt,
    endedAt,
    owners,
  };
};

export interface NewSession {
  sessionId: string;
  code: string;
  title: string;
  scenario: { slug: string; version: number };
  screenHash: string;
  owner: string;
  opened: SessionEvent;
}

/** Makes a session with its first event. False where the code is taken: draw another one. */
export async function createSession(db: Database, made: NewSession): Promise<boolean> {
  const { sessionId, code, title, scenario, screenHash, owner, opened } = made;
  return db.write((client) =>
    client.$transaction(async (tx) => {
      if (await tx.session.findUnique({ where: { code } })) return false;
      await tx.session.create({
        data: {
          id: sessionId,
          code,
          title,
          scenarioSlug: scenario.slug,
          scenarioVersion: scenario.version,
          screenHash,
          createdAt: opened.at,
          facilitators: { create: { accountId: owner, role: 'owner' } },
        },
      });
      await appendSessionRows(tx, sessionId, [opened]);
      return true;
    }),
  );
}

export const sessionById = (db: Database, sessionId: string): Promise<SessionRecord | null> =>
  found(db, { id: sessionId });
export const sessionByCode = (db: Database, code: string): Promise<SessionRecord | null> =>
  found(db, { code });
export const sessionByScreen = (db: Database, screenHash: string): Promise<SessionRecord | null> =>
  found(db, { screenHash });

/** A new address for screens on the wall; the one before stops working. */
export async function setScreen(db: Database, sessionId: string, screenHash: string): Promise<void> {
  await db.write((client) => client.session.update({ where: { id: sessionId }, data: { screenHash } }));
}

/** Somebody with an account helps to lead. Doing it twice does nothing. */
export async function addHelper(db: Database, sessionId: string, accountId: string): Promise<void> {
  await db.write((client) =>
    client.sessionAccount.upsert({
      where: { sessionId_accountId: { sessionId, accountId } },
      create: { sessionId, accountId, role: 'helper' },
      update: {},
    }),
  );
}

async function found(db: Database, where: Prisma.SessionWhereUniqueInput): Promise<SessionRecord | null> {
  const row = await db.read((client) => client.session.findUnique({ where, include: whole }));
  return row && recordOf(db, row);
}

/** Sessions that have begun and not ended, the newest first. */
export async function sessionsUnderWay(db: Database, limit: number): Promise<string[]> {
  const rows = await db.read((client) =>
    client.session.findMany({
      where: { startedAt: { not: null }, endedAt: null },
      orderBy: { createdAt: 'desc' },
      take: limit,
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}

/** A session in a list, with how many teams it has. */
export interface SessionInList extends SessionRecord {
  teams: number;
}

/** Sessions an account leads, the newest first; `find` is looked for in titles and codes. */
export async function sessionsOf(
  db: Database,
  accountId: string,
  { find, limit }: { find: string; limit: number },
): Promise<SessionInList[]> {
  const text = find === '' ? {} : { OR: [{ title: { contains: find } }, { code: find.toUpperCase() }] };
  const rows = await db.read((client) =>
    client.session.findMany({
      where: { facilitators: { some: { accountId } }, ...text },
      include: { ...whole, _count: { select: { teams: true } } },
      orderBy: { createdAt: 'desc' },
      take: limit,
    }),
  );
  return rows.map((row) => ({ ...recordOf(db, row), teams: row._count.teams }));
}
