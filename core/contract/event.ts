import { z } from 'zod';
import { callEnds, doings, spokenKinds } from './call';
import { cardFaceSchema } from './card';
import { clockReasons } from './clock';
import { callId, cardId, laterId, type Member, mailId, member, mode, nameId, slug, threadId } from './ids';

/** Simulated milliseconds since the run started. */
const simMs = z.int().min(0);
/** Wall time in ms: performance.timeOrigin + performance.now() (T2). */
const wall = z.number();
const ids = z.array(nameId);
const words = z.int().min(0);

/**
 * Why a mail counts as asking a request: chosen by chip, found in its words, or the thread's open question.
 * `attempt` counts the mails that asked this request so far (R2).
 */
const matched = z.strictObject({
  request: nameId,
  how: z.enum(['chip', 'text', 'thread', 'reminder', 'forward']),
  attempt: z.int().min(1),
  score: z.number().optional(),
});
export const decisionSchema = z.strictObject({
  request: nameId,
  verdict: z.enum(['answer', 'clarify', 'forward', 'ignore', 'done']),
  attempt: z.int().min(1),
  /** The draw that decided between replying and ignoring, and the chance it was held against. */
  u: z.number().optional(),
  chance: z.number().optional(),
  missing: ids,
  to: nameId.optional(),
  /** What handling it takes, and the draw behind it: the same by mail and on the line (C8). */
  handling: z.strictObject({ u: z.number(), ms: simMs }).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

const define = <T extends z.ZodRawShape, P extends keyof T & string>(shape: T, open: readonly P[]) => ({
  schema: z.strictObject(shape),
  /** Field names a participant may see once the event is visible to them. The others are private before the reveal (P9). */
  open: open as readonly string[],
});

/**
 * Every event a run's log can hold. `open` names the public fields.
 * Which events are visible at all, and as what, is decided in core/view.
 */
export const events = {
  'run.started': define(
    {
      mode,
      scenario: slug,
      version: z.int(),
      lengthMs: simMs,
      start: z.string(),
      receipts: z.boolean(),
      engineVersion: z.int(),
      seed: z.string(),
      /** Who is in the team; left out where it is `p1` alone. */
      members: z.array(member).optional(),
    },
    ['mode', 'scenario', 'version', 'lengthMs', 'start', 'receipts', 'members'],
  ),
  /** Somebody came into the team while its run was under way (P8). */
  'member.joined': define({ member }, ['member']),
  'scene.opened': define({ scene: z.enum(['compose', 'read']), mailId: mailId.optional() }, [
    'scene',
    'mailId',
  ]),
  'scene.closed': define({ scene: z.enum(['compose', 'read']), reason: z.enum(['left', 'idle', 'sent']) }, [
    'scene',
    'reason',
  ]),
  'mail.sent': define(
    {
      mailId,
      threadId,
      to: nameId,
      kind: z.enum(['new', 'reply', 'reminder']),
      subject: z.string().nullable(),
      text: z.string().nullable(),
      words,
      asks: ids,
      details: ids,
      inReplyTo: mailId.optional(),
      later: laterId.optional(),
      undoUntil: simMs,
      followUpAt: simMs.optional(),
      matched: z.array(matched),
      matchedDetails: ids,
    },
    [
      'mailId',
      'threadId',
      'to',
      'kind',
      'subject',
      'text',
      'words',
      'asks',
      'details',
      'inReplyTo',
      'later',
      'undoUntil',
      'followUpAt',
    ],
  ),
  'mail.delivered': define({ mailId }, ['mailId']),
  'mail.bounced': define({ mailId }, ['mailId']),
  'mail.undone': define({ mailId }, ['mailId']),
  /** `serviceMs` of work, done at `handledAt`; `waiting` mails of other people lay in the inbox. */
  'mail.read': define(
    {
      mailId,
      by: nameId,
      decisions: z.array(decisionSchema),
      unmatched: z.boolean(),
      serviceMs: simMs,
      handledAt: simMs,
      waiting: z.int(),
    },
    ['mailId'],
  ),
  'mail.received': define(
    {
      mailId,
      threadId,
      from: nameId,
      kind: z.enum(['answer', 'clarify', 'forward', 'outOfOffice', 'authored']),
      subject: z.string(),
      text: z.string(),
      words,
      inReplyTo: mailId.optional(),
      /** Requests this mail answers, and details it makes known. */
      answers: ids,
      facts: ids,
      /** Details asked for; or `helpWith`, what this person can help with, when the words matched nothing. */
      missing: ids,
      about: ids,
      helpWith: ids,
      deputy: nameId.optional(),
      forwardedTo: nameId.optional(),
      authored: nameId.optional(),
    },
    [
      'mailId',
      'threadId',
      'from',
      'kind',
      'subject',
      'text',
      'words',
      'inReplyTo',
      'answers',
      'facts',
      'missing',
      'about',
      'helpWith',
      'deputy',
      'forwardedTo',
    ],
  ),
  'mail.forwarded': define(
    {
      mailId,
      threadId,
      from: nameId,
      to: nameId,
      forwardedFrom: mailId,
      subject: z.string(),
      asks: ids,
      details: ids,
      matched: z.array(matched),
    },
    ['mailId', 'threadId', 'from', 'to', 'forwardedFrom', 'subject', 'asks'],
  ),
  'mail.opened': define({ mailId }, ['mailId']),
  'mail.scheduled': define(
    {
      laterId,
      due: simMs,
      to: nameId,
      threadId: threadId.optional(),
      subject: z.string().nullable(),
      text: z.string().nullable(),
      asks: ids,
      details: ids,
      inReplyTo: mailId.optional(),
      followUpMin: z.int().optional(),
    },
    ['laterId', 'due', 'to', 'threadId', 'subject', 'text', 'asks', 'details', 'inReplyTo', 'followUpMin'],
  ),
  'mail.unscheduled': define({ laterId }, ['laterId']),
  'followup.due': define({ mailId }, ['mailId']),
  /**
   * Somebody dials. `slot` and the draws are facts about the recipient's time (R2); `outcome` comes to be at `outcomeAt`, unless
   * the caller hangs up before.
   */
  'call.dialed': define(
    {
      callId,
      to: nameId,
      slot: z.int().min(0),
      doing: z.enum(doings),
      u: z.number(),
      chance: z.number(),
      ringMs: simMs,
      outcome: z.enum(['pickUp', 'busy', 'hold', 'noAnswer', 'unobtainable']),
      outcomeAt: simMs,
    },
    ['callId', 'to'],
  ),
  'call.ringing': define({ callId }, ['callId']),
  'call.held': define({ callId }, ['callId']),
  /** A recipient rings (C7, P7). `items` are the requests they call about. */
  'call.incoming': define(
    {
      callId,
      from: nameId,
      why: z.enum(['missed', 'voicemail', 'look', 'authored']),
      items: ids,
      authored: nameId.optional(),
    },
    ['callId', 'from'],
  ),
  /** `interrupted`: it took the recipient from handling mail or from focused work, at the price of `lostMs` afterwards (C5). */
  'call.connected': define(
    {
      callId,
      contact: nameId,
      openingMs: simMs,
      doing: z.enum(doings),
      interrupted: z.boolean(),
      lostMs: simMs,
    },
    ['callId', 'contact'],
  ),
  /** The participant speaks until `untilMs`. */
  'call.said': define(
    {
      callId,
      text: z.string().nullable(),
      words,
      asks: ids,
      details: ids,
      untilMs: simMs,
      matched: z.array(matched),
      matchedDetails: ids,
    },
    ['callId', 'text', 'words', 'asks', 'details', 'untilMs'],
  ),
  /** The recipient speaks until `untilMs`; what it amounts to comes with `call.heard`. */
  'call.spoke': define(
    {
      callId,
      kind: z.enum(spokenKinds),
      text: z.string(),
      words,
      untilMs: simMs,
      request: nameId.optional(),
      handling: z.strictObject({ u: z.number(), ms: simMs }).optional(),
    },
    ['callId', 'kind', 'text', 'words', 'untilMs'],
  ),
  /** The recipient's sentence is over: answers settle requests, facts become known, a question stays open (A3, A4). */
  'call.heard': define(
    {
      callId,
      kind: z.enum(spokenKinds),
      answers: ids,
      facts: ids,
      missing: ids,
      about: ids,
      helpWith: ids,
      askInstead: nameId.optional(),
      callBackAt: simMs.optional(),
    },
    ['callId', 'kind', 'answers', 'facts', 'missing', 'about', 'helpWith', 'askInstead'],
  ),
  /** The greeting of a voicemail; it names a deputy where there is one (C7, P5). */
  'call.voicemail': define({ callId, text: z.string(), words, untilMs: simMs, deputy: nameId.optional() }, [
    'callId',
    'text',
    'words',
    'untilMs',
    'deputy',
  ]),
  'call.messageLeft': define(
    {
      callId,
      text: z.string().nullable(),
      words,
      asks: ids,
      details: ids,
      untilMs: simMs,
      matched: z.array(matched),
      matchedDetails: ids,
    },
    ['callId', 'text', 'words', 'asks', 'details', 'untilMs'],
  ),
  /** A recipient listens to a message, and calls back at `callBackAt` or not at all. */
  'call.messageHeard': define(
    { callId, by: nameId, u: z.number(), chance: z.number(), handledAt: simMs, callBackAt: simMs.optional() },
    [],
  ),
  /** `callBackAt`: a missed call will be returned then. */
  'call.ended': define({ callId, reason: z.enum(callEnds), callBackAt: simMs.optional() }, [
    'callId',
    'reason',
  ]),
  /** `member`: whose desk it lies on, where that is not `p1` (P8). */
  'desk.shown': define({ cardId, face: cardFaceSchema, right: z.int(), member: member.optional() }, [
    'cardId',
    'face',
    'member',
  ]),
  'desk.done': define({ cardId, choice: z.int(), correct: z.boolean() }, ['cardId', 'choice', 'correct']),
  /** The facilitator gave more time: the whole length now. */
  'run.extended': define({ lengthMs: simMs }, ['lengthMs']),
  'run.ended': define(
    {
      reason: z.enum(['length', 'finished', 'closedDay', 'facilitator']),
      creditedCards: z.number().optional(),
    },
    ['reason', 'creditedCards'],
  ),
  'clock.started': define({ at: wall, rate: z.number() }, ['rate']),
  'clock.paused': define({ at: wall, why: z.enum(['asked', 'left', 'facilitator', 'down']) }, ['why']),
  'clock.rate': define(
    {
      at: wall,
      rate: z.number(),
      why: z.enum(clockReasons),
      speed: z.enum(['slow', 'normal', 'fast']).optional(),
    },
    ['rate', 'why', 'speed'],
  ),
  'clock.jumped': define({ at: wall, rate: z.number() }, ['rate']),
} as const;

export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.infer<(typeof events)[T]['schema']>;

/** Who caused an event: a member of the team (`p1`), a recipient (`r:maya`), the world, the facilitator. */
export type Actor = Member | `r:${string}` | 'world' | 'facilitator';

/** An event before it has a place in the log. */
export type NewEvent = {
  [T in EventType]: { type: T; simMs: number; actor: Actor; data: EventData<T> };
}[EventType];
/** An event with its place in the log: dense `seq` from 1, schema version `v`, wall time `at`. */
/** The first event of a command carries its id and the hash of its body, so that a repeat is known and a misuse refused. */
export type RunEvent = NewEvent & {
  seq: number;
  v: number;
  at: number;
  commandId?: string;
  commandHash?: string;
};
export type EventOf<T extends EventType> = Extract<NewEvent, { type: T }>;
/** The schema version written today. */
export const eventVersion = 1;

/** Clock events are not part of the canonical log (T3); everything else is. */
export const isCanonical = (type: EventType): boolean => !clockTypes.has(type);
const clockTypes = new Set(typesIn('clock.'));

/** Types whose names begin so. Looked up rather than read letter by letter: it is asked of each event several times. */
export function typesIn(family: 'clock.' | 'call.'): EventType[] {
  return (Object.keys(events) as EventType[]).filter((type) => type.startsWith(family));
}
