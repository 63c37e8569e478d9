import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Command, type CommandName, commandFrame, commands } from '@/core/contract/command';
import type { Member } from '@/core/contract/ids';
import { limits as sizes } from '@/core/contract/limits';
import { protocolVersion } from '@/core/contract/protocol';
import { type Refusal, refuse } from '@/core/contract/refusal';
import {
  type ClientToServer,
  handshakeSchema,
  type ResumeReply,
  resumeSchema,
  type ServerToClient,
  writingSchema,
} from '@/core/contract/wire';
import { deviceToken } from '../auth/device';
import type { Limits } from '../auth/limits';
import { isOwnOrigin } from '../auth/origin';
import { hashToken } from '../auth/token';
import type { Publisher } from '../session/ports';
import type { RoomPublisher } from '../session/roomPorts';
import type { Rooms } from '../session/rooms';
import type { Outcome, Runner } from '../session/runner';
import { Boards, type BoardsParts } from './boards';

/** Who a socket is: a place in a run. */
export interface Place {
  seatId: string;
  runId: string;
  actor: Member;
  teamId: string;
  /** The session it plays in; null for a plan of one's own. */
  sessionId: string | null;
}

export interface GatewayParts {
  runner: () => Runner;
  /** The place of a seat on this device; null for unknown, withdrawn and other people's seats alike. */
  /** Sessions, where there are any; what watches them connects beside the participants. */
  rooms?: () => Rooms;
  facilitator?: BoardsParts['facilitator'];
  placeOf: (seatId: string, tokenHash: string) => Promise<Place | null>;
  limits: Limits;
  publicUrl: string | null;
  report: (what: string, error: unknown) => void;
  /** Told of every refusal, by code. */
  refused?: (code: string) => void;
}

type Wire = Server<ClientToServer, ServerToClient, Record<string, never>, { place: Place }>;
type Client = Socket<ClientToServer, ServerToClient, Record<string, never>, { place: Place }>;

const runRoom = (runId: string): string => `run:${runId}`;
const viewerRoom = (runId: string, member: Member): string => `run:${runId}:${member}`;
const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
const teamRoom = (teamId: string): string => `team:${teamId}`;
const memberRoom = (teamId: string, member: string): string => `member:${teamId}:${member}`;

/** How often a hint that somebody is writing is passed on, in ms. */
const hintEveryMs = 1_000;

/** Passes on to the others in the run that this one is writing; what is no hint or comes too often is dropped. */
function writingHints(socket: Client): (raw: unknown) => void {
  const { runId, actor } = socket.data.place;
  let last = Number.NEGATIVE_INFINITY;
  return (raw) => {
    const hint = writingSchema.safeParse(raw);
    const now = performance.now();
    if (!hint.success || now - last < hintEveryMs) return;
    last = now;
    socket.to(runRoom(runId)).emit('writing', { ...hint.data, member: actor });
  };
}

/** Socket.io on the given HTTP server: authenticates, parses, hands commands to the runner, and sends frames to who may see them. */
export class Gateway implements Publisher {
  private readonly io: Wire;
  readonly boards: Boards | null;

  constructor(
    http: HttpServer,
    private readonly parts: GatewayParts,
  ) {
    this.io = new Server(http, {
      serveClient: false,
      maxHttpBufferSize: sizes.frameBytes,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      allowRequest: (req, decide) => decide(null, this.allows(req)),
    });
    this.io.use((socket, next) => {
      this.admit(socket).then(
        (refusal) => next(refusal ? Object.assign(new Error(refusal.message), { data: refusal }) : undefined),
        (error) => {
          this.parts.report('a socket could not be admitted', error);
          next(Object.assign(new Error('busy'), { data: refuse('busy') }));
        },
      );
    });
    this.io.on('connection', (socket) => this.serve(socket));
    const { rooms, facilitator, limits, report, refused = () => undefined } = parts;
    this.boards =
      rooms && facilitator ? new Boards(this.io, { rooms, facilitator, limits, report, refused }) : null;
  }

  /** Tells members of a session what changed in it. */
  roomChanged: RoomPublisher['roomChanged'] = (sessionId, to, change) => {
    const where = to === 'all' ? sessionRoom(sessionId) : to.map(teamRoom);
    this.io.to(where).emit('roomChange', change);
  };

  /** Who was removed or is in another team now leaves with these words. */
  memberChanged: RoomPublisher['memberChanged'] = (teamId, member, change) => {
    const where = memberRoom(teamId, member);
    this.io.to(where).emit('roomChange', change);
    if (change.removed || change.moved) this.io.in(where).disconnectSockets(true);
  };

  /** Sockets connected now. */
  get connected(): number {
    return this.io.engine.clientsCount;
  }

  frame: Publisher['frame'] = (runId, to, frame) => {
    this.io.to(viewerRoom(runId, to)).emit('frame', frame);
  };

  draft: Publisher['draft'] = (runId, to, draft) => {
    this.io.to(viewerRoom(runId, to)).emit('draft', draft);
  };

  /** Tells everybody to come back in a moment, then closes all sockets. The HTTP server is left to its owner. */
  async close(): Promise<void> {
    this.io.emit('restarting');
    this.io.disconnectSockets(true);
    this.io.engine.close();
  }

