import type { ControlDone } from '@/core/contract/control';
import type { Member } from '@/core/contract/ids';
import type { Plan } from '@/core/contract/plan';
import type { RoomChange } from '@/core/contract/room';
import type { Audience } from '@/core/contract/session';
import type { SessionEvent } from '@/core/contract/sessionEvent';
import type { FanOutEvent } from '@/core/session/fanOut';

/** A team as the store keeps it. `run` is what it is in now: the newest of its plan. */
export interface TeamNow {
  teamId: string;
  run: { runId: string; practice: boolean; endedAt: number | null } | null;
  /** All its runs so far. */
  runIds: string[];
  /** Played runs that have ended. */
  ended: number;
  /** A member has done something in one of its runs. */
  begun: boolean;
}

/** A seat that comes with a joining, and its team where that has to be made. */
export interface NewPlace {
  seatId: string;
  teamId: string;
  member: Member;
  name: string;
  /** Null for a bot, which needs none. */
  device: { id: string; tokenHash: string } | null;
  /** Null: the team is there. */
  team: { plan: Plan; seed: string; runId: string } | null;
}

/** What is written beside the session's events, in the same transaction. */
export type Beside =
  | { is: 'joined'; place: NewPlace }
  | { is: 'removed'; teamId: string; member: Member }
  | { is: 'erased'; teamId: string; member: Member; participantId: string }
  | { is: 'moved'; from: { teamId: string; member: Member }; to: { teamId: string; member: Member } }
  | { is: 'renamed'; teamId: string; member: Member; name: string }
  | { is: 'started' }
  | { is: 'ended' };

/** The durable log of sessions and what is kept beside it. Resolving means durable. */
export interface SessionStore {
  /** In order; empty for an unknown session. */
  read(sessionId: string): Promise<SessionEvent[]>;
  /** `events[0].seq` must be the next number, else AppendConflict. All or nothing, with what is beside them. */
  append(sessionId: string, events: readonly SessionEvent[], beside?: readonly Beside[]): Promise<void>;
  teams(sessionId: string): Promise<TeamNow[]>;
}

/** What a run made of something handed on to it. */
export type HandedOn = keyof ControlDone;

/** What a run has to know of its team and its session. */
export interface TeamInRoom {
  /** Who has not been removed. */
  members: Member[];
  /** Simulated ms per real ms, if one was set for the whole session. */
  rate: number | null;
}

/** The runs of a session, as far as a room needs them. */
export interface Runs {
  /** Reads a run anew, whose log was written anew. */
  letGo(runId: string): Promise<void>;
  /** Hands an event of the session on to one run; the same event has an effect once. */
  handOn(runId: string, event: FanOutEvent, key: string, team: TeamInRoom): Promise<HandedOn>;
}

/** Tells whoever is in the room that something is new. Called only after it is durable. */
export interface RoomPublisher {
  roomChanged(sessionId: string, to: Audience, change: RoomChange): void;
  /** `teams`: the rows that changed; null: all of them. */
  boardChanged(sessionId: string, teams: readonly string[] | null): void;
  /** Something for one member's sockets alone; those who were removed or moved leave with it. */
  memberChanged(teamId: string, member: Member, change: RoomChange): void;
}
