import { io, type Socket } from 'socket.io-client';
import { protocolVersion } from '@/core/contract/protocol';
import type { Refusal } from '@/core/contract/refusal';
import type { RoomChange, RoomView } from '@/core/contract/room';
import type {
  ClientToServer,
  Draft,
  Frame,
  Position,
  Reply,
  ResumeReply,
  ServerToClient,
  Writing,
} from '@/core/contract/wire';
import type { OutboxItem } from './outboxStore';

/** What a connection tells the page. */
export interface WireEvents {
  up: () => void;
  down: () => void;
  restarting: () => void;
  /** The server does not let this page in. */
  refused: (refusal: Refusal) => void;
  frame: (frame: Frame) => void;
  draft: (draft: Draft) => void;
  writing: (hint: Writing) => void;
  /** The session of the run: whole on coming, then its changes. */
  room: (room: RoomView) => void;
  roomChange: (change: RoomChange) => void;
}

/** The live line to the server. Every call resolves with null when no answer came in time. */
export interface Wire {
  isUp(): boolean;
  deliver(item: OutboxItem): Promise<Reply | null>;
  resume(position: Position | null): Promise<ResumeReply | null>;
  /** Tells the team that this one is writing to somebody; may be lost. */
  hint(conversation: string): void;
  close(): void;
}

const answerMs = 8_000;

export function socketWire({ seat, run }: { seat: string; run: string }, on: WireEvents): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    auth: { protocol: protocolVersion, seat, run },
    transports: ['websocket', 'polling'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
  });
  socket.on('connect', on.up);
  socket.on('disconnect', (reason) => {
    on.down();
    // Closed by the server on purpose: the library waits to be told to come back.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500);
  });
  socket.on('connect_error', (error) => {
    on.down();
    const refusal = refusalOf(error);
    if (!refusal) return;
    if (refusal.code === 'busy' || refusal.code === 'tooFast') setTimeout(() => socket.connect(), 3_000);
    else on.refused(refusal);
  });
  socket.on('restarting', on.restarting);
  socket.on('frame', on.frame);
  socket.on('draft', on.draft);
  socket.on('writing', on.writing);
  socket.on('room', on.room);
  socket.on('roomChange', on.roomChange);
  return {
    isUp: () => socket.connected,
    deliver: ({ name, commandId, body }) =>
      ask<Reply>((ack) => emitAny(socket, name, { commandId, body }, ack)),
    resume: (position) => ask<ResumeReply>((ack) => socket.timeout(answerMs).emit('resume', position, ack)),
    hint: (conversation) => {
      // What is told late is no hint; `volatile` would also drop it behind any other command.
      if (socket.connected) socket.emit('writing', { conversation });
    },
    close: () => {
      socket.disconnect();
    },
  };
}

type Ack<T> = (error: Error | null, reply: T) => void;

const ask = <T>(emit: (ack: Ack<T>) => void): Promise<T | null> =>
  new Promise((resolve) => emit((error, reply) => resolve(error ? null : reply)));

/** The typed map pairs each name with its own frame and answer; an item of the outbox is such a pair already. */
function emitAny(
  socket: Socket<ServerToClient, ClientToServer>,
  name: OutboxItem['name'],
  frame: object,
  ack: Ack<Reply>,
): void {
  (socket.timeout(answerMs) as unknown as { emit(name: string, frame: object, ack: Ack<Reply>): void }).emit(
    name,
    frame,
    ack,
  );
}

function refusalOf(error: Error): Refusal | null {
  const data: unknown = 'data' in error ? error.data : null;
  return typeof data === 'object' && data !== null && 'code' in data ? (data as Refusal) : null;
}