  private allows(req: IncomingMessage): boolean {
    const { origin } = req.headers;
    return origin === undefined || isOwnOrigin(origin, req.headers.host, this.parts.publicUrl);
  }

  private async admit(socket: Client): Promise<Refusal | null> {
    const hello = handshakeSchema.safeParse(socket.handshake.auth);
    if (!hello.success) return refuse('invalid');
    if (hello.data.protocol !== protocolVersion) return refuse('version');
    const token = deviceToken(socket.handshake.headers.cookie);
    const place = token ? await this.parts.placeOf(hello.data.seat, hashToken(token)) : null;
    if (!place) return refuse('unknown');
    if (hello.data.run !== undefined && hello.data.run !== place.runId) return refuse('movedOn');
    socket.data.place = place;
    return null;
  }

  private serve(socket: Client): void {
    const { runId } = socket.data.place;
    const left = this.enterSession(socket);
    const join = () => {
      const joining = this.joinRun(socket);
      joining.catch((error) => this.parts.report('a viewer could not join', error));
      return joining;
    };
    let joined = join();
    // A store that refused a moment ago may take it now; the page asks again on the same connection.
    const joinedAtLast = () => (joined = joined.catch(join));
    socket.on('disconnect', () => {
      left();
      void joined
        .then(() => this.parts.runner().leave(runId))
        .catch((error) => this.parts.report('a viewer could not leave', error));
    });
    socket.on('resume', (position, ack) =>
      this.answer(ack, () => this.resume(socket, joinedAtLast, position)),
    );
    socket.on('writing', writingHints(socket));
    for (const name of Object.keys(commands) as CommandName[]) {
      // Every name of the registry is listened to; the body is parsed by that command's own schema.
      (socket as Socket).on(name, (frame: unknown, ack: unknown) =>
        this.answer(ack, () => this.command(socket, name, frame)),
      );
    }
  }

  /** Joins what a session says to its members, and counts as present in it. Returns what to do on leaving. */
  private enterSession(socket: Client): () => void {
    const { sessionId, teamId, actor } = socket.data.place;
    const rooms = sessionId === null ? null : this.parts.rooms?.();
    if (sessionId === null || !rooms) return () => undefined;
    const failed = (error: unknown) => this.parts.report('a member could not enter their session', error);
    void socket.join([sessionRoom(sessionId), teamRoom(teamId), memberRoom(teamId, actor)]);
    void rooms
      .view(sessionId, teamId, actor)
      .then((view) => view && socket.emit('room', view))
      .catch(failed);
    const count = (by: 1 | -1) => void rooms.presence(sessionId, teamId, actor, by).catch(failed);
    count(1);
    return () => count(-1);
  }

  private async joinRun(socket: Client): Promise<void> {
    const { runId, actor } = socket.data.place;
    await socket.join([runRoom(runId), viewerRoom(runId, actor)]);
    await this.parts.runner().join(runId, actor);
  }

  private async command(socket: Client, name: CommandName, raw: unknown): Promise<unknown> {
    const { place } = socket.data;
    const slow = await this.parts.limits.command(place.seatId);
    if (slow) return this.refuse(slow);
    const frame = commandFrame.safeParse(raw);
    const body = frame.success ? commands[name].schema.safeParse(frame.data.body) : null;
    if (!frame.success || !body?.success) return this.refuse(refuse('invalid'));
    // The body was parsed by the schema of this very name.
    const command = { name, body: body.data } as Command;
    const outcome = await this.perform(place, command, frame.data.commandId);
    return outcome.ok ? { ok: true, n: outcome.n, ...outcome.result } : this.refuse(outcome.refusal);
  }

  /** In a session the clock is the facilitator's: a member may only begin a run that is theirs to begin. */
  private async perform(place: Place, command: Command, commandId: string): Promise<Outcome> {
    const rooms = place.sessionId === null ? null : this.parts.rooms?.();
    if (!rooms || place.sessionId === null || !command.name.startsWith('clock.'))
      return this.parts.runner().command(place.runId, command, place.actor, commandId);
    if (command.name !== 'clock.start') return { ok: false, refusal: refuse('notPossible') };
    const no = await rooms.startRun(place.sessionId, place.teamId, place.runId);
    return no ? { ok: false, refusal: no } : { ok: true, n: 0, result: {} };
  }

  private async resume(socket: Client, joined: () => Promise<void>, raw: unknown): Promise<ResumeReply> {
    const { place } = socket.data;
    const slow = await this.parts.limits.command(place.seatId);
    if (slow) return this.refuse(slow);
    const position = raw === null ? null : resumeSchema.safeParse(raw);
    if (position && !position.success) return this.refuse(refuse('invalid'));
    await joined();
    const resumed = await this.parts
      .runner()
      .resume(place.runId, position ? position.data : null, place.actor);
    return resumed ? { ok: true, ...resumed } : this.refuse(refuse('unknown'));
  }

  private refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
    this.parts.refused?.(refusal.code);
    return { ok: false, refusal };
  }

  /** Answers if there is somebody to answer; a fault becomes the refusal `busy`, never a crash. */
  private answer(ack: unknown, work: () => Promise<unknown>): void {
    const reply = typeof ack === 'function' ? (value: unknown) => void ack(value) : () => undefined;
    work().then(reply, (error) => {
      this.parts.report('a frame could not be answered', error);
      reply(this.refuse(refuse('busy')));
    });
  }
}
