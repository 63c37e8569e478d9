import type { RoomChange } from '@/core/contract/room';
import type { Audience } from '@/core/contract/session';
import type { NewSessionEvent, SessionEvent } from '@/core/contract/sessionEvent';
import { concerns, type SessionState } from '@/core/session/state';
import type { Beside } from './roomPorts';

/** What is written beside a control's events; asked before they are applied. */
export const besideControl = (state: SessionState, events: readonly NewSessionEvent[]): Beside[] =>
  events.flatMap((event) => besideOf(state, event));

function besideOf(state: SessionState, event: NewSessionEvent): Beside[] {
  if (event.type === 'session.started') return [{ is: 'started' }];
  if (event.type === 'session.ended') return [{ is: 'ended' }];
  if (!('participantId' in event.data)) return [];
  const person = state.participants.get(event.data.participantId);
  if (!person) return [];
  const { teamId, member } = person;
  switch (event.type) {
    case 'participant.removed':
      return [{ is: 'removed', teamId, member }];
    case 'participant.erased':
      return [{ is: 'erased', teamId, member, participantId: person.participantId }];
    case 'participant.renamed':
      return event.data.name === null ? [] : [{ is: 'renamed', teamId, member, name: event.data.name }];
    case 'participant.moved':
      return [
        {
          is: 'moved',
          from: { teamId, member },
          to: { teamId: event.data.teamId, member: event.data.member },
        },
      ];
    default:
      return [];
  }
}

/** The teams whose members are not who they were, or not called what they were. */
export function teamsOf(what: Beside): string[] {
  switch (what.is) {
    case 'joined':
      return [what.place.teamId];
    case 'moved':
      return [what.from.teamId, what.to.teamId];
    case 'removed':
    case 'erased':
    case 'renamed':
      return [what.teamId];
    default:
      return [];
  }
}

/** The rows of the board that events change; null: all. Coming in changes nothing but the row of one's team. */
export const rowsTouched = (events: readonly SessionEvent[]): string[] | null =>
  events.every((e) => e.type === 'participant.joined' || e.type === 'team.made')
    ? events.flatMap((e) => (e.type === 'participant.joined' ? [e.data.teamId] : []))
    : null;

/** What an event changes in the view of whom; null: nothing in anybody's. */
export function roomChange(event: SessionEvent): { to: Audience; change: RoomChange } | null {
  switch (event.type) {
    case 'session.started':
      return { to: 'all', change: { phase: 'open' } };
    case 'session.ended':
      return { to: 'all', change: { phase: 'ended', paused: false } };
    case 'session.locked':
      return { to: 'all', change: { locked: event.data.locked } };
    case 'session.revealed':
      return { to: 'all', change: { revealed: event.data.revealed } };
    case 'runs.paused':
      return { to: event.data.to, change: { paused: true } };
    case 'runs.resumed':
      return { to: event.data.to, change: { paused: false } };
    case 'message.posted': {
      const { to, kind, text } = event.data;
      return { to, change: { message: { id: event.seq, kind, text, at: event.at } } };
    }
    default:
      return null;
  }
}

/** For how many people a control that stays in the session was done. */
export function concerned(state: SessionState, event: SessionEvent): number {
  if (event.type !== 'message.posted') return 1;
  return [...state.participants.values()].filter((p) => !p.removed && concerns(event.data.to, p.teamId))
    .length;
}
