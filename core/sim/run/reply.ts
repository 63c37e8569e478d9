import type { Decision, EventData, NewEvent } from '@/core/contract/event';
import { wordCount } from '@/core/contract/wordCount';
import { answeredBy, type Person, personOf } from '../world';
import { mailOf } from './read';
import { mailName, threadName } from './send';
import type { Handling, MailRecord, RunState } from './state';

type Received = EventData<'mail.received'>;

/** What a recipient sends once a mail is handled: one reply with every answer and every question, and what they pass on (A2, P4). */
export function replyEvents(state: RunState, person: Person, handling: Handling): NewEvent[] {
  const mail = mailOf(state, handling.mailId);
  const own = ownReply(state, person, handling);
  const drafts = own ? [own] : [];
  const passesOn = handling.decisions.some((d) => d.to !== undefined);
  if (passesOn) drafts.push(...forwardNotices(person, handling));
  const events = drafts.map((d, k) => receivedEvent(state, person, mail, d, handling.handledAt, k + 1));
  if (passesOn) events.push(...forwards(state, person, mail, handling, drafts.length));
  return events;
}

/** Whether handling this mail ends in something said; an ignored or already settled one ends in silence. */
export const speaks = (handling: Handling): boolean =>
  handling.unmatched ||
  handling.decisions.some(
    (d) => d.verdict === 'answer' || d.verdict === 'clarify' || d.verdict === 'forward',
  );

type Draft = Pick<Received, 'kind' | 'text'> &
  Partial<Pick<Received, 'answers' | 'facts' | 'missing' | 'about' | 'helpWith' | 'forwardedTo'>>;

function receivedEvent(
  state: RunState,
  person: Person,
  mail: MailRecord,
  draft: Draft,
  now: number,
  k: number,
): NewEvent {
  const data: Received = {
    mailId: mailName(state, k),
    threadId: mail.threadId,
    from: person.recipient.id,
    kind: draft.kind,
    subject: mail.subject ?? '',
    text: draft.text,
    words: wordCount(draft.text),
    inReplyTo: mail.mailId,
    answers: draft.answers ?? [],
    facts: draft.facts ?? [],
    missing: draft.missing ?? [],
    about: draft.about ?? [],
    helpWith: draft.helpWith ?? [],
  };
  if (draft.forwardedTo !== undefined) data.forwardedTo = draft.forwardedTo;
  return { type: 'mail.received', simMs: now, actor: `r:${person.recipient.id}`, data };
}

function ownReply(state: RunState, person: Person, handling: Handling): Draft | null {
  if (handling.unmatched)
    return { kind: 'clarify', text: person.recipient.voice.unmatched, helpWith: helpWith(state, person) };
  const answers: string[] = [];
  const facts: string[] = [];
  const texts: string[] = [];
  const asked: Decision[] = [];
  for (const decision of handling.decisions) {
    if (decision.verdict === 'clarify') asked.push(decision);
    if (decision.verdict !== 'answer') continue;
    answers.push(decision.request);
    const request = state.world.requests.get(decision.request);
    if (!request) continue;
    texts.push(request.answer);
    if (request.gives) facts.push(request.gives);
  }
  if (answers.length === 0 && asked.length === 0) return null;
  if (asked.length > 0) texts.push(questionOf(state, person, asked));
  return {
    kind: asked.length > 0 ? 'clarify' : 'answer',
    text: texts.length === 1 ? (texts[0] ?? '') : texts.join('\n\n'),
    answers,
    facts,
    missing: asked.length === 0 ? [] : [...new Set(asked.flatMap((d) => d.missing))],
    about: asked.map((d) => d.request),
  };
}

/** The authored question where one request lacks something, the person's general one where several do. */
function questionOf(state: RunState, person: Person, asked: readonly Decision[]): string {
  const [only, second] = asked;
  const own = only && !second ? state.world.requests.get(only.request)?.clarify : undefined;
  return own ?? person.recipient.voice.clarify;
}

const helpWith = (state: RunState, person: Person): string[] =>
  [...state.world.requests.values()]
    .filter((r) => answeredBy(state.world, r) === person.recipient.id)
    .map((r) => r.id);

const colleaguesOf = (handling: Handling): string[] => [
  ...new Set(handling.decisions.flatMap((d) => (d.to ? [d.to] : []))),
];

function forwardNotices(person: Person, handling: Handling): Draft[] {
  return colleaguesOf(handling).map((to) => ({
    kind: 'forward',
    text: person.recipient.voice.forward,
    forwardedTo: to,
    about: handling.decisions.filter((d) => d.to === to).map((d) => d.request),
  }));
}

/** A7: the request goes on in the colleague's conversation, as a new thread; it stays one request with its first sending. */
function forwards(
  state: RunState,
  person: Person,
  mail: MailRecord,
  handling: Handling,
  replies: number,
): NewEvent[] {
  return colleaguesOf(handling).map((to, k) => ({
    type: 'mail.forwarded',
    simMs: handling.handledAt,
    actor: `r:${person.recipient.id}`,
    data: {
      mailId: mailName(state, replies + k + 1),
      threadId: threadName(state, k + 1),
      from: person.recipient.id,
      to: personOf(state.world, to).recipient.id,
      forwardedFrom: mail.mailId,
      subject: mail.subject ?? '',
      asks: handling.decisions.filter((d) => d.to === to).map((d) => d.request),
      details: mail.details,
      matched: mail.matched
        .filter((m) => handling.decisions.some((d) => d.request === m.request && d.to === to))
        .map((m) => ({ ...m, how: 'forward' as const })),
    },
  }));
}
