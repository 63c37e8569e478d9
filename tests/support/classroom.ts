import type { RunEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { newRowId } from '@/server/auth/token';
import { nextRun } from '@/server/catalog/nextRun';
import { sessionTeam } from '@/server/catalog/sessionTeam';
import { Room } from '@/server/session/room';
import type { Runs } from '@/server/session/roomPorts';
import type { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { StoredSessions } from '@/server/store/sessionStore';
import { teamRecord } from '@/server/store/teams';

const policies = { mail: 'parallel-mailer', call: 'serial-caller', free: 'hybrid' } as const satisfies Record<
  Mode,
  string
>;
/** Of the village's people nobody is reached: a run is its own matter. */
const runs: Runs = { handOn: async () => 'done', letGo: async () => undefined };

/** A session's room on a database, without a server around it. */
export async function roomOn(db: Database, sessionId: string): Promise<Room> {
  let seeds = 0;
  const room = await Room.open(sessionId, 'TESTAB', {
    store: new StoredSessions(db, (session, made) => sessionTeam(db, session, made)),
    runs,
    publisher: {
      roomChanged: () => undefined,
      memberChanged: () => undefined,
      boardChanged: () => undefined,
    },
    wall: { now: () => Date.now(), at: () => () => undefined },
    newId: newRowId,
    newSeed: () => replicationSeed(`class ${sessionId}`, seeds++),
    report: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  if (!room) throw new Error(`no session ${sessionId}`);
  return room;
}

/** So many people who join a session one after the other and play all their runs, as bots do. Their seats by team. */
export async function playSession(
  db: Database,
  sessionId: string,
  people: number,
): Promise<Map<string, string>> {
  const room = await roomOn(db, sessionId);
  const store = new EventStore(db);
  const seats = new Map<string, string>();
  for (let n = 0; n < people; n++) {
    const seatId = newRowId();
    const joined = await room.join(
      {
        participantId: newRowId(),
        newTeamId: newRowId(),
        name: `Person ${n + 1}`,
        teamId: null,
        consent: 'a'.repeat(64),
      },
      { seatId, device: { id: newRowId(), tokenHash: newRowId() }, runId: newRowId() },
    );
    if (!joined.ok) throw new Error(joined.refusal.code);
    seats.set(joined.teamId, seatId);
    await playAll(db, store, joined.teamId, seatId);
  }
  return seats;
}

async function playAll(db: Database, store: EventStore, teamId: string, seatId: string): Promise<void> {
  for (;;) {
    const team = await teamRecord(db, teamId);
    const run = team?.runs.at(-1);
    if (!team || !run) throw new Error('no run');
    const { scenario, mode, seed, runId } = run.header;
    const { log } = replicate({ scenario, mode, policy: policies[mode], habits: habitsFor(scenario), seed });
    const events = log.map(
      (event, i): RunEvent => ({ ...event, seq: i + 1, v: 1, at: 1_772_000_000_000 + i }) as RunEvent,
    );
    await store.append(`run:${runId}`, events);
    if (await nextRun(db, { seatId, teamId, runId } as never, {}, newRowId())) return;
  }
}
