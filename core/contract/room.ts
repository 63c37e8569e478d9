import type { Member } from './ids';
import type { SessionPhase } from './session';

/** What somebody who plays in a session knows of it: never the plan, the arm, or other people's runs. */
export interface RoomView {
  sessionId: string;
  title: string;
  phase: SessionPhase;
  paused: boolean;
  locked: boolean;
  revealed: boolean;
  /** What this person is called here; null after erasure. */
  name: string | null;
  removed: boolean;
  /** Everybody in the team, this person included, in the order of coming. */
  team: TeamMate[];
  /** The newest last. */
  messages: RoomMessage[];
  /** Questionnaires still to be filled in. */
  owed: ('before' | 'after')[];
}

export interface TeamMate {
  member: Member;
  name: string | null;
  present: boolean;
}

export interface RoomMessage {
  /** The number of its event in the session's log. */
  id: number;
  kind: 'message' | 'hint';
  text: string;
  /** Wall ms. */
  at: number;
}

/** What has changed in a room for those it is sent to; a message comes by itself. */
export type RoomChange = Partial<Omit<RoomView, 'sessionId' | 'messages' | 'owed'>> & {
  message?: RoomMessage;
  /** This person is in another team now: the page has to be read anew. */
  moved?: boolean;
};

/** Messages kept in a view. */
export const shownMessages = 20;
