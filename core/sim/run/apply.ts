import type { EventData, EventOf, EventType, NewEvent } from '@/core/contract/event';
import {
  applyConnected,
  applyDialed,
  applyEnded,
  applyHeard,
  applyIncoming,
  applyMessageHeard,
  applyMessageLeft,
  applySaid,
  applySpoke,
  applyVoicemail,
  callOf,
  phase,
} from '../call/apply';
import { applyClock } from './applyClock';
import { applyForwarded, applyRead, applyReceived } from './applyIncoming';
import { applyDelivered, applySent, applyUnsent } from './applyOutgoing';
import { extend } from './extend';
import { alone, isMember, memberIn } from './member';
import { moveOf } from './moves';
import { mailOf } from './read';
import type { RunState } from './state';

type Handlers = {
  [T in EventType]: (state: RunState, data: EventData<T>, event: EventOf<T>) => void;
};

const handlers: Handlers = {
  'run.started': (state, { members = [alone] }) => {
    state.started = true;
    for (const member of members) memberIn(state, member);
  },
  'member.joined': (state, { member }) => void memberIn(state, member),
  'scene.opened': (state, data, event) => {
    memberIn(state, event.actor).scene = {
      scene: data.scene,
      mailId: data.mailId ?? null,
      since: event.simMs,
    };
  },
  'scene.closed': (state, _, { actor }) => {
    if (isMember(actor)) memberIn(state, actor).scene = null;
    else leaveScenes(state);
  },
  'mail.sent': applySent,
  'mail.delivered': applyDelivered,
  'mail.bounced': (state, data, event) => applyUnsent(state, data.mailId, 'bounced', event.simMs),
  'mail.undone': (state, data, event) => applyUnsent(state, data.mailId, 'undone', event.simMs),
  'mail.read': applyRead,
  'mail.received': applyReceived,
  'mail.forwarded': applyForwarded,
  'mail.opened': (state, data) => {
    mailOf(state, data.mailId).opened = true;
  },
  'mail.scheduled': (state, data, event) => {
    state.counters.later++;
    state.later.set(data.laterId, { ...data, actor: event.actor });
  },
  'mail.unscheduled': (state, data) => {
    state.later.delete(data.laterId);
  },
  'followup.due': (state, data, event) => {
    state.followUps.delete(data.mailId);
    mailOf(state, data.mailId).followUpDue = true;
    state.notices.push({
      id: `n${state.notices.length + 1}`,
      kind: 'followUp',
      simMs: event.simMs,
      mailId: data.mailId,
    });
  },
  'desk.shown': (state, data) => {
    const { desk } = memberIn(state, data.member ?? alone);
    desk.shown++;
    desk.card = { cardId: data.cardId, face: data.face, right: data.right };
  },
  'desk.done': (state, data, { actor }) => {
    const { desk } = memberIn(state, actor);
    if (data.correct) desk.done++;
    else desk.wrong++;
    desk.last = { cardId: data.cardId, correct: data.correct };
  },
  'call.dialed': applyDialed,
  'call.ringing': (state, data, event) => phase(callOf(state, data.callId), 'ringing', event.simMs),
  'call.held': (state, data, event) => phase(callOf(state, data.callId), 'holding', event.simMs),
  'call.incoming': applyIncoming,
  'call.connected': applyConnected,
  'call.said': applySaid,
  'call.spoke': applySpoke,
  'call.heard': applyHeard,
  'call.voicemail': applyVoicemail,
  'call.messageLeft': applyMessageLeft,
  'call.messageHeard': applyMessageHeard,
  'call.ended': applyEnded,
  'run.extended': (state, data) => extend(state, data.lengthMs),
  'run.ended': (state, data, event) => {
    for (const _ of state.later)
      state.notices.push({
        id: `n${state.notices.length + 1}`,
        kind: 'laterDropped',
        simMs: event.simMs,
        mailId: null,
      });
    state.later.clear();
    state.callBacks.clear();
    state.followUps.clear();
    leaveScenes(state);
    state.ended = { reason: data.reason, simMs: event.simMs };
    const { clock } = state;
    clock.state = 'ended';
    clock.simMs = event.simMs;
    clock.rate = 0;
    clock.pausedWhy = null;
  },
  'clock.started': applyClock,
  'clock.paused': applyClock,
  'clock.rate': applyClock,
  'clock.jumped': applyClock,
};

function leaveScenes(state: RunState): void {
  for (const member of state.members.values()) member.scene = null;
}

interface Step {
  handle: (state: RunState, data: NewEvent['data'], event: NewEvent) => void;
  move: ReturnType<typeof moveOf>;
}

/** Both in one place, so that a type is looked up once. */
const steps = Object.fromEntries(
  (Object.keys(handlers) as EventType[]).map((type) => [
    type,
    { handle: handlers[type], move: moveOf(type) } as Step,
  ]),
) as Readonly<Record<EventType, Step>>;

/** Brings a run one event further, in place. The only way a run changes; the same events always give the same run. */
export function apply(state: RunState, event: NewEvent): void {
  state.applied++;
  state.simMs = event.simMs;
  const { handle, move } = steps[event.type];
  handle(state, event.data, event);
  move(state, event.data);
}
