import type { ControlDone } from '@/core/contract/control';
import type { Member } from '@/core/contract/ids';
import type { Plan } from '@/core/contract/plan';
import type { BotPolicy } from '@/core/contract/policy';
import type { RoomMessage } from '@/core/contract/room';
import type { Audience, SessionPhase, SessionSettings } from '@/core/contract/session';
import type { ScenarioRef, SessionEventData } from '@/core/contract/sessionEvent';

/** A session as its log says. Wall times in ms. */
export interface SessionState {
  settings: SessionSettings;
  scenario: ScenarioRef;
  twin: ScenarioRef | null;
  practice: ScenarioRef | null;
  seed: string;
  phase: SessionPhase;
  /** Everybody stands still; a single team may be paused besides. */
  paused: boolean;
  locked: boolean;
  revealed: boolean;
  /** The rate chosen since the session was opened; null: as its settings say. */
  rate: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /** In the order of joining. */
  teams: Map<string, TeamState>;
  participants: Map<string, ParticipantState>;
  messages: (RoomMessage & { to: Audience })[];
  /** Controls and what became of them, in order. */
  log: LoggedControl[];
}

export interface TeamState {
  teamId: string;
  slot: number;
  arm: Plan;
  /** It left before it began. */
  dropped: boolean;
  paused: boolean;
}

export interface ParticipantState {
  participantId: string;
  teamId: string;
  member: Member;
  name: string | null;
  late: boolean;
  removed: boolean;
  /** What they typed is gone (A5). */
  erased: boolean;
  answered: Set<'before' | 'after'>;
  /** How it plays, where it is no person. */
  bot: BotPolicy | null;
}

export interface LoggedControl {
  seq: number;
  at: number;
  by: string;
  what: string;
  /** Null while it is being handed on. */
  done: ControlDone | null;
}

/** A session that was opened and is empty. */
export const newSession = (opened: SessionEventData<'session.opened'>): SessionState => ({
  ...opened,
  phase: 'lobby',
  paused: false,
  locked: false,
  revealed: false,
  rate: null,
  startedAt: null,
  endedAt: null,
  teams: new Map(),
  participants: new Map(),
  messages: [],
  log: [],
});

/** The members of a team who have not been removed. */
export const membersOf = (state: SessionState, teamId: string): ParticipantState[] =>
  [...state.participants.values()].filter((p) => p.teamId === teamId && !p.removed);

/** Whether nobody but bots is in a team. */
export function isOfBots(state: SessionState, teamId: string): boolean {
  const members = membersOf(state, teamId);
  return members.length > 0 && members.every(({ bot }) => bot !== null);
}

/** Whether something meant for `to` concerns this team. */
export const concerns = (to: Audience, teamId: string): boolean => to === 'all' || to.includes(teamId);

/** Who a socket or a page belongs to, by team and member. */
export const participantAt = (
  state: SessionState,
  teamId: string,
  member: string,
): ParticipantState | undefined =>
  [...state.participants.values()].find((p) => p.teamId === teamId && p.member === member);
