import type { Mode } from '@/core/contract/ids';
import { mode } from '@/core/contract/ids';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';

/** A person's place in a team, on one device, and the run the team is in now: the newest of its plan. */
export interface Seat {
  seatId: string;
  teamId: string;
  runId: string;
  actor: `p${number}`;
  displayName: string | null;
  /** The session its team plays in. */
  sessionId: string | null;
}

/** A seat in the list of a device's own: the mission, and the run its team is in now. */
export interface SeatInList extends Seat {
  scenario: string;
  title: string;
  mode: Mode;
  createdAt: number;
  lastVisitAt: number;
  endedAt: number | null;
}

interface NewSeat {
  id: string;
  device: { id: string; tokenHash: string };
  teamId: string;
  actor: Seat['actor'];
  displayName?: string | null;
  now: number;
}

const isPlayer = (actor: string): actor is Seat['actor'] => /^p[1-9][0-9]*$/.test(actor);

/** What a seat's row is read with: its team's newest run. A practice comes before every run that is played. */
const withRun = {
  team: { include: { runs: { orderBy: [{ role: 'asc' }, { runIndex: 'desc' }], take: 1 } } },
} satisfies Prisma.SeatInclude;
type SeatRow = Prisma.SeatGetPayload<{ include: typeof withRun }>;

function seatFrom(row: SeatRow): Seat {
  const { id, teamId, actor, displayName } = row;
  if (!isPlayer(actor)) throw new RangeError(`seat ${id} is for ${actor}, who is no player`);
  return { seatId: id, teamId, runId: runOf(row).id, actor, displayName, sessionId: row.team.sessionId };
}

function runOf({ team }: SeatRow): SeatRow['team']['runs'][number] {
  const [newest] = team.runs;
  if (!newest) throw new RangeError(`team ${team.id} has no run`);
  return newest;
}

/** Within a transaction: the seat of this device, made if absent (a withdrawn one is given back); the device too. */
export async function seatRow(tx: Prisma.TransactionClient, seat: NewSeat): Promise<Seat> {
  const { now, teamId, actor } = seat;
  const device = await tx.device.upsert({
    where: { tokenHash: seat.device.tokenHash },
    create: { ...seat.device, createdAt: now, lastSeenAt: now },
    update: { lastSeenAt: now },
  });
  const row = await tx.seat.upsert({
    where: { deviceId_teamId_actor: { deviceId: device.id, teamId, actor } },
    create: {
      id: seat.id,
      deviceId: device.id,
      teamId,
      actor,
      displayName: seat.displayName ?? null,
      createdAt: now,
    },
    update: { revokedAt: null },
    include: withRun,
  });
  return seatFrom(row);
}

/** The seat if it is this device's. An unknown seat, a withdrawn one and somebody else's give the same null. */
export async function seatOf(db: Database, seatId: string, tokenHash: string): Promise<Seat | null> {
  const row = await db.read((client) =>
    client.seat.findFirst({
      where: { id: seatId, revokedAt: null, device: { tokenHash } },
      include: withRun,
    }),
  );
  return row && seatFrom(row);
}

/** The device's seats, the last visited team first. */
export async function seatsOfDevice(db: Database, tokenHash: string): Promise<SeatInList[]> {
  const rows = await db.read((client) =>
    client.seat.findMany({
      where: { revokedAt: null, device: { tokenHash } },
      include: { team: { include: { ...withRun.team.include, scenario: { select: { title: true } } } } },
      orderBy: { team: { lastVisitAt: 'desc' } },
    }),
  );
  return rows.map((row) => ({
    ...seatFrom(row),
    scenario: row.team.scenarioSlug,
    title: row.team.scenario.title,
    mode: mode.parse(runOf(row).mode),
    createdAt: row.team.createdAt,
    lastVisitAt: row.team.lastVisitAt,
    endedAt: runOf(row).endedAt,
  }));
}

/** Gives the seat a personal link; an earlier one no longer works. False where there is no such seat. */
export async function issueLink(db: Database, seatId: string, linkHash: string): Promise<boolean> {
  return setLink(db, seatId, linkHash);
}

/** The seat's personal link no longer works. */
export async function revokeLink(db: Database, seatId: string): Promise<boolean> {
  return setLink(db, seatId, null);
}

async function setLink(db: Database, seatId: string, linkHash: string | null): Promise<boolean> {
  const { count } = await db.write((client) =>
    client.seat.updateMany({ where: { id: seatId, revokedAt: null }, data: { linkHash } }),
  );
  return count === 1;
}

/** The same place on another device: a seat of its own there. Null for a link that is unknown or was revoked. */
export async function exchangeLink(
  db: Database,
  link: { linkHash: string; device: { id: string; tokenHash: string }; seatId: string; now: number },
): Promise<Seat | null> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const from = await tx.seat.findUnique({ where: { linkHash: link.linkHash }, include: withRun });
      if (!from || from.revokedAt !== null) return null;
      const { teamId, actor, displayName } = seatFrom(from);
      return seatRow(tx, { id: link.seatId, device: link.device, teamId, actor, displayName, now: link.now });
    }),
  );
}

/** Withdraws this person's seats on all other devices, e.g. after a link went astray. Returns how many. */
export async function revokeOtherSeats(db: Database, seatId: string, now: number): Promise<number> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const seat = await tx.seat.findUnique({ where: { id: seatId } });
      if (!seat) return 0;
      const others = { teamId: seat.teamId, actor: seat.actor, id: { not: seatId }, revokedAt: null };
      return (await tx.seat.updateMany({ where: others, data: { revokedAt: now, linkHash: null } })).count;
    }),
  );
}
