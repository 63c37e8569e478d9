import type { Control } from '@/core/contract/control';
import { type Refusal, type RefusalCode, refuse } from '@/core/contract/refusal';
import { type Audience, sessionLimits } from '@/core/contract/session';
import type { NewSessionEvent, SessionActor } from '@/core/contract/sessionEvent';
import { membersOf, type SessionState } from './state';

export type Controlled = { ok: true; events: NewSessionEvent[] } | { ok: false; refusal: Refusal };
const no = (code: RefusalCode): Controlled => ({ ok: false, refusal: refuse(code) });
const yes = (...events: NewSessionEvent[]): Controlled => ({ ok: true, events });

/** What can still be done once a session is over. */
const afterwards: ReadonlySet<Control['name']> = new Set(['reveal', 'rename', 'erase']);

/** What a facilitator's control comes to: events of the session, none where nothing changes, or a refusal. `hasBegun`: a member of the team has done something in a run. */
export function control(
  state: SessionState,
  { name, body }: Control,
  actor: SessionActor,
  hasBegun: (teamId: string) => boolean,
): Controlled {
  if (state.phase === 'ended' && !afterwards.has(name)) return no('sessionEnded');
  if ('to' in body && !known(state, body.to)) return no('unknown');
  switch (name) {
    case 'start':
      return state.phase === 'lobby' ? yes({ type: 'session.started', actor, data: {} }) : yes();
    case 'pause':
      return open(state) ?? yes({ type: 'runs.paused', actor, data: { to: body.to } });
    case 'resume':
      return open(state) ?? yes({ type: 'runs.resumed', actor, data: { to: body.to } });
    case 'speed':
      return constant(state) ?? yes({ type: 'runs.speed', actor, data: { to: body.to, rate: body.rate } });
    case 'extend':
      return open(state) ?? yes({ type: 'runs.extended', actor, data: { to: body.to, byMin: body.byMin } });
    case 'end':
      return open(state) ?? yes({ type: 'runs.ended', actor, data: { to: body.to } });
    case 'message':
    case 'hint':
      return yes({ type: 'message.posted', actor, data: { to: body.to, kind: name, text: body.text } });
    case 'inject':
      return open(state) ?? yes({ type: 'mail.injected', actor, data: body });
    case 'trigger':
      return open(state) ?? yes({ type: 'mail.triggered', actor, data: body });
    case 'bots':
      return state.participants.size + body.count > sessionLimits.participants
        ? no('sessionFull')
        : yes({ type: 'bots.called', actor, data: body });
    case 'lock':
      return state.locked === body.locked ? yes() : yes({ type: 'session.locked', actor, data: body });
    case 'reveal':
      return state.revealed === body.revealed ? yes() : yes({ type: 'session.revealed', actor, data: body });
    case 'endSession':
      return yes({ type: 'session.ended', actor, data: {} });
    case 'rename':
      return rename(state, body, actor);
    case 'remove':
      return remove(state, body.participant, actor, hasBegun);
    case 'erase':
      return erase(state, body.participant, actor, hasBegun);
    case 'move':
      return move(state, body, actor, hasBegun);
  }
}

const known = (state: SessionState, to: Audience): boolean =>
  to === 'all' || to.every((id) => state.teams.has(id));
const open = (state: SessionState): Controlled | null => (state.phase === 'open' ? null : no('notStarted'));
const constant = (state: SessionState): Controlled | null =>
  state.settings.clock === 'scene' && state.settings.teamSize === 1 ? no('sceneClock') : open(state);

function rename(
  state: SessionState,
  { participant, name }: { participant: string; name: string },
  actor: SessionActor,
): Controlled {
  const person = state.participants.get(participant);
  if (!person) return no('unknown');
  if (person.name === name) return yes();
  return yes({ type: 'participant.renamed', actor, data: { participantId: participant, name } });
}

function remove(
  state: SessionState,
  participantId: string,
  actor: SessionActor,
  hasBegun: (teamId: string) => boolean,
): Controlled {
  const person = state.participants.get(participantId);
  if (!person) return no('unknown');
  if (person.removed) return yes();
  const alone = membersOf(state, person.teamId).length === 1;
  const { teamId } = person;
  return yes(
    { type: 'participant.removed', actor, data: { participantId } },
    // X2: who never did anything gives the place in the block back.
    ...(alone && !hasBegun(teamId)
      ? [{ type: 'team.dropped' as const, actor: 'session' as const, data: { teamId } }]
      : []),
  );
}

/** A5: by a facilitator or by the person themselves. Whoever is erased is removed too, so that nothing new is typed. */
export function erase(
  state: SessionState,
  participantId: string,
  actor: SessionActor,
  hasBegun: (teamId: string) => boolean,
): Controlled {
  const person = state.participants.get(participantId);
  if (!person) return no('unknown');
  if (person.erased) return yes();
  const removed = remove(state, participantId, actor, hasBegun);
  return removed.ok
    ? yes({ type: 'participant.erased', actor, data: { participantId } }, ...removed.events)
    : removed;
}

function move(
  state: SessionState,
  { participant, team }: { participant: string; team: string },
  actor: SessionActor,
  hasBegun: (teamId: string) => boolean,
): Controlled {
  const person = state.participants.get(participant);
  const target = state.teams.get(team);
  if (!person || person.removed || !target || target.dropped) return no('unknown');
  if (person.teamId === team) return yes();
  if (hasBegun(person.teamId) || hasBegun(team)) return no('alreadyBegun');
  if (membersOf(state, team).length >= state.settings.teamSize) return no('teamFull');
  const taken = new Set(
    [...state.participants.values()].filter((p) => p.teamId === team).map((p) => p.member),
  );
  let number = 1;
  while (taken.has(`p${number}`)) number++;
  const left = person.teamId;
  return yes(
    {
      type: 'participant.moved',
      actor,
      data: { participantId: participant, teamId: team, member: `p${number}` },
    },
    ...(membersOf(state, left).length === 1
      ? [{ type: 'team.dropped' as const, actor: 'session' as const, data: { teamId: left } }]
      : []),
  );
}
