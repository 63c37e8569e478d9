import type { CommandInput, CommandName } from '@/core/contract/command';
import type { RefusalCode } from '@/core/contract/refusal';
import type { CommandResult, Reply } from '@/core/contract/wire';
import { newCommandId } from './commandId';
import type { OutboxItem, OutboxStore } from './outboxStore';

/** Hands one command over; resolves with the server's reply, or null when none came in time. */
export type Deliver = (item: OutboxItem) => Promise<Reply | null>;

export interface OutboxParts {
  store: OutboxStore;
  deliver: Deliver;
  /** The server can be reached now. */
  isOnline: () => boolean;
  /** Told after every change of the list. */
  changed: (items: OutboxItem[]) => void;
  /** Storage refused: the outbox goes on in memory. */
  blocked: () => void;
}

/** Commands that wait for the server, over a reload too. The others mean something only now and are not kept. */
const kept: ReadonlySet<CommandName> = new Set([
  'mail.send',
  'mail.sendLater',
  'mail.cancelLater',
  'mail.undo',
  'mail.remind',
  'mail.open',
  'desk.answer',
]);
/** Of use at this moment or not at all: a telephone that rings minutes later would be a surprise. */
const momentary: ReadonlySet<CommandName> = new Set(['call.dial', 'call.accept']);
/** Mail that could not be sent stays on the screen with the reason. */
const shownWhenRefused: ReadonlySet<CommandName> = new Set(['mail.send', 'mail.sendLater']);
const passing: ReadonlySet<RefusalCode> = new Set(['tooFast', 'busy', 'unsaved']);
const retryMs = 1_500;

/** One command after the other, in the order they were asked, each with the same id until it is answered. */
export class Outbox {
  private items: OutboxItem[] = [];
  private readonly waiting = new Map<string, (reply: Reply | null) => void>();
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private order = 0;
  private closed = false;

  constructor(private readonly parts: OutboxParts) {}

  /** Takes up what an earlier page of this seat left behind. */
  async open(): Promise<void> {
    this.closed = false;
    const left = await this.parts.store.load().catch(() => this.lost<OutboxItem[]>([]));
    const known = new Set(this.items.map((i) => i.commandId));
    this.items = [...left.filter((i) => !known.has(i.commandId)), ...this.items];
    this.order = Math.max(this.order, ...this.items.map((i) => i.order), 0);
    this.parts.changed(this.items);
    this.pump();
  }

  /** The reply, or null where the command cannot wait and the server is not there. */
  async send<K extends CommandName>(
    name: K,
    body: CommandInput<K>,
    simMs: number,
  ): Promise<Reply<CommandResult<K>> | null> {
    if (!kept.has(name) && !this.parts.isOnline()) return null;
    this.order += 1;
    // The pair (name, body) is one member of the union by its signature; the compiler cannot follow a generic key.
    const item = { commandId: newCommandId(), name, body, order: this.order, simMs } as unknown as OutboxItem;
    const reply = new Promise<Reply | null>((resolve) => this.waiting.set(item.commandId, resolve));
    this.items = [...this.items, item];
    this.parts.changed(this.items);
    if (kept.has(name)) await this.parts.store.put(item).catch(() => this.lost(undefined));
    this.pump();
    // Same pairing on the way back: the server answers a command with that command's result.
    return (await reply) as Reply<CommandResult<K>> | null;
  }

  /** Tries at once; called when the connection is back. */
  pump(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    void this.run();
  }

  /** Forgets a mail that was refused, or one that now stands in the view. */
  forget(commandId: string): void {
    if (!this.items.some((i) => i.commandId === commandId)) return;
    this.items = this.items.filter((i) => i.commandId !== commandId);
    this.waiting.delete(commandId);
    this.parts.changed(this.items);
    void this.parts.store.drop(commandId).catch(() => this.lost(undefined));
  }

  /** The server is gone: what means something only now, and waits for its turn, is given up. */
  giveUp(): void {
    for (const item of this.items.filter((i) => !kept.has(i.name))) {
      this.waiting.get(item.commandId)?.(null);
      this.forget(item.commandId);
    }
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let next = this.next(); next && !this.closed; next = this.next()) {
        const reply = await this.parts.deliver(next);
        if (!reply || (!reply.ok && passing.has(reply.refusal.code))) {
          this.later(next, reply);
          return;
        }
        this.settle(next, reply);
      }
    } finally {
      this.busy = false;
    }
  }

  private next(): OutboxItem | undefined {
    return this.parts.isOnline() ? this.items.find((i) => !i.refused && !i.mailId) : undefined;
  }

  private settle(item: OutboxItem, reply: Reply): void {
    this.waiting.get(item.commandId)?.(reply);
    if (!reply.ok && shownWhenRefused.has(item.name)) {
      this.replace({ ...item, refused: reply.refusal.message });
      return;
    }
    const mailId = reply.ok && item.name === 'mail.send' && 'mailId' in reply ? String(reply.mailId) : null;
    if (mailId) {
      this.replace({ ...item, mailId });
      void this.parts.store.drop(item.commandId).catch(() => this.lost(undefined));
      return;
    }
    this.forget(item.commandId);
  }

  /** Not answered, or the server is too busy: what cannot wait is given up, the rest is tried again. */
  private later(item: OutboxItem, reply: Reply | null): void {
    if (!kept.has(item.name) && (!reply || momentary.has(item.name))) {
      this.waiting.get(item.commandId)?.(null);
      this.forget(item.commandId);
      queueMicrotask(() => this.pump());
      return;
    }
    const seconds = reply && !reply.ok ? Number(reply.refusal.values?.seconds ?? 0) : 0;
    this.timer = setTimeout(() => this.pump(), Math.max(retryMs, seconds * 1_000));
  }

  private replace(item: OutboxItem): void {
    this.items = this.items.map((i) => (i.commandId === item.commandId ? item : i));
    this.parts.changed(this.items);
    if (item.refused) void this.parts.store.put(item).catch(() => this.lost(undefined));
  }

  private lost<T>(value: T): T {
    this.parts.blocked();
    return value;
  }
}
