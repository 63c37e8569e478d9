import type { Mode } from '@/core/contract/ids';
import { mode } from '@/core/contract/ids';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';

/** A person's place in a run, on one device. */
export interface Seat {
  seatId: string;
  runId: string;
  actor: `p${number}`;
  displayName: string | null;
}

/** A seat in the list of a device's own runs. */
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
  runId: string;
  actor: Seat['actor'];
  displayName?: string | null;
  now: number;
}

const isPlayer = (actor: string): actor is Seat['actor'] => /^p[1-9][0-9]*$/.test(actor);

function seatFrom(row: { id: string; runId: string; actor: string; displayName: string | null }): Seat {
  if (!isPlayer(row.actor)) throw new RangeError(`seat ${row.id} is for ${row.actor}, who is no player`);
  return { seatId: row.id, runId: row.runId, actor: row.actor, displayName: row.displayName };
}

/** Within a transaction: the seat of this device, made if absent (a withdrawn one is given back); the device too. */
export async function seatRow(tx: Prisma.TransactionClient, seat: NewSeat): Promise<Seat> {
  const { now, runId, actor } = seat;
  const device = await tx.device.upsert({
    where: { tokenHash: seat.device.tokenHash },
    create: { ...seat.device, createdAt: now, lastSeenAt: now },
    update: { lastSeenAt: now },
  });
  const row = await tx.seat.upsert({
    where: { deviceId_runId_actor: { deviceId: device.id, runId, actor } },
    create: {
      id: seat.id,
      deviceId: device.id,
      runId,
      actor,
      displayName: seat.displayName ?? null,
      createdAt: now,
    },
    update: { revokedAt: null },
  });
  return seatFrom(row);
}

/** The seat if it is this device's. An unknown seat, a withdrawn one and somebody else's give the same null. */
export async function seatOf(db: Database, seatId: string, tokenHash: string): Promise<Seat | null> {
  const row = await db.read((client) =>
    client.seat.findFirst({ where: { id: seatId, revokedAt: null, device: { tokenHash } } }),
  );
  return row && seatFrom(row);
}

/** The device's seats, the last visited run first. */
export async function seatsOfDevice(db: Database, tokenHash: string): Promise<SeatInList[]> {
  const rows = await db.read((client) =>
    client.seat.findMany({
      where: { revokedAt: null, device: { tokenHash } },
      include: { run: { include: { scenario: { select: { title: true } } } } },
      orderBy: { run: { lastVisitAt: 'desc' } },
    }),
  );
  return rows.map(({ run, ...row }) => ({
    ...seatFrom(row),
    scenario: run.scenarioSlug,
    title: run.scenario.title,
    mode: mode.parse(run.mode),
    createdAt: run.createdAt,
    lastVisitAt: run.lastVisitAt,
    endedAt: run.endedAt,
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
      const from = await tx.seat.findUnique({ where: { linkHash: link.linkHash } });
      if (!from || from.revokedAt !== null) return null;
      const { runId, actor, displayName } = seatFrom(from);
      return seatRow(tx, { id: link.seatId, device: link.device, runId, actor, displayName, now: link.now });
    }),
  );
}

/** Withdraws this person's seats on all other devices, e.g. after a link went astray. Returns how many. */
export async function revokeOtherSeats(db: Database, seatId: string, now: number): Promise<number> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const seat = await tx.seat.findUnique({ where: { id: seatId } });
      if (!seat) return 0;
      const others = { runId: seat.runId, actor: seat.actor, id: { not: seatId }, revokedAt: null };
      return (await tx.seat.updateMany({ where: others, data: { revokedAt: now, linkHash: null } })).count;
    }),
  );
}
