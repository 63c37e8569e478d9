import { createHash } from 'node:crypto';
import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io';
import type { BoardChange } from '@/core/contract/board';
import {
  type BoardOpened,
  type BoardToServer,
  boardHandshake,
  type ServerToBoard,
} from '@/core/contract/boardWire';
import { type Control, type ControlReply, controlFrame, controls } from '@/core/contract/control';
import { protocolVersion } from '@/core/contract/protocol';
import { type Refusal, refuse } from '@/core/contract/refusal';
import type { Limits } from '../auth/limits';
import type { Rooms } from '../session/rooms';

/** Who watches a board. */
interface Watcher {
  accountId: string;
  sessionId: string;
}
type BoardSocket = Socket<BoardToServer, ServerToBoard, DefaultEventsMap, { watcher: Watcher }>;
type BoardSpace = Namespace<BoardToServer, ServerToBoard, DefaultEventsMap, { watcher: Watcher }>;

export interface BoardsParts {
  rooms: () => Rooms;
  /** The account that sends these cookies, if it may watch and control this session; null for others and for absent sessions. */
  facilitator: (cookie: string | undefined, sessionId: string) => Promise<string | null>;
  limits: Limits;
  report: (what: string, error: unknown) => void;
  refused: (code: string) => void;
}

const boardRoom = (sessionId: string): string => `board:${sessionId}`;
const accountRoom = (accountId: string): string => `account:${accountId}`;

/** The boards of facilitators on the live wire: their own namespace, their own rooms. */
export class Boards {
  private readonly space: BoardSpace;

  constructor(
    io: Server,
    private readonly parts: BoardsParts,
  ) {
    this.space = io.of('/board');
    this.space.use((socket, next) => {
      this.admit(socket).then(
        (refusal) => next(refusal ? Object.assign(new Error(refusal.message), { data: refusal }) : undefined),
        (error) => {
          this.parts.report('a board could not be admitted', error);
          next(Object.assign(new Error('busy'), { data: refuse('busy') }));
        },
      );
    });
    this.space.on('connection', (socket) => this.serve(socket));
  }

  tell(sessionId: string, change: BoardChange): void {
    this.space.to(boardRoom(sessionId)).emit('board', change);
  }

  /** Whoever was signed out leaves all boards; a page that is still signed in comes back by itself. */
  leave(accountId: string): void {
    this.space.to(accountRoom(accountId)).emit('dismissed');
    this.space.in(accountRoom(accountId)).disconnectSockets(true);
  }

  private async admit(socket: BoardSocket): Promise<Refusal | null> {
    const hello = boardHandshake.safeParse(socket.handshake.auth);
    if (!hello.success) return refuse('invalid');
    if (hello.data.protocol !== protocolVersion) return refuse('version');
    const sessionId = hello.data.session;
    const accountId = await this.parts.facilitator(socket.handshake.headers.cookie, sessionId);
    if (accountId === null) return refuse('unknown');
    socket.data.watcher = { accountId, sessionId };
    return null;
  }

  private serve(socket: BoardSocket): void {
    const { accountId, sessionId } = socket.data.watcher;
    void socket.join([boardRoom(sessionId), accountRoom(accountId)]);
    socket.on('open', (ack) => this.answer(ack, () => this.open(socket)));
    socket.on('control', (frame: unknown, ack: unknown) =>
      this.answer(ack, () => this.control(socket, frame)),
    );
  }

  private async open({ data: { watcher } }: BoardSocket): Promise<BoardOpened> {
    const board = await this.parts.rooms().board(watcher.sessionId);
    return board ? { ok: true, board } : this.refuse(refuse('unknown'));
  }

  private async control(socket: BoardSocket, raw: unknown): Promise<ControlReply> {
    const { accountId, sessionId } = socket.data.watcher;
    const slow = await this.parts.limits.command(accountId);
    if (slow) return this.refuse(slow);
    // Asked again each time: they may have been signed out, or no longer lead it, since they connected.
    if ((await this.parts.facilitator(socket.handshake.headers.cookie, sessionId)) !== accountId)
      return this.refuse(refuse('unknown'));
    const frame = controlFrame.safeParse(raw);
    const body = frame.success ? controls[frame.data.name].safeParse(frame.data.body) : null;
    if (!frame.success || !body?.success) return this.refuse(refuse('invalid'));
    // The body was parsed by the schema of this very name.
    const control = { name: frame.data.name, body: body.data } as Control;
    const hash = createHash('sha256').update(JSON.stringify(control)).digest('base64url');
    const reply = await this.parts.rooms().control(sessionId, control, {
      accountId,
      commandId: frame.data.commandId,
      hash,
    });
    return reply.ok ? reply : this.refuse(reply.refusal);
  }

  private refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
    this.parts.refused(refusal.code);
    return { ok: false, refusal };
  }

  /** Answers if there is somebody to answer; a fault becomes the refusal `busy`. */
  private answer(ack: unknown, work: () => Promise<unknown>): void {
    const reply = typeof ack === 'function' ? (value: unknown) => void ack(value) : () => undefined;
    work().then(reply, (error) => {
      this.parts.report('a board could not be answered', error);
      reply(this.refuse(refuse('busy')));
    });
  }
}
