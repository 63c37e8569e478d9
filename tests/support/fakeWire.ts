import type { OutboxItem, OutboxStore } from '@/app/_lib/outboxStore';
import type { Wire, WireEvents } from '@/app/_lib/socketWire';
import type { Frame, Position, Reply, ResumeReply } from '@/core/contract/wire';

/** A line whose every answer the test decides: what is delivered, lost, or answered twice. */
export class FakeWire implements Wire {
  up = false;
  readonly delivered: OutboxItem[] = [];
  readonly resumed: (Position | null)[] = [];
  /** What the server says to a command; null is an answer that never came. */
  answer: (item: OutboxItem) => Reply | null = () => ({ ok: true, n: 0 });
  onResume: (position: Position | null) => ResumeReply | null = () => ({ ok: true, frames: [] });
  private events: WireEvents | null = null;

  readonly open = (events: WireEvents): Wire => {
    this.events = events;
    return this;
  };

  connect(): void {
    this.up = true;
    this.events?.up();
  }

  drop(): void {
    this.up = false;
    this.events?.down();
  }

  push(frame: Frame): void {
    this.events?.frame(frame);
  }

  isUp(): boolean {
    return this.up;
  }

  deliver(item: OutboxItem): Promise<Reply | null> {
    this.delivered.push(item);
    return Promise.resolve(this.answer(item));
  }

  resume(position: Position | null): Promise<ResumeReply | null> {
    this.resumed.push(position);
    return Promise.resolve(this.onResume(position));
  }

  readonly hinted: string[] = [];
  hint(conversation: string): void {
    this.hinted.push(conversation);
  }

  close(): void {
    this.up = false;
  }
}

/** An outbox that keeps what it is given over "reloads", or throws as a blocked browser does. */
export class MemoryOutbox implements OutboxStore {
  readonly items = new Map<string, OutboxItem>();
  blocked = false;

  load = async (): Promise<OutboxItem[]> => {
    this.refuse();
    return [...this.items.values()].sort((a, b) => a.order - b.order);
  };

  put = async (item: OutboxItem): Promise<void> => {
    this.refuse();
    this.items.set(item.commandId, item);
  };

  drop = async (commandId: string): Promise<void> => {
    this.refuse();
    this.items.delete(commandId);
  };

  private refuse(): void {
    if (this.blocked) throw new DOMException('storage is blocked', 'SecurityError');
  }
}
