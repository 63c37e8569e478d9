import type { SessionEvent, SessionEventData, SessionEventType } from '@/core/contract/sessionEvent';
import { concerns, newSession, type ParticipantState, type SessionState } from './state';

type Handlers = {
  [T in SessionEventType]: (state: SessionState, data: SessionEventData<T>, event: SessionEvent) => void;
};

const handlers: Handlers = {
  'session.opened': () => undefined,
  'team.made': (state, { teamId, slot, arm }) => {
    state.teams.set(teamId, { teamId, slot, arm, dropped: false, paused: false });
  },
  'team.dropped': (state, { teamId }) => {
    const team = state.teams.get(teamId);
    if (team) team.dropped = true;
  },
  'participant.joined': (state, { participantId, teamId, member, name, late, bot = null }) => {
    const answered = new Set<'before' | 'after'>();
    state.participants.set(participantId, {
      participantId,
      teamId,
      member,
      name,
      late,
      removed: false,
      erased: false,
      answered,
      bot,
    });
  },
  'participant.renamed': (state, { participantId, name }) => change(state, participantId, { name }),
  'participant.moved': (state, { participantId, teamId, member }) =>
    change(state, participantId, { teamId, member }),
  'participant.removed': (state, { participantId }) => change(state, participantId, { removed: true }),
  'participant.erased': (state, { participantId }) =>
    change(state, participantId, { name: null, erased: true }),
  'participant.answered': (state, { participantId, which }) => {
    state.participants.get(participantId)?.answered.add(which);
  },
  'session.started': (state, _, { at }) => {
    state.phase = 'open';
    state.startedAt = at;
  },
  'session.locked': (state, { locked }) => {
    state.locked = locked;
  },
  'session.revealed': (state, { revealed }) => {
    state.revealed = revealed;
  },
  'session.ended': (state, _, { at }) => {
    state.phase = 'ended';
    state.endedAt = at;
    state.paused = false;
  },
  'runs.paused': (state, { to }) => pause(state, to, true),
  'runs.resumed': (state, { to }) => pause(state, to, false),
  'runs.speed': (state, { to, rate }) => {
    if (to === 'all') state.rate = rate;
  },
  'bots.called': () => undefined,
  'runs.extended': () => undefined,
  'runs.ended': () => undefined,
  'mail.injected': () => undefined,
  'mail.triggered': () => undefined,
  'message.posted': (state, { to, kind, text }, { seq, at }) => {
    state.messages.push({ id: seq, kind, text, at, to });
  },
  'control.done': (state, { of, ...done }) => {
    const entry = state.log.find(({ seq }) => seq === of);
    if (entry) entry.done = done;
  },
};

const change = (state: SessionState, id: string, what: Partial<ParticipantState>): void => {
  const participant = state.participants.get(id);
  if (participant) Object.assign(participant, what);
};

function pause(state: SessionState, to: 'all' | string[], paused: boolean): void {
  if (to === 'all') state.paused = paused;
  for (const team of state.teams.values()) if (concerns(to, team.teamId)) team.paused = paused;
}

/** Events of facilitators, listed on the board with what became of them. */
const logged = (event: SessionEvent): boolean =>
  event.actor.startsWith('a:') && event.type !== 'session.opened';

/** The first event of a session makes its state. Throws RangeError for another one. */
export function firstState(event: SessionEvent): SessionState {
  if (event.type !== 'session.opened')
    throw new RangeError(`a session begins with its opening, not ${event.type}`);
  return newSession(event.data);
}

/** Takes an event of the log into the state. */
export function applySession(state: SessionState, event: SessionEvent): void {
  if (logged(event))
    state.log.push({ seq: event.seq, at: event.at, by: event.actor, what: event.type, done: null });
  // The table pairs each type with its own data.
  const handler = handlers[event.type] as (s: SessionState, data: unknown, e: SessionEvent) => void;
  handler(state, event.data, event);
}
