import type { CommandBody } from '@/core/contract/command';
import type { Actor, EventData, NewEvent } from '@/core/contract/event';
import { wordCount } from '@/core/contract/wordCount';
import { takenFor } from '../match/matcher';
import { minute } from '../time/localTime';
import { answeredBy, personOf, type World } from '../world';
import type { MailRecord, RunState } from './state';

export type Letter = Omit<CommandBody<'mail.send'>, 'followUpMin'> & { followUpMin?: number | undefined };
type Matched = EventData<'mail.sent'>['matched'];

/** The events of one mail leaving now: sent and delivered, or bounced, or answered by an out-of-office notice at once (P5, A6). */
export function sendEvents(
  state: RunState,
  typed: Letter,
  now: number,
  actor: Actor,
  later?: string,
): NewEvent[] {
  const letter: Letter = {
    to: typed.to,
    subject: typed.subject,
    text: typed.text,
    asks: once(typed.asks),
    details: once(typed.details),
    threadId: typed.threadId,
    inReplyTo: typed.inReplyTo,
    followUpMin: typed.followUpMin,
  };
  const matchedDetails = detailsIn(state, letter);
  const thread = letter.threadId ? state.threads.get(letter.threadId) : undefined;
  const sent: EventData<'mail.sent'> = {
    mailId: mailName(state, 1),
    threadId: thread?.threadId ?? threadName(state, 1),
    to: letter.to,
    subject: thread ? thread.subject : letter.subject,
    kind: letter.inReplyTo ? 'reply' : 'new',
    text: letter.text,
    words: wordCount(letter.text),
    asks: letter.asks,
    details: letter.details,
    matched: matchedIn(state, letter, matchedDetails),
    matchedDetails,
    undoUntil: now + state.world.undoMs,
  };
  if (letter.inReplyTo) sent.inReplyTo = letter.inReplyTo;
  if (later) sent.later = later;
  if (letter.followUpMin) sent.followUpAt = now + letter.followUpMin * minute;
  return leave(state, now, actor, sent);
}

const once = (ids: string[]): string[] => (ids.length < 2 ? ids.slice() : [...new Set(ids)]);

/** A reminder asks again what its mail asked and is not answered yet (P6). */
export function reminderEvents(
  state: RunState,
  mail: MailRecord,
  text: string,
  now: number,
  actor: Actor,
): NewEvent[] {
  const open = (id: string) => state.requests.get(id)?.answeredMs === null;
  const matched: Matched = mail.matched
    .filter((m) => open(m.request))
    .map((m) => ({ request: m.request, how: 'reminder', attempt: nextAttempt(state, m.request) }));
  return leave(state, now, actor, {
    mailId: mailName(state, 1),
    threadId: mail.threadId,
    to: mail.contact,
    subject: mail.subject,
    kind: 'reminder',
    text,
    words: wordCount(text),
    asks: mail.asks.filter(open),
    details: mail.details,
    inReplyTo: mail.mailId,
    matched,
    matchedDetails: mail.matchedDetails,
    undoUntil: now + state.world.undoMs,
  });
}

function leave(state: RunState, now: number, actor: Actor, data: EventData<'mail.sent'>): NewEvent[] {
  const { recipient } = personOf(state.world, data.to);
  const { mailId } = data;
  const sent: NewEvent = { type: 'mail.sent', simMs: now, actor, data };
  if (recipient.address === 'outdated')
    return [sent, { type: 'mail.bounced', simMs: now, actor: 'world', data: { mailId } }];
  const delivered: NewEvent = { type: 'mail.delivered', simMs: now, actor: 'world', data: { mailId } };
  return recipient.outOfOffice ? [sent, delivered, awayNotice(state, data, now)] : [sent, delivered];
}

function awayNotice(state: RunState, sent: EventData<'mail.sent'>, now: number): NewEvent {
  const { recipient } = personOf(state.world, sent.to);
  const away = recipient.outOfOffice;
  const text = away?.text ?? '';
  return {
    type: 'mail.received',
    simMs: now,
    actor: `r:${recipient.id}`,
    data: {
      mailId: mailName(state, 2),
      threadId: sent.threadId,
      from: recipient.id,
      kind: 'outOfOffice',
      subject: sent.subject ?? '',
      text,
      words: wordCount(text),
      inReplyTo: sent.mailId,
      answers: [],
      facts: [],
      missing: [],
      about: sent.asks,
      helpWith: [],
      ...(away && { deputy: away.deputy }),
    },
  };
}

/** The name of the k-th mail from now. */
export const mailName = (state: RunState, k: number): string => `m${state.counters.mail + k}`;
export const threadName = (state: RunState, k: number): string => `t${state.counters.thread + k}`;
const nextAttempt = (state: RunState, request: string): number =>
  (state.requests.get(request)?.asks ?? 0) + 1;

/** A detail of fewer letters could stand in any text. */
const leastDetail = 3;

/** Facts the sender knows and has typed out, though not chosen as chips. */
export function detailsIn(state: RunState, letter: Pick<Letter, 'text' | 'details'>): string[] {
  const text = letter.text.toLowerCase();
  if (text.length < leastDetail) return [];
  const typed = (id: string) => {
    const value = state.world.details.get(id)?.text.toLowerCase() ?? '';
    return value.length >= leastDetail && text.includes(value);
  };
  return [...state.facts.keys()].filter((id) => !letter.details.includes(id) && typed(id));
}

/** A1: chips name requests exactly; else the thread's open question, else the words, among this person's requests and then everybody's. */
function matchedIn(state: RunState, letter: Letter, typedDetails: readonly string[]): Matched {
  const as = (how: Matched[number]['how'], request: string) => ({
    request,
    how,
    attempt: nextAttempt(state, request),
  });
  const open = letter.threadId ? (state.threads.get(letter.threadId)?.openQuestion ?? []) : [];
  if (letter.asks.length > 0) return letter.asks.map((r) => as(open.includes(r) ? 'thread' : 'chip', r));
  if (open.length > 0 && letter.details.length + typedDetails.length > 0)
    return open.map((r) => as('thread', r));
  const text = letter.threadId ? letter.text : `${letter.subject}\n${letter.text}`;
  const found = matchWords(state.world, letter.to, text);
  if (found) return [{ ...as('text', found.request), score: found.score }];
  return open.map((r) => as('thread', r));
}

/** The request that words to this person seem to ask for: one of theirs, else anybody's. */
export function matchWords(world: World, to: string, text: string) {
  const mine = (id: string) => {
    const request = world.requests.get(id);
    return request !== undefined && (request.recipient === to || answeredBy(world, request) === to);
  };
  return takenFor(world.matcher, text, mine);
}
