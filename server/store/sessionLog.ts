import { z } from 'zod';
import { commandId } from '@/core/contract/ids';
import {
  type SessionEvent,
  type SessionEventType,
  sessionEvents,
  sessionEventVersion,
} from '@/core/contract/sessionEvent';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';
import { UnreadableEvent } from './eventRow';
import { sortedJson } from './sortedJson';

/** The log's name of a session. */
export const sessionStream = (sessionId: string): string => `session:${sessionId}`;

const envelope = z.object({
  seq: z.int().min(1),
  v: z.int().min(1).max(sessionEventVersion),
  at: z.number(),
  type: z.custom<SessionEventType>((type) => typeof type === 'string' && Object.hasOwn(sessionEvents, type)),
  actor: z.string().regex(/^([aq]:[0-9A-Za-z_-]+|session)$/),
  commandId: commandId.nullable(),
  commandHash: z.string().nullable(),
});

/** The session's events in order; empty for an unknown one. Rejects with UnreadableEvent for one this program cannot read. */
export async function readSessionLog(db: Database, sessionId: string): Promise<SessionEvent[]> {
  const rows = await db.read((client) =>
    client.event.findMany({ where: { stream: sessionStream(sessionId) }, orderBy: { seq: 'asc' } }),
  );
  return rows.map(eventOf);
}

/** How a session was opened: its first event, whatever has happened since; null for an unknown one. */
export async function sessionOpening(db: Database, sessionId: string): Promise<SessionEvent | null> {
  const row = await db.read((client) =>
    client.event.findFirst({ where: { stream: sessionStream(sessionId) }, orderBy: { seq: 'asc' } }),
  );
  return row && eventOf(row);
}

function eventOf(row: { stream: string; seq: number; type: string; v: number; data: string }): SessionEvent {
  try {
    const { commandId: id, commandHash: hash, ...head } = envelope.parse(row);
    const data = sessionEvents[head.type].parse(JSON.parse(row.data));
    // The data was parsed by the schema of this very type.
    return {
      ...head,
      data,
      ...(id && { commandId: id }),
      ...(hash && { commandHash: hash }),
    } as SessionEvent;
  } catch (error) {
    const what = `event ${row.seq} of ${row.stream} (${row.type}, version ${row.v}) cannot be read`;
    throw new UnreadableEvent(what, { cause: error });
  }
}

/** Within a transaction. Fails on the primary key where another writer was here. */
export async function appendSessionRows(
  tx: Prisma.TransactionClient,
  sessionId: string,
  events: readonly SessionEvent[],
): Promise<void> {
  await tx.event.createMany({
    data: events.map(({ seq, v, at, type, actor, data, commandId: id, commandHash: hash }) => ({
      stream: sessionStream(sessionId),
      seq,
      v,
      simMs: 0,
      at,
      type,
      actor,
      commandId: id ?? null,
      commandHash: hash ?? null,
      data: sortedJson(data),
    })),
  });
}
