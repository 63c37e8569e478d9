import type { BoardView } from './board';
import type { Member } from './ids';
import type { RoomView } from './room';
import type { ScreenView } from './screen';
import type { ClockView } from './view';
import type { Draft, Snapshot } from './wire';

/**
 * The one handle through which pages and routes reach what is live: `main.ts` puts it on `globalThis`, since the same
 * file is several module instances under Next (docs/architecture.md). Everything else they read at rest.
 */
export interface LiveHandle {
  /** The address written into links; null: the one a visitor came by, whose scheme a proxy may tell if `proxies` is over 0. */
  publicUrl: string | null;
  proxies: number;
  /** Addresses of this machine in its networks, by which others can come; none where the server listens to itself alone. */
  addresses: readonly string[];
  /** Days until things are deleted: solo runs from the last visit, sessions from their end, entries of the audit log. */
  keepDays: { solo: number; sessions: number; audit: number };
  /** A member's view of a run as it stands now, with their drafts; null where there is no such run. */
  openRun(
    runId: string,
    member: Member,
  ): Promise<{ snapshot: Snapshot; drafts: Draft[]; clock: ClockView } | null>;
  /** What a member of a team sees of the session they play in; null for somebody who is not in it. */
  room(sessionId: string, teamId: string, member: string): Promise<RoomView | null>;
  /** What facilitators see of a session; null for an unknown one. Who may see it is the caller's to know. */
  board(sessionId: string): Promise<BoardView | null>;
  /** What a screen on the wall of a session shows; null for an unknown one. */
  screen(sessionId: string): Promise<ScreenView | null>;
  /** Stops holding a run in memory, e.g. before it is erased. */
  dropRun(runId: string): Promise<void>;
}

const key = Symbol.for('meanwhile.live');
type Holder = typeof globalThis & { [key]?: LiveHandle };

export const setLiveHandle = (handle: LiveHandle): void => {
  (globalThis as Holder)[key] = handle;
};
/** Throws when called outside a running server. */
export const liveHandle = (): LiveHandle => {
  const handle = (globalThis as Holder)[key];
  if (!handle) throw new Error('The live server is not running in this process.');
  return handle;
};
