import { expect, it } from 'vitest';
import { sessionTeam } from '@/server/catalog/sessionTeam';
import type { Database } from '@/server/store/database';
import { deleteSession, expiredSessions } from '@/server/store/retention';
import { saveScenario } from '@/server/store/scenarios';
import { sessionTeams } from '@/server/store/sessionRuns';
import { StoredSessions } from '@/server/store/sessionStore';
import { openDatabase } from '../support/storeFixture';
import { village } from '../support/village';

/** More teams than a database takes names in one query. */
const teams = 1_200;
const sessionId = 'session-0001';
const three = (n: number) => String(n).padStart(4, '0');

/** A session as large as they come, two runs a team, written in a few pieces. */
async function hall(): Promise<Database> {
  const db = await openDatabase();
  await saveScenario(db, { scenario: village(), sha256: 'x', now: 0 });
  const mission = { scenarioSlug: 'village', scenarioVersion: 1 };
  const rows = Array.from({ length: teams }, (_, i) => i);
  await db.write(async (client) => {
    await client.session.create({
      data: {
        id: sessionId,
        code: null,
        title: 'Hall',
        screenHash: 'x',
        createdAt: 1,
        endedAt: 2,
        ...mission,
      },
    });
    const common = { ...mission, seed: 's', receipts: true };
    for (let i = 0; i < teams; i += 50) {
      const some = rows.slice(i, i + 50);
      await client.team.createMany({
        data: some.map((k) => ({
          ...{ id: `team-${three(k)}`, plan: 'mailThenCall', practice: false, solo: false },
          ...{ createdAt: k, lastVisitAt: 0, sessionId, ...common },
        })),
      });
      await client.run.createMany({
        data: some.flatMap((k) =>
          ['mail', 'call'].map((mode, runIndex) => ({
            ...{ id: `run-${three(k)}-${mode}`, teamId: `team-${three(k)}`, role: 'played', mode, runIndex },
            ...{ engineVersion: 1, createdAt: 0, endedAt: runIndex === 0 ? 1 : null, ...common },
          })),
        ),
      });
    }
  });
  return db;
}

it('a session of more than a thousand teams is read, listed and deleted like any other', async () => {
  const db = await hall();
  const sessions = new StoredSessions(db, (id, made) => sessionTeam(db, id, made));
  const now = await sessions.teams(sessionId);
  expect(now).toHaveLength(teams);
  expect(now[7]).toEqual({
    teamId: 'team-0007',
    run: { runId: 'run-0007-call', practice: false, endedAt: null },
    runIds: ['run-0007-mail', 'run-0007-call'],
    ended: 1,
    begun: false,
  });
  const records = await sessionTeams(db, sessionId);
  expect(records).toHaveLength(teams);
  expect(records[7]?.runs.map((r) => [r.header.mode, r.header.scenario.slug])).toEqual([
    ['mail', 'village'],
    ['call', 'village'],
  ]);
  const [expired] = await expiredSessions(db, 10);
  expect(expired?.runIds).toHaveLength(2 * teams);
  if (expired) await deleteSession(db, expired);
  expect(await db.read((client) => client.run.count())).toBe(0);
});
