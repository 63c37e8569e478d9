import { io, type Socket } from 'socket.io-client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardChange, BoardView, FlightSample } from '@/core/contract/board';
import type { BoardToServer, ServerToBoard } from '@/core/contract/boardWire';
import type { ControlInput, ControlName, ControlReply } from '@/core/contract/control';
import { protocolVersion } from '@/core/contract/protocol';

export type BoardLink = 'connecting' | 'online' | 'offline' | 'stopped';
export interface BoardState {
  board: BoardView;
  link: BoardLink;
}

const answerMs = 30_000;
/** A control is sent again under the same id until it is answered: it has an effect once. */
const tries = 3;

/** A browser's copy of a board, kept level with the server, and the way controls go there. */
export class BoardConnection {
  readonly store: StoreApi<BoardState>;
  private socket: Socket<ServerToBoard, BoardToServer> | null = null;

  constructor(private readonly initial: BoardView) {
    this.store = createStore<BoardState>(() => ({ board: initial, link: 'connecting' }));
  }

  start(): void {
    const socket: Socket<ServerToBoard, BoardToServer> = io('/board', {
      auth: { protocol: protocolVersion, session: this.initial.sessionId },
      transports: ['websocket', 'polling'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 4_000,
      forceNew: true,
    });
    this.socket = socket;
    socket.on('connect', () => void this.level(socket));
    socket.on('disconnect', (reason) => {
      this.lose('offline');
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500);
    });
    socket.on('connect_error', (error) => {
      // A refusal carries its code; anything else is the line, and the library tries again.
      const code = 'data' in error ? (error.data as { code?: string } | undefined)?.code : undefined;
      this.lose(code !== undefined && code !== 'busy' ? 'stopped' : 'offline');
    });
    socket.on('board', (change) => this.store.setState(({ board }) => ({ board: takeBoard(board, change) })));
  }

  close(): void {
    this.socket?.disconnect();
    this.socket = null;
  }

  /** What became of it; null when no answer came. */
  async control<K extends ControlName>(name: K, body: ControlInput<K>): Promise<ControlReply | null> {
    const commandId = crypto.randomUUID();
    for (let i = 0; i < tries; i++) {
      const reply = await this.ask<ControlReply>((ack) =>
        this.socket?.timeout(answerMs).emit('control', { commandId, name, body }, ack),
      );
      if (reply) return reply;
    }
    return null;
  }

  private lose(link: BoardLink): void {
    this.store.setState((s) => ({ link: s.link === 'stopped' ? s.link : link }));
  }

  private async level(socket: Socket<ServerToBoard, BoardToServer>): Promise<void> {
    const opened = await this.ask<{ ok: boolean; board?: BoardView }>((ack) =>
      socket.timeout(answerMs).emit('open', ack),
    );
    if (opened?.board) this.store.setState({ board: opened.board, link: 'online' });
  }

  private ask<T>(emit: (ack: (error: Error | null, reply: T) => void) => unknown): Promise<T | null> {
    return new Promise((resolve) => {
      if (!this.socket?.connected) setTimeout(() => resolve(null), 1_000);
      else emit((error, reply) => resolve(error ? null : reply));
    });
  }
}

/** The board after a change: rows that came replace those of the same team. */
export function takeBoard(board: BoardView, { head, rows, flight }: BoardChange): BoardView {
  const changed = new Map(rows.map((row) => [row.teamId, row]));
  const kept = board.rows.map((row) => changed.get(row.teamId) ?? row);
  const known = new Set(board.rows.map((row) => row.teamId));
  const added = rows.filter((row) => !known.has(row.teamId));
  return {
    ...board,
    ...head,
    rows: [...kept, ...added],
    flight: flight.length === 0 ? board.flight : inOrder([...board.flight, ...flight]),
  };
}

/** In order of time, each moment once. */
const inOrder = (samples: readonly FlightSample[]): FlightSample[] =>
  [...new Map(samples.map((sample) => [sample.at, sample])).values()].sort((a, b) => a.at - b.at);
