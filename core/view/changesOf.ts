import type { EventOf, EventType, NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { Change } from '@/core/contract/view';
import { alone } from '@/core/sim/run/member';
import type { MailRecord, RunState } from '@/core/sim/run/state';
import { publicCall } from './publicCall';
import { publicMail } from './publicMail';
import { clockView, deskView, factView, laterView, missionState } from './viewOf';

type Show = { [T in EventType]: (state: RunState, event: EventOf<T>, me: Member) => Change[] };

const nothing = (): Change[] => [];
const clock = (state: RunState): Change[] => [{ type: 'clock', clock: clockView(state) }];
const desk = (state: RunState, me: Member): Change[] => [{ type: 'desk', desk: deskView(state, me) }];

const show: Show = {
  'run.started': nothing,
  'member.joined': nothing,
  'scene.opened': nothing,
  'scene.closed': nothing,
  'mail.sent': (state, { data }) => [
    ...whole(state, data.mailId),
    ...mission(state, data.asks),
    ...(data.later === undefined
      ? []
      : [{ type: 'laterGone' as const, laterId: data.later }, ...lastNotice(state)]),
  ],
  'mail.delivered': (state, { data }) => mailState(state, data.mailId),
  'mail.bounced': (state, { data }) => [
    ...mailState(state, data.mailId),
    ...mission(state, mailIn(state, data.mailId)?.asks ?? []),
  ],
  'mail.undone': (state, { data }) => [
    ...mailState(state, data.mailId),
    ...mission(state, mailIn(state, data.mailId)?.asks ?? []),
  ],
  'mail.read': (state, { data }) => (state.world.header.receipts ? mailState(state, data.mailId) : []),
  'mail.received': (state, { data }) => [
    ...whole(state, data.mailId),
    ...(data.inReplyTo === undefined || data.kind === 'outOfOffice' ? [] : mailState(state, data.inReplyTo)),
    ...data.facts.map((id): Change => ({ type: 'fact', fact: factView(state, id) })),
    ...mission(state, [...data.answers, ...data.about]),
  ],
  'mail.forwarded': (state, { data }) => whole(state, data.mailId),
  'mail.opened': (_, { data }) => [{ type: 'mailOpened', mailId: data.mailId }],
  'mail.scheduled': (state, { data }) => [{ type: 'later', later: laterView(state, data.laterId) }],
  'mail.unscheduled': (_, { data }) => [{ type: 'laterGone', laterId: data.laterId }],
  'followup.due': (state, { data }) => [{ type: 'followUp', mailId: data.mailId }, ...lastNotice(state)],
  'call.dialed': (state, { data }, me) => call(state, data.callId, me),
  'call.ringing': (state, { data }, me) => call(state, data.callId, me),
  'call.held': (state, { data }, me) => call(state, data.callId, me),
  'call.incoming': (state, { data }, me) => call(state, data.callId, me),
  'call.connected': (state, { data }, me) => call(state, data.callId, me),
  'call.said': (state, { data }, me) => [...heard(state, data.callId, me), ...mission(state, data.asks)],
  'call.spoke': (state, { data }, me) => heard(state, data.callId, me),
  'call.heard': (state, { data }, me) => [
    ...heard(state, data.callId, me),
    ...data.facts.map((id): Change => ({ type: 'fact', fact: factView(state, id) })),
    ...mission(state, [...data.answers, ...data.about]),
  ],
  'call.voicemail': (state, { data }, me) => call(state, data.callId, me),
  'call.messageLeft': (state, { data }, me) => [
    ...heard(state, data.callId, me),
    ...mission(state, data.asks),
  ],
  'call.messageHeard': nothing,
  'call.ended': (state, { data }, me) => call(state, data.callId, me),
  'desk.shown': (state, { data }, me) => ((data.member ?? alone) === me ? desk(state, me) : []),
  'desk.done': (state, { actor }, me) => (actor === me ? desk(state, me) : []),
  'run.extended': (_, { data }) => [{ type: 'length', lengthMs: data.lengthMs }],
  'run.ended': (state, event) => [
    ...clock(state),
    { type: 'laterCleared', notices: state.notices.filter((n) => n.kind === 'laterDropped') },
    { type: 'ended', reason: event.data.reason, simMs: event.simMs },
  ],
  'clock.started': clock,
  'clock.paused': clock,
  'clock.rate': clock,
  'clock.jumped': clock,
};

/**
 * What an event changes in a member's view; to be asked right after the event was applied. `[]`: this viewer sees nothing,
 * and their view sequence does not move.
 */
export function changesOf(event: NewEvent, state: RunState, me: Member = alone): Change[] {
  const shown = show[event.type] as (state: RunState, event: NewEvent, me: Member) => Change[];
  return shown(state, event, me);
}

function call(state: RunState, callId: string, me: Member): Change[] {
  const record = state.calls.get(callId);
  return record ? [{ type: 'call', call: publicCall(record, me) }] : [];
}

/** Something said on the line: heard by the member on the phone alone (P8). */
const heard = (state: RunState, callId: string, me: Member): Change[] =>
  state.calls.get(callId)?.actor === me ? call(state, callId, me) : [];

const mailIn = (state: RunState, mailId: string): MailRecord | undefined => state.mails.get(mailId);

function whole(state: RunState, mailId: string): Change[] {
  const mail = mailIn(state, mailId);
  return mail ? [{ type: 'mail', mail: publicMail(mail) }] : [];
}

function mailState(state: RunState, mailId: string): Change[] {
  const mail = mailIn(state, mailId);
  return mail?.state ? [{ type: 'mailState', mailId, state: mail.state, simMs: mail.stateMs }] : [];
}

function mission(state: RunState, ids: readonly string[]): Change[] {
  const changes: Change[] = [];
  ids.forEach((id, i) => {
    const request = ids.indexOf(id) === i ? state.world.requests.get(id) : undefined;
    if (request) changes.push({ type: 'mission', item: missionState(state, request) });
  });
  return changes;
}

function lastNotice(state: RunState): Change[] {
  const notice = state.notices[state.notices.length - 1];
  return notice ? [{ type: 'notice', notice }] : [];
}
