import { z } from 'zod';
import { type EventType, events, eventVersion, type RunEvent } from '@/core/contract/event';
import { commandId } from '@/core/contract/ids';
import { sortedJson } from './sortedJson';
import { upcast } from './upcast';

/** A row of the log as it is stored; `data` is JSON text with sorted keys. */
export interface EventRow {
  stream: string;
  seq: number;
  v: number;
  simMs: number;
  at: number;
  type: string;
  actor: string;
  commandId: string | null;
  commandHash: string | null;
  data: string;
}

/** A stored event that this program cannot read. The log is kept as it is. */
export class UnreadableEvent extends Error {}

const envelope = z.object({
  seq: z.int().min(1),
  v: z.int().min(1).max(eventVersion),
  simMs: z.int().min(0),
  at: z.number(),
  type: z.custom<EventType>((type) => typeof type === 'string' && Object.hasOwn(events, type)),
  actor: z.string().regex(/^(p[1-9][0-9]*|r:[a-z][a-z0-9-]*|world|facilitator)$/),
  commandId: commandId.nullable(),
  commandHash: z.string().nullable(),
});

/** Parses a stored row; older versions are brought up to today's. Throws UnreadableEvent naming the row. */
export function eventOf(row: EventRow): RunEvent {
  try {
    const { commandId: id, commandHash: hash, ...head } = envelope.parse(row);
    const data = events[head.type].schema.parse(
      upcast(head.type, JSON.parse(row.data), head.v, eventVersion),
    );
    return { ...head, data, ...(id && { commandId: id }), ...(hash && { commandHash: hash }) } as RunEvent;
  } catch (error) {
    throw new UnreadableEvent(
      `event ${row.seq} of ${row.stream} (${row.type}, version ${row.v}) cannot be read`,
      {
        cause: error,
      },
    );
  }
}

export const rowOf = (stream: string, event: RunEvent): EventRow => ({
  stream,
  seq: event.seq,
  v: event.v,
  simMs: event.simMs,
  at: event.at,
  type: event.type,
  actor: event.actor,
  commandId: event.commandId ?? null,
  commandHash: event.commandHash ?? null,
  data: sortedJson(event.data),
});
