import { io, type Socket } from 'socket.io-client';
import type { CommandName } from '@/core/contract/command';
import { protocolVersion } from '@/core/contract/protocol';
import type { Reply } from '@/core/contract/wire';
import { generator } from '@/tests/view/random';

interface Sending {
  commandId: string;
  name: CommandName;
  body: unknown;
}

const contacts = ['noor', 'tomas', 'ingrid', 'bao', 'priya', 'lucas'];
const asks = ['rider-count', 'press-door', 'version', 'picture-credit', 'cake'];
const answerMs = 1_500;

/** A scripted client: sends one command after another and repeats each under its own id until somebody answers. */
export class Player {
  /** Commands the server said yes to. */
  readonly accepted: string[] = [];
  readonly refused = new Map<string, number>();
  runs: string[] = [];
  private socket: Socket | null = null;
  /** The server before, for as long as two of them run. */
  private former: Socket | null = null;
  private turn = 0;
  /** Answers since two servers run, from whichever. */
  answersOfBoth = 0;
  private seat = '';
  private cookie = '';
  private count = 0;
  private card = 1;
  private stopped = false;
  private readonly random: () => number;

  constructor(
    readonly name: string,
    seed: number,
  ) {
    this.random = generator(seed);
  }

  /** Begins a solo run and its clock on the server at `base`. */
  async begin(base: string): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(this.cookie && { cookie: this.cookie }),
    };
    const body = JSON.stringify({ scenario: 'launch-week-taste' });
    const response = await fetch(`${base}/api/solo`, { method: 'POST', headers, body });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    this.seat = ((await response.json()) as { seat: string }).seat;
    this.card = 1;
    this.connect(base);
    const resumed = await this.ask('resume', null);
    if (resumed?.ok && 'snapshot' in resumed)
      this.runs.push((resumed as unknown as { snapshot: { stream: string } }).snapshot.stream);
    await this.until(this.next('clock.start', {}));
  }

  /** Goes on at another address, as after a reconnect. */
  connect(base: string): void {
    this.leave();
    this.socket = this.open(base);
  }

  /** Talks to two servers in turn, as two tabs do that are not yet told of the same one. */
  connectAlso(base: string): void {
    this.former = this.socket;
    this.answersOfBoth = 0;
    this.socket = this.open(base);
  }

  private open(base: string): Socket {
    return io(base, {
      auth: { protocol: protocolVersion, seat: this.seat },
      extraHeaders: { cookie: this.cookie },
      transports: ['websocket'],
      reconnectionDelay: 30,
      reconnectionDelayMax: 100,
      forceNew: true,
    });
  }

  async play(): Promise<void> {
    while (!this.stopped) {
      await this.until(
        this.random() < 0.6 ? this.mail() : this.next('desk.answer', { cardId: `c${this.card}`, choice: 0 }),
      );
    }
  }

  stop(): void {
    this.stopped = true;
  }
  leave(): void {
    this.former?.disconnect();
    this.former = null;
    this.socket?.disconnect();
  }

  private mail(): Sending {
    const to = contacts[Math.floor(this.random() * contacts.length)] ?? 'noor';
    const ask = asks[Math.floor(this.random() * asks.length)] ?? 'cake';
    return this.next('mail.send', { to, subject: 'S', text: `${this.name} ${this.count}`, asks: [ask] });
  }

  private next(name: CommandName, body: unknown): Sending {
    return { name, body, commandId: `${this.name}-command-${++this.count}` };
  }

  /** Repeats a command until it is accepted or refused for good. Gives up when told to stop. */
  private async until(sending: Sending): Promise<void> {
    while (!this.stopped) {
      const reply = await this.ask(sending.name, { commandId: sending.commandId, body: sending.body });
      if (reply?.ok) {
        this.accepted.push(sending.commandId);
        if (sending.name === 'desk.answer') this.card++;
        return;
      }
      const code = reply?.refusal.code;
      if (code !== undefined && code !== 'unsaved' && code !== 'busy') {
        this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
        if (code === 'cardGone') this.card++;
        return;
      }
      if (code !== undefined) await new Promise((done) => setTimeout(done, 50));
    }
  }

  private async ask(name: string, frame: unknown): Promise<Reply | null> {
    const both = this.former?.connected === true && this.socket?.connected === true;
    const wire = both && this.turn++ % 2 === 0 ? this.former : this.socket;
    try {
      const reply = (await wire?.timeout(answerMs).emitWithAck(name, frame)) as Reply;
      if (both) this.answersOfBoth++;
      return reply;
    } catch {
      // No answer in time: the wire or the server is gone, and the caller repeats itself.
      return null;
    }
  }
}
