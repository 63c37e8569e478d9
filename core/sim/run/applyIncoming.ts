import type { EventData, NewEvent } from '@/core/contract/event';
import { personOf } from '../world';
import { deliver, joinThread } from './applyOutgoing';
import { mailRecord } from './mailRecord';
import { mailOf } from './read';
import { speaks } from './reply';
import { requestAnswered } from './settle';
import type { MailRecord, RunState } from './state';
import { takenUp } from './takenUp';

/** The recipient has taken the mail up: it leaves the inbox, and their mail work stands where its handling ends. */
export function applyRead(state: RunState, data: EventData<'mail.read'>, event: NewEvent): void {
  const mail = mailOf(state, data.mailId);
  mail.readMs = event.simMs;
  if (state.world.header.receipts && mail.state === 'delivered') {
    mail.state = 'read';
    mail.stateMs = event.simMs;
  }
  takenUp(state, data.by, data.mailId, data.handledAt);
  const own = state.people.get(data.by);
  if (!own) return;
  for (const id of [...mail.details, ...mail.matchedDetails]) own.told.add(id);
  const { mailId, handledAt, decisions, unmatched } = data;
  const handling = { mailId, handledAt, decisions, unmatched };
  if (speaks(handling)) own.handling.push(handling);
}

type Received = EventData<'mail.received'>;

/** A mail from a recipient: answers settle requests, facts become known, a question stays open in its thread (A3, A4). */
export function applyReceived(state: RunState, data: Received, event: NewEvent): void {
  state.counters.mail++;
  state.lastTraffic = event.simMs;
  joinThread(state, data.threadId, data.from, data.subject);
  state.mails.set(data.mailId, receivedRecord(data, event.simMs));
  if (data.inReplyTo !== undefined) markReplied(state, data, event.simMs);
  if (data.authored !== undefined) authoredSent(state, data.authored);
  const thread = state.threads.get(data.threadId);
  if (thread)
    thread.openQuestion =
      data.missing.length > 0 ? data.about : thread.openQuestion.filter((r) => !data.answers.includes(r));
  for (const id of data.about) questioned(state, id, data.kind);
  for (const id of data.facts) if (!state.facts.has(id)) state.facts.set(id, event.simMs);
  for (const id of data.answers) requestAnswered(state, id, 'mail', event.simMs);
}

const receivedRecord = (data: Received, simMs: number): MailRecord =>
  mailRecord({
    mailId: data.mailId,
    threadId: data.threadId,
    contact: data.from,
    from: 'them',
    kind: data.kind,
    subject: data.subject,
    text: data.text,
    simMs,
    state: null,
    stateMs: simMs,
    answers: data.answers,
    facts: data.facts,
    missing: data.missing,
    about: data.about,
    helpWith: data.helpWith,
    inReplyTo: data.inReplyTo ?? null,
    deputy: data.deputy ?? null,
    forwardedTo: data.forwardedTo ?? null,
    opened: false,
  });

/** An out-of-office notice answers at once, but the mail itself still waits (P5). */
function markReplied(state: RunState, data: Received, simMs: number): void {
  if (data.inReplyTo === undefined || data.kind === 'outOfOffice') return;
  const mail = mailOf(state, data.inReplyTo);
  mail.state = 'replied';
  mail.stateMs = simMs;
  state.followUps.delete(mail.mailId);
  const own = state.people.get(data.from);
  if (own) own.handling = own.handling.filter((h) => h.mailId !== data.inReplyTo);
}

function authoredSent(state: RunState, id: string): void {
  state.authored.delete(id);
  const mail = state.world.timed.find((m) => m.id === id);
  if (mail?.on && 'quiet' in mail.on) state.quietSent++;
}

function questioned(state: RunState, id: string, kind: Received['kind']): void {
  const request = state.requests.get(id);
  if (request && kind === 'clarify') request.question = true;
}

/** A7: the forwarded mail lies in the colleague's inbox; nobody has to wait for it to be undone. */
export function applyForwarded(state: RunState, data: EventData<'mail.forwarded'>, event: NewEvent): void {
  state.counters.mail++;
  joinThread(state, data.threadId, data.to, data.subject);
  const mail = mailRecord({
    mailId: data.mailId,
    threadId: data.threadId,
    contact: data.to,
    from: 'me',
    kind: 'forwarded',
    subject: data.subject,
    text: null,
    simMs: event.simMs,
    state: 'delivered',
    stateMs: event.simMs,
    asks: data.asks,
    details: data.details,
    matched: data.matched,
    forwardedFrom: data.forwardedFrom,
    forwardedTo: data.to,
  });
  state.mails.set(data.mailId, mail);
  if (!personOf(state.world, data.to).recipient.outOfOffice) deliver(state, mail, event.simMs, event.simMs);
}
