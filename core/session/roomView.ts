import type { Member } from '@/core/contract/ids';
import { type RoomView, shownMessages, type TeamMate } from '@/core/contract/room';
import { concerns, membersOf, type ParticipantState, type SessionState } from './state';

/** Who is in a team, as its members see it. `isPresent`: whether a member has the page open. */
export const teamOf = (
  state: SessionState,
  teamId: string,
  isPresent: (member: Member) => boolean = () => false,
): TeamMate[] =>
  membersOf(state, teamId).map(({ member, name }) => ({ member, name, present: isPresent(member) }));

/** What a participant sees of their session. */
export function roomViewOf(
  sessionId: string,
  state: SessionState,
  person: ParticipantState,
  isPresent?: (member: Member) => boolean,
): RoomView {
  const { settings, phase, locked, revealed } = state;
  const { name, removed, teamId } = person;
  const team = state.teams.get(teamId);
  const messages = state.messages.filter((m) => concerns(m.to, teamId)).slice(-shownMessages);
  return {
    sessionId,
    title: settings.title,
    phase,
    paused: state.paused || (team?.paused ?? false),
    locked,
    revealed,
    name,
    removed,
    team: teamOf(state, teamId, isPresent),
    messages: messages.map(({ to: _, ...message }) => message),
    owed: (['before', 'after'] as const).filter((w) => settings[w].length > 0 && !person.answered.has(w)),
  };
}
