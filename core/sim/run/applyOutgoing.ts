import type { EventData, NewEvent } from '@/core/contract/event';
import { mailRecord } from './mailRecord';
import { mailOf } from './read';
import { shownAsked } from './settle';
import type { MailRecord, RequestState, RunState } from './state';
import { trigger } from './trigger';

type Sent = EventData<'mail.sent'>;

/** A mail has left: it exists, its thread exists, what it asks is in flight. */
export function applySent(state: RunState, data: Sent, event: NewEvent): void {
  state.counters.mail++;
  state.lastTraffic = event.simMs;
  joinThread(state, data.threadId, data.to, data.subject ?? '');
  state.mails.set(data.mailId, sentRecord(data, event));
  if (data.followUpAt !== undefined) state.followUps.set(data.mailId, data.followUpAt);
  if (data.later !== undefined) {
    state.later.delete(data.later);
    state.notices.push({
      id: `n${state.notices.length + 1}`,
      kind: 'laterSent',
      simMs: event.simMs,
      mailId: data.mailId,
    });
  }
  for (const m of data.matched) requestAsked(state, m.request, data.mailId, event.simMs);
  for (const id of data.asks) shownAsked(state.requests.get(id), data.mailId, event.simMs);
}

export function joinThread(state: RunState, threadId: string, contact: string, subject: string): void {
  if (state.threads.has(threadId)) return;
  state.counters.thread++;
  state.threads.set(threadId, { threadId, contact, subject, openQuestion: [] });
}

const sentRecord = (data: Sent, { simMs, actor }: NewEvent): MailRecord =>
  mailRecord({
    mailId: data.mailId,
    by: actor,
    threadId: data.threadId,
    contact: data.to,
    from: 'me',
    kind: data.kind,
    subject: data.subject,
    text: data.text,
    simMs,
    state: 'sent',
    stateMs: simMs,
    asks: data.asks,
    details: data.details,
    matched: data.matched,
    matchedDetails: data.matchedDetails,
    inReplyTo: data.inReplyTo ?? null,
    undoUntil: data.undoUntil,
    followUpAt: data.followUpAt ?? null,
  });

function requestAsked(state: RunState, id: string, mailId: string, simMs: number): void {
  const request = state.requests.get(id);
  if (!request) return;
  request.asks++;
  request.live.add(mailId);
  if (request.firstAskedMs === null) {
    request.firstAskedMs = simMs;
    trigger.asked(state, id, simMs);
  }
}

/** The mail lies in the recipient's inbox, in order of arrival, not to be read before it can no longer be undone (A6). */
export function applyDelivered(state: RunState, data: EventData<'mail.delivered'>, event: NewEvent): void {
  const mail = mailOf(state, data.mailId);
  mail.state = 'delivered';
  mail.stateMs = event.simMs;
  deliver(state, mail, event.simMs, mail.undoUntil ?? event.simMs);
}

export function deliver(state: RunState, mail: MailRecord, at: number, readableAt: number): void {
  const person = state.people.get(mail.contact);
  if (!person) return;
  const [first] = mail.matched;
  const key = first
    ? { request: first.request, n: first.attempt }
    : { request: '', n: Number(mail.mailId.slice(1)) };
  person.waiting.push({ mailId: mail.mailId, at, readableAt, key });
  person.plan = undefined;
}

/** Bounced or undone: the mail reached nobody, and what only it asked is open again (A3, A6). */
export function applyUnsent(
  state: RunState,
  mailId: string,
  became: 'bounced' | 'undone',
  simMs: number,
): void {
  const mail = mailOf(state, mailId);
  mail.state = became;
  mail.stateMs = simMs;
  state.followUps.delete(mailId);
  const person = state.people.get(mail.contact);
  if (person) {
    // What lay behind it was not read until now, and is not read in the past because it is first in line from here on.
    person.waiting = person.waiting
      .filter((w) => w.mailId !== mailId)
      .map((w) => ({ ...w, readableAt: Math.max(w.readableAt, simMs) }));
    person.plan = undefined;
  }
  for (const m of mail.matched) takeBack(state.requests.get(m.request), mailId, became);
  for (const id of mail.asks) takeBackShown(state.requests.get(id), mailId);
}

function takeBack(request: RequestState | undefined, mailId: string, became: 'bounced' | 'undone'): void {
  if (!request?.live.delete(mailId)) return;
  if (became === 'undone') request.asks--;
  if (request.live.size === 0 && became === 'undone') request.firstAskedMs = null;
}

function takeBackShown(request: RequestState | undefined, mailId: string): void {
  request?.shown.delete(mailId);
  if (request?.shown.size === 0) request.shownAskedMs = null;
}
