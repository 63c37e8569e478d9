import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandInput, CommandName } from '@/core/contract/command';
import type { Member } from '@/core/contract/ids';
import type { RoomView } from '@/core/contract/room';
import type { MailView } from '@/core/contract/view';
import type {
  CommandResult,
  Draft,
  Frame,
  Position,
  Reply,
  ResumeReply,
  Writing,
} from '@/core/contract/wire';
import { simNow } from './clock';
import { Outbox } from './outbox';
import type { OutboxStore } from './outboxStore';
import { type PlayState, takeDraft, takeFrame, takeRoom, takeSnapshot } from './playState';
import type { Wire, WireEvents } from './socketWire';

export interface ConnectionParts {
  initial: Pick<PlayState, 'view' | 'epoch' | 'n'> & { drafts: readonly Draft[]; room?: RoomView | null };
  /** This person belongs to another team now: the page has to be read anew. */
  moved?: () => void;
  wire: (on: WireEvents) => Wire;
  outbox: OutboxStore;
  /** `performance.now()`. */
  now: () => number;
  /** Mails that arrived while the page was open. */
  arrived?: (mails: MailView[]) => void;
  /** Calls back once, soon: frames that come until then are taken together. At once where it is left out. */
  soon?: (take: () => void) => void;
}

/** How long frames promised by a reply may be under way before they are asked for. */
const graceMs = 1_500;
const againMs = 1_000;
/** How often the team hears that somebody is writing, and how long it holds good. */
const hintEveryMs = 2_000;
const hintLastsMs = 5_000;

