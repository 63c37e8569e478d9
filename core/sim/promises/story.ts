import type { NewEvent } from '@/core/contract/event';
import { askedRequests } from '../measures/asked';
import { blockedSpan, loggedCalls } from '../measures/calls';
import type { Span } from '../measures/spans';

/** What came back for one mail, as far as one request goes; `at` in simMs. */
export interface Outcome {
  at: number;
  is: 'answer' | 'question' | 'bounce';
}

/** One asking that is not a reply to a question: a mail or a reminder, and the chain of questions and replies that grew from it. */
export interface Asking {
  at: number;
  by: 'mail' | 'remind';
  to: string;
  /** What the mail, and then each reply in the chain, led to; null where nothing came any more. */
  outcomes: Array<Outcome | null>;
}

/** A request as a promise: asked by mail, and settled at last by mail or on the line, or not at all. */
export interface RequestStory {
  request: string;
  askings: Asking[];
  settled: { at: number; how: 'fulfilled' | 'rejected'; by: 'mail' | 'call' } | null;
}

interface Sent {
  mailId: string;
  at: number;
  kind: 'new' | 'reply' | 'reminder';
  to: string;
  inReplyTo: string | null;
}

/** The promises of a log: every request that was asked, in the order of asking. */
export function requestStories(log: readonly NewEvent[], requests: readonly string[]): RequestStory[] {
  const settled = new Map(askedRequests(log, requests).map((a) => [a.request, a]));
  const byCall = answeredOnTheLine(log);
  const undone = new Set(log.flatMap((e) => (e.type === 'mail.undone' ? [e.data.mailId] : [])));
  const replies = repliesIn(log);
  return requests.flatMap((request) => {
    const askings = askingsOf(log, request, undone, replies);
    const own = settled.get(request);
    const call = byCall.get(request);
    if (askings.length === 0 && call === undefined) return [];
    return [{ request, askings, settled: own ? settlement(own, call) : null }];
  });
}

function settlement(
  own: { answeredMs: number | null; rejectedMs: number | null },
  call: number | undefined,
): RequestStory['settled'] {
  if (own.answeredMs !== null)
    return { at: own.answeredMs, how: 'fulfilled', by: call === own.answeredMs ? 'call' : 'mail' };
  return own.rejectedMs === null ? null : { at: own.rejectedMs, how: 'rejected', by: 'mail' };
}

function answeredOnTheLine(log: readonly NewEvent[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const e of log)
    if (e.type === 'call.heard') for (const id of e.data.answers) if (!first.has(id)) first.set(id, e.simMs);
  return first;
}

interface Replies {
  /** What came back, by the mail it answers; a forwarded mail counts as the one it came from. */
  of: Map<string, Array<Extract<NewEvent, { type: 'mail.received' }>>>;
  bounced: Map<string, number>;
  /** Incoming mail to the outgoing one it answers. */
  answersTo: Map<string, string>;
}

function repliesIn(log: readonly NewEvent[]): Replies {
  const origin = new Map<string, string>();
  const replies: Replies = { of: new Map(), bounced: new Map(), answersTo: new Map() };
  const first = (id: string): string => {
    let at = id;
    for (let from = origin.get(at); from !== undefined; from = origin.get(at)) at = from;
    return at;
  };
  for (const e of log) {
    if (e.type === 'mail.forwarded') origin.set(e.data.mailId, e.data.forwardedFrom);
    if (e.type === 'mail.bounced') replies.bounced.set(e.data.mailId, e.simMs);
    if (e.type !== 'mail.received' || e.data.inReplyTo === undefined) continue;
    const to = first(e.data.inReplyTo);
    replies.of.set(to, [...(replies.of.get(to) ?? []), e]);
    replies.answersTo.set(e.data.mailId, to);
  }
  return replies;
}

function askingsOf(
  log: readonly NewEvent[],
  request: string,
  undone: ReadonlySet<string>,
  replies: Replies,
): Asking[] {
  const sent = log.flatMap((e): Sent[] =>
    e.type === 'mail.sent' && !undone.has(e.data.mailId) && e.data.matched.some((m) => m.request === request)
      ? [{ ...e.data, at: e.simMs, inReplyTo: e.data.inReplyTo ?? null }]
      : [],
  );
  const used = new Set<string>();
  return sent.flatMap((mail) => {
    if (used.has(mail.mailId)) return [];
    const outcomes: Array<Outcome | null> = [];
    for (let next: Sent | undefined = mail; next; ) {
      used.add(next.mailId);
      const outcome = outcomeOf(request, next.mailId, replies);
      outcomes.push(outcome && { at: outcome.at, is: outcome.is });
      next = outcome?.is === 'question' ? replyTo(outcome.mailId, sent, used) : undefined;
    }
    return [{ at: mail.at, by: mail.kind === 'reminder' ? 'remind' : 'mail', to: mail.to, outcomes }];
  });
}

/** The participant's first reply to a question, that asks for the same request. */
const replyTo = (question: string, sent: readonly Sent[], used: ReadonlySet<string>): Sent | undefined =>
  sent.find((s) => s.kind === 'reply' && s.inReplyTo === question && !used.has(s.mailId));

function outcomeOf(request: string, mailId: string, replies: Replies): (Outcome & { mailId: string }) | null {
  const bounced = replies.bounced.get(mailId);
  if (bounced !== undefined) return { at: bounced, is: 'bounce', mailId };
  for (const { data, simMs } of replies.of.get(mailId) ?? []) {
    if (data.answers.includes(request)) return { at: simMs, is: 'answer', mailId: data.mailId };
    if (data.missing.length > 0 && data.about.includes(request))
      return { at: simMs, is: 'question', mailId: data.mailId };
  }
  return null;
}

/** While the participant is on the phone nothing else of theirs runs: what arrives meanwhile is taken up when the call is over. */
export function blockedSpans(log: readonly NewEvent[]): Span[] {
  const end = log.reduce((last, e) => Math.max(last, e.simMs), 0);
  return loggedCalls(log, end)
    .map(blockedSpan)
    .filter((s) => s !== null);
}

/** When the program goes on after something settled at `at` by mail: at once, or when the call it fell into is over. */
export const takenUpAt = (at: number, blocked: readonly Span[]): number =>
  blocked.reduce((t, s) => (s.from <= t && t < s.to ? s.to : t), at);

export interface Settled {
  request: string;
  how: 'fulfilled' | 'rejected' | 'pending';
  /** When the program takes it up, in simMs; null for what is pending at the end. */
  at: number | null;
}

/** How the requests settled, in order of (settled at, place in the log); what never settled last. */
export function settledOrder(stories: readonly RequestStory[], blocked: readonly Span[]): Settled[] {
  return stories
    .map(({ request, settled }): Settled => {
      if (!settled) return { request, how: 'pending', at: null };
      const at = settled.by === 'call' ? settled.at : takenUpAt(settled.at, blocked);
      return { request, how: settled.how, at };
    })
    .sort((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE));
}
