import type { Member } from '@/core/contract/ids';
import type { RoomChange, RoomView } from '@/core/contract/room';
import type { MailView, RunView } from '@/core/contract/view';
import type { Draft, Frame, Snapshot } from '@/core/contract/wire';
import { applyChange } from '@/core/view/applyChange';
import type { OutboxItem } from './outboxStore';

/** How the page stands to its server. `stopped`: the server refused this page for good, `linkReason` says why. */
export type Link = 'connecting' | 'online' | 'offline' | 'restarting' | 'stopped';

/** What the browser knows of one run: its view at (`epoch`, `n`), its drafts, and what it has yet to hand over. */
export interface PlayState {
  view: RunView;
  /** `performance.now()` when the clock of the view was received. */
  clockAt: number;
  /** `performance.now()` when the server was last heard of; null while it is there. The clock shown stands meanwhile. */
  frozenAt: number | null;
  epoch: number;
  n: number;
  link: Link;
  linkReason: string | null;
  /** The session this run is played in; null for a plan of one's own. */
  room: RoomView | null;
  /** Which recipient a team mate was writing to a moment ago. */
  writing: Partial<Record<Member, string>>;
  drafts: Record<string, Draft>;
  outbox: OutboxItem[];
  /** Browser storage is blocked: the outbox lives only as long as this page. */
  storageBlocked: boolean;
}

/** What a frame did to the state: taken, already known, or it does not follow on from what is held. */
export type Taken =
  | { kind: 'taken'; state: PlayState; arrived: MailView[] }
  | { kind: 'known' }
  | { kind: 'gap' };

/** Frames count densely: the next one is `n + 1` of the same epoch; anything later is a gap that a resume fills. */
export function takeFrame(state: PlayState, frame: Frame, now: number): Taken {
  if (frame.epoch !== state.epoch) return { kind: 'gap' };
  if (frame.n <= state.n) return { kind: 'known' };
  if (frame.n !== state.n + 1) return { kind: 'gap' };
  const view = frame.changes.reduce(applyChange, state.view);
  const arrived = frame.changes.flatMap((c) => (c.type === 'mail' && c.mail.from === 'them' ? [c.mail] : []));
  const clockAt = frame.changes.some((c) => c.type === 'clock') ? now : state.clockAt;
  return { kind: 'taken', arrived, state: { ...state, view, clockAt, n: frame.n } };
}

/** Whether a change of the state brought news, rather than a whole view in place of the old one. */
export const isNews = (state: PlayState, before: PlayState): boolean =>
  state.n > before.n && state.view.run === before.view.run;

/** A whole view replaces what is held. Drafts of the server win unless this page holds a later revision. */
export function takeSnapshot(
  state: PlayState,
  snapshot: Snapshot,
  drafts: readonly Draft[],
  now: number,
): PlayState {
  const { view, epoch, n } = snapshot;
  return drafts.reduce(takeDraft, { ...state, view, epoch, n, clockAt: now });
}

/** A room after a change; a message that is there already is not taken twice. */
export function takeRoom(room: RoomView, { message, moved: _, ...change }: RoomChange): RoomView {
  const known = room.messages.some((m) => m.id === message?.id);
  const messages = message && !known ? [...room.messages, message] : room.messages;
  return { ...room, ...change, messages };
}

export function takeDraft(state: PlayState, draft: Draft): PlayState {
  const held = state.drafts[draft.conversation];
  if (held && held.rev > draft.rev) return state;
  return { ...state, drafts: { ...state.drafts, [draft.conversation]: draft } };
}