/** The browser's copy of a run, kept level with the server whatever the wire does, and the way commands go there. */
export class Connection {
  readonly store: StoreApi<PlayState>;
  private wire: Wire | null = null;
  private readonly outbox: Outbox;
  private resuming = false;
  private again = false;
  private closed = false;
  private waiting: Frame[] = [];
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly parts: ConnectionParts) {
    const { view, epoch, n, drafts, room = null } = parts.initial;
    this.store = createStore<PlayState>(() => ({
      view,
      epoch,
      n,
      clockAt: parts.now(),
      frozenAt: parts.now(),
      link: 'connecting',
      linkReason: null,
      room,
      writing: {},
      drafts: Object.fromEntries(drafts.map((d) => [d.conversation, d])),
      outbox: [],
      storageBlocked: false,
    }));
    this.outbox = new Outbox({
      store: parts.outbox,
      deliver: (item) => this.wire?.deliver(item) ?? Promise.resolve(null),
      isOnline: () => this.store.getState().link === 'online',
      changed: (outbox) => {
        this.store.setState({ outbox });
        this.clearSent();
      },
      blocked: () => this.store.setState({ storageBlocked: true }),
    });
  }

  /** Opens the line. May be called again after `close`. */
  start(): void {
    this.closed = false;
    this.wire = this.parts.wire(this.events());
    void this.outbox.open();
  }

  /** What the server answered; null when a command that cannot wait met no server. */
  async send<K extends CommandName>(name: K, body: CommandInput<K>): Promise<Reply<CommandResult<K>> | null> {
    const reply = await this.outbox.send(name, body, this.simNow());
    if (reply?.ok) this.expect(reply.n);
    return reply;
  }

  forget(commandId: string): void {
    this.outbox.forget(commandId);
  }

  keepDraft(draft: Draft): void {
    this.store.setState((s) => takeDraft(s, draft));
  }

  simNow(): number {
    const { view, clockAt, frozenAt } = this.store.getState();
    return simNow({ clock: view.clock, at: clockAt }, frozenAt ?? this.parts.now(), view.run.lengthMs);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.outbox.close();
    this.wire?.close();
    this.wire = null;
  }

  private events(): WireEvents {
    return {
      up: () => void this.resume(),
      down: () => this.lose('offline'),
      restarting: () => this.lose('restarting'),
      refused: (refusal) => this.store.setState({ link: 'stopped', linkReason: refusal.message }),
      frame: (frame) => this.receive(frame),
      draft: (draft) => this.keepDraft(draft),
      writing: (hint) => this.takeWriting(hint),
      room: (room) => this.store.setState({ room }),
      roomChange: (change) => {
        this.store.setState(({ room }) => ({ room: room && takeRoom(room, change) }));
        if (change.moved) this.parts.moved?.();
      },
    };
  }

  /** Tells the team that this one is writing; nobody else is told, and nothing is stored. */
  hint(conversation: string): void {
    const { room, view } = this.store.getState();
    const now = this.parts.now();
    if ((room?.team.length ?? 0) < 2 || view.clock.state !== 'running' || now - this.hintedAt < hintEveryMs)
      return;
    this.hintedAt = now;
    this.wire?.hint(conversation);
  }
  private hintedAt = Number.NEGATIVE_INFINITY;

  private takeWriting({ member, conversation }: Writing): void {
    if (member === this.store.getState().view.me) return;
    this.store.setState((s) => ({ writing: { ...s.writing, [member]: conversation } }));
    const before = this.hints.get(member);
    if (before) clearTimeout(before);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.store.setState(({ writing: { [member]: _, ...writing } }) => ({ writing }));
    }, hintLastsMs);
    this.hints.set(member, timer);
    this.timers.add(timer);
  }
  private readonly hints = new Map<Member, ReturnType<typeof setTimeout>>();

  /** The server is gone for now; nobody here knows what its clock does. */
  private lose(link: 'offline' | 'restarting'): void {
    this.outbox.giveUp();
    this.store.setState((s) => ({
      link: s.link === 'stopped' || (s.link === 'restarting' && link === 'offline') ? s.link : link,
      frozenAt: s.frozenAt ?? this.parts.now(),
    }));
  }

  /** Frames that come close together change the page once. */
  private receive(frame: Frame): void {
    this.waiting.push(frame);
    if (this.waiting.length > 1) return;
    if (this.parts.soon) this.parts.soon(() => this.takeWaiting());
    else this.takeWaiting();
  }

  private takeWaiting(): void {
    const frames = this.waiting;
    this.waiting = [];
    if (!this.closed) this.take(frames);
  }

  private take(frames: readonly Frame[]): void {
    let state = this.store.getState();
    const arrived: MailView[] = [];
    for (const frame of frames) {
      const taken = takeFrame(state, frame, this.parts.now());
      if (taken.kind === 'gap') void this.resume();
      if (taken.kind !== 'taken') continue;
      state = taken.state;
      arrived.push(...taken.arrived);
    }
    if (state === this.store.getState()) return;
    this.store.setState(state);
    this.clearSent();
    if (arrived.length > 0) this.parts.arrived?.(arrived);
  }

  /** Asks for everything after what is held. One question at a time; a gap found meanwhile asks once more. */
  private async resume(): Promise<void> {
    if (this.resuming) {
      this.again = true;
      return;
    }
    this.resuming = true;
    if (this.waiting.length > 0) this.takeWaiting();
    const { epoch, n } = this.store.getState();
    const reply = (await this.wire?.resume({ epoch, n } satisfies Position)) ?? null;
    this.resuming = false;
    if (this.closed) return;
    if (!reply?.ok) {
      this.notResumed(reply);
      return;
    }
    this.level(reply);
    if (this.again) {
      this.again = false;
      void this.resume();
    }
  }

  private level(reply: Extract<ResumeReply, { ok: true }>): void {
    if ('snapshot' in reply) {
      this.store.setState((s) => takeSnapshot(s, reply.snapshot, reply.drafts, this.parts.now()));
      this.clearSent();
    } else {
      this.take(reply.frames);
    }
    const { clock } = reply;
    if (clock) this.store.setState((s) => ({ view: { ...s.view, clock }, clockAt: this.parts.now() }));
    if (!this.wire?.isUp()) return;
    this.store.setState({ link: 'online', frozenAt: null });
    this.outbox.pump();
  }

  private notResumed(reply: ResumeReply | null): void {
    const code = reply && !reply.ok ? reply.refusal.code : null;
    if (code === 'unknown' || code === 'version') {
      this.store.setState({ link: 'stopped', linkReason: reply && !reply.ok ? reply.refusal.message : null });
      return;
    }
    if (this.wire?.isUp()) this.after(againMs, () => void this.resume());
  }

  /** A reply names the frame it is complete with; if that one does not come, it was lost. */
  private expect(n: number): void {
    if (this.store.getState().n >= n) return;
    this.after(graceMs, () => {
      if (this.store.getState().n < n) void this.resume();
    });
  }

  /** A mail that stands in the view need not stand in the outbox. */
  private clearSent(): void {
    const { view, outbox } = this.store.getState();
    for (const { commandId, mailId } of outbox) {
      if (mailId && view.mails.some((m) => m.mailId === mailId)) this.outbox.forget(commandId);
    }
  }

  private after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.closed) then();
    }, ms);
    this.timers.add(timer);
  }
}
