import { io } from 'socket.io-client';
import type { OutboxItem } from '@/app/_lib/outboxStore';
import type { Wire, WireEvents } from '@/app/_lib/socketWire';
import { protocolVersion } from '@/core/contract/protocol';
import type { Position, Reply, ResumeReply } from '@/core/contract/wire';
import type { Visitor } from './liveServer';

/** What a client does after its line was cut; each can be switched off, and then something is lost. */
export interface Recovery {
  /** Commands that were not answered are sent again. */
  repeats: boolean;
  /** What was missed is asked for. */
  resumes: boolean;
}

/** A real line to a real server, outside a browser, that a test cuts without a word. */
export class CutWire implements Wire {
  private readonly socket;
  private cuts = 0;
  /** The line is dead and nobody has noticed yet. */
  private dead = false;
  private readonly sent = new Set<string>();

  constructor(
    base: string,
    who: Visitor,
    on: WireEvents,
    private readonly recovery: Recovery,
  ) {
    this.socket = io(base, {
      auth: { protocol: protocolVersion, seat: who.seat },
      extraHeaders: { cookie: who.cookie },
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 4_000,
      forceNew: true,
    });
    this.socket.on('connect', () => {
      this.dead = false;
      on.up();
    });
    this.socket.on('disconnect', on.down);
    this.socket.on('connect_error', on.down);
    this.socket.on('frame', (frame) => {
      if (!this.dead) on.frame(frame);
    });
    this.socket.on('draft', on.draft);
    this.socket.on('writing', on.writing);
    this.socket.on('room', on.room);
    this.socket.on('roomChange', on.roomChange);
  }

  /** The line is gone, with whatever was under way in either direction; a moment passes before anybody notices. */
  cut(): void {
    this.cuts++;
    this.dead = true;
    setTimeout(() => this.socket.io.engine?.close(), 40);
  }

  hint(conversation: string): void {
    this.socket.emit('writing', { conversation });
  }

  isUp(): boolean {
    return this.socket.connected;
  }

  async deliver({ name, commandId, body }: OutboxItem): Promise<Reply | null> {
    const again = this.sent.has(commandId);
    this.sent.add(commandId);
    if (again && !this.recovery.repeats) return { ok: true, n: 0 };
    return this.asked<Reply>(name, { commandId, body });
  }

  resume(position: Position | null): Promise<ResumeReply | null> {
    if (this.cuts > 0 && !this.recovery.resumes) return Promise.resolve({ ok: true, frames: [] });
    return this.asked<ResumeReply>('resume', position);
  }

  close(): void {
    this.socket.disconnect();
  }

  private asked<T>(name: string, body: unknown): Promise<T | null> {
    if (this.dead) return new Promise((done) => this.socket.once('disconnect', () => done(null)));
    return this.socket
      .timeout(8_000)
      .emitWithAck(name, body)
      .then(
        (reply: T) => reply,
        () => null,
      );
  }
}
