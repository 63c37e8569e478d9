import { type RoomView, shownMessages } from '@/core/contract/room';
import { concerns, type ParticipantState, type SessionState } from './state';

/** What a participant sees of their session. */
export function roomViewOf(sessionId: string, state: SessionState, person: ParticipantState): RoomView {
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
    messages: messages.map(({ to: _, ...message }) => message),
    owed: (['before', 'after'] as const).filter((w) => settings[w].length > 0 && !person.answered.has(w)),
  };
}
