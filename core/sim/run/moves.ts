import type { EventData, EventType, NewEvent } from '@/core/contract/event';
import { sourceNumber } from './coming';
import type { RunState } from './state';

type Moves = { [T in EventType]?: (state: RunState, data: EventData<T>) => void };

const ofLines = [
  sourceNumber.authored,
  sourceNumber.quiet,
  sourceNumber.later,
  sourceNumber.calls,
  sourceNumber.callBacks,
] as const;

const afterReceiving = [sourceNumber.quiet, sourceNumber.authored, sourceNumber.followUps] as const;
const afterSending = [...afterReceiving, sourceNumber.later] as const;

/** A line was taken or is free again. */
const line = (state: RunState, { callId }: { callId: string }): void => {
  for (const source of ofLines) state.coming.source(source);
  const contact = state.calls.get(callId)?.contact;
  if (contact !== undefined) state.coming.person(contact);
};
const onTheLine = (state: RunState): void => {
  state.coming.source(sourceNumber.calls);
  state.coming.source(sourceNumber.callBacks);
};
/** Something asked or answered: that may be a deed (P7). */
const said = (state: RunState): void => {
  onTheLine(state);
  state.coming.source(sourceNumber.authored);
  state.coming.source(sourceNumber.quiet);
};
const unsent = (state: RunState, { mailId }: { mailId: string }): void => {
  toContact(state, mailId);
  state.coming.source(sourceNumber.followUps);
};
const later = (state: RunState): void => state.coming.source(sourceNumber.later);
const everything = (state: RunState): void => state.coming.everything();

function toContact(state: RunState, mailId: string): void {
  const contact = state.mails.get(mailId)?.contact;
  if (contact !== undefined) state.coming.person(contact);
}

/** Where each event may change what is due; an event that is not here changes nothing of it. */
const moves: Moves = {
  'run.started': everything,
  'run.extended': everything,
  'run.ended': everything,
  'mail.sent': (state) => {
    for (const source of afterSending) state.coming.source(source);
  },
  'mail.delivered': (state, { mailId }) => toContact(state, mailId),
  'mail.bounced': unsent,
  'mail.undone': unsent,
  'mail.read': (state, { by }) => state.coming.person(by),
  'mail.received': (state, { from }) => {
    state.coming.person(from);
    for (const source of afterReceiving) state.coming.source(source);
  },
  'mail.forwarded': (state, { to }) => state.coming.person(to),
  'mail.scheduled': later,
  'mail.unscheduled': later,
  'followup.due': (state) => state.coming.source(sourceNumber.followUps),
  'call.dialed': line,
  'call.ringing': onTheLine,
  'call.held': onTheLine,
  'call.incoming': line,
  'call.connected': line,
  'call.said': said,
  'call.spoke': onTheLine,
  'call.heard': said,
  'call.voicemail': onTheLine,
  'call.messageLeft': line,
  'call.messageHeard': line,
  'call.ended': line,
};

type Move = (state: RunState, data: NewEvent['data']) => void;

const nothing: Move = () => undefined;

/** What is to be told after an event of this type was applied. */
export const moveOf = (type: EventType): Move => (moves[type] as Move | undefined) ?? nothing;
