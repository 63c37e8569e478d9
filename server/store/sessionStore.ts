import type { SessionEvent } from '@/core/contract/sessionEvent';
import type { Prisma } from '@/prisma/generated/client';
import { AppendConflict } from '@/server/session/ports';
import type { Beside, NewPlace, SessionStore, TeamNow } from '@/server/session/roomPorts';
import type { Database } from './database';
import { erasePerson } from './erase';
import { isTaken } from './failure';
import { runStream } from './runs';
import { seatRow } from './seats';
import { appendSessionRows, readSessionLog } from './sessionLog';
import { begunStreams, newestRuns } from './sessionRuns';
import { type MadeTeam, teamRows } from './teams';

/** What a session's new team is made of: the team with its plan, and the first run. */
export type ComposeTeam = (
  sessionId: string,
  made: NonNullable<NewPlace['team']> & { teamId: string },
) => Promise<MadeTeam>;

/** The port of sessions on the embedded database. */
export class StoredSessions implements SessionStore {
  constructor(
    private readonly db: Database,
    private readonly compose: ComposeTeam,
  ) {}

  read(sessionId: string): Promise<SessionEvent[]> {
    return readSessionLog(this.db, sessionId);
  }

  async append(
    sessionId: string,
    events: readonly SessionEvent[],
    beside: readonly Beside[] = [],
  ): Promise<void> {
    const at = events[0]?.at ?? 0;
    const made = await this.teamsFor(sessionId, beside);
    try {
      await this.db.write((client) =>
        client.$transaction(async (tx) => {
          await appendSessionRows(tx, sessionId, events);
          for (const what of beside) await writeBeside(tx, sessionId, what, made, at);
        }),
      );
    } catch (error) {
      if (isTaken(error)) throw new AppendConflict(`session ${sessionId} has these events`, { cause: error });
      throw error;
    }
  }

  async teams(sessionId: string): Promise<TeamNow[]> {
    const begun = await begunStreams(this.db, sessionId);
    const teams = await newestRuns(this.db, sessionId);
    return teams.map(({ teamId, newest, ended, runIds }) => ({
      teamId,
      run: newest && { runId: newest.id, practice: newest.role === 'practice', endedAt: newest.endedAt },
      runIds,
      ended,
      begun: runIds.some((id) => begun.has(runStream(id))),
    }));
  }

  /** Documents are read before the transaction, which then only writes. */
  private async teamsFor(sessionId: string, beside: readonly Beside[]): Promise<Map<string, MadeTeam>> {
    const made = new Map<string, MadeTeam>();
    for (const what of beside) {
      if (what.is !== 'joined' || !what.place.team) continue;
      const { teamId, team } = what.place;
      made.set(teamId, await this.compose(sessionId, { ...team, teamId }));
    }
    return made;
  }
}

async function writeBeside(
  tx: Prisma.TransactionClient,
  sessionId: string,
  what: Beside,
  made: ReadonlyMap<string, MadeTeam>,
  now: number,
): Promise<void> {
  switch (what.is) {
    case 'started':
      await tx.session.update({ where: { id: sessionId }, data: { startedAt: now } });
      return;
    case 'ended':
      await tx.session.update({ where: { id: sessionId }, data: { endedAt: now } });
      return;
    case 'joined':
      await joinedRows(tx, sessionId, what.place, made.get(what.place.teamId), now);
      return;
    case 'erased':
      await erasePerson(tx, { sessionId, ...what });
      return;
    case 'removed': {
      const where = { teamId: what.teamId, actor: what.member, revokedAt: null };
      await tx.seat.updateMany({ where, data: { revokedAt: now, linkHash: null } });
      return;
    }
    case 'moved': {
      const { from, to } = what;
      const where = { teamId: from.teamId, actor: from.member };
      await tx.seat.updateMany({ where, data: { teamId: to.teamId, actor: to.member } });
      return;
    }
    case 'renamed':
      await tx.seat.updateMany({
        where: { teamId: what.teamId, actor: what.member },
        data: { displayName: what.name },
      });
  }
}

async function joinedRows(
  tx: Prisma.TransactionClient,
  sessionId: string,
  { seatId, device, teamId, member, name }: NewPlace,
  made: MadeTeam | undefined,
  now: number,
): Promise<void> {
  if (made) await teamRows(tx, { ...made, solo: false, sessionId, now });
  if (device) await seatRow(tx, { id: seatId, device, teamId, displayName: name, actor: member, now });
}
