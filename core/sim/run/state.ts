import type { Doing, SpokenKind } from '@/core/contract/call';
import type { Actor, Decision, EventData } from '@/core/contract/event';
import type { CallView, ClockView, MailState } from '@/core/contract/view';
import type { Agenda } from '../agenda/agenda';
import type { LazyAgenda } from '../agenda/lazyAgenda';
import { type Cursor, firstCursor, type Reading, type Waiting } from '../mail/reading';
import type { World } from '../world';
import { Coming } from './coming';

/** A mail as the run knows it, both ways. Public and private facts lie together; core/view chooses what may be seen. */
export interface MailRecord {
  mailId: string;
  /** The member who wrote it; null for mail from a recipient. */
  by: Actor | null;
  threadId: string;
  contact: string;
  from: 'me' | 'them';
  kind:
    | 'new'
    | 'reply'
    | 'reminder'
    | 'answer'
    | 'clarify'
    | 'forward'
    | 'outOfOffice'
    | 'authored'
    | 'forwarded';
  subject: string | null;
  text: string | null;
  simMs: number;
  state: MailState | null;
  stateMs: number;
  /** Whether somebody has really read it, receipts or not. */
  readMs: number | null;
  asks: string[];
  details: string[];
  matched: EventData<'mail.sent'>['matched'];
  matchedDetails: string[];
  answers: string[];
  facts: string[];
  missing: string[];
  about: string[];
  helpWith: string[];
  inReplyTo: string | null;
  deputy: string | null;
  forwardedTo: string | null;
  forwardedFrom: string | null;
  opened: boolean;
  undoUntil: number | null;
  followUpAt: number | null;
  followUpDue: boolean;
}

/** A mail that was read and is being handled; `decisions` come into effect at `handledAt`. */
export interface Handling {
  mailId: string;
  handledAt: number;
  decisions: Decision[];
  unmatched: boolean;
}

/** Something to be spoken of on a call. */
export type Topic =
  | { is: 'greeting'; openingMs: number }
  | { is: 'request'; request: string }
  | { is: 'unmatched' }
  | { is: 'authored'; text: string; facts: string[] };

/** What the other side says next: spoken from `spokenAt`, over and in effect at `endsAt`. */
export interface Sentence {
  kind: SpokenKind;
  text: string;
  spokenAt: number;
  spokenUntil: number;
  endsAt: number;
  spoken: boolean;
  request: string | undefined;
  answers: string[];
  facts: string[];
  missing: string[];
  about: string[];
  helpWith: string[];
  askInstead: string | undefined;
  callBackAt: number | undefined;
  handling: { u: number; ms: number } | undefined;
}

/** A call as the run knows it; core/view chooses what may be seen of it. */
export interface CallRecord extends Omit<CallView, 'looking' | 'by'> {
  /** The member of the team whose line it takes; null while it rings here. */
  actor: Actor | null;
  /** What becomes of a dial, and when. */
  outcome: { is: EventData<'call.dialed'>['outcome']; at: number } | null;
  /** It rang at the other end. */
  rang: boolean;
  doing: Doing;
  interrupted: boolean;
  lostMs: number;
  /** Why a recipient rings, and about what. */
  why: EventData<'call.incoming'>['why'] | null;
  items: string[];
  authored: string | null;
  topics: Topic[];
  now: Sentence | null;
  /** The participant speaks until then. */
  sayUntil: number;
  /** Since when nobody has spoken. */
  silentSince: number;
  /** Details given in a message. */
  given: string[];
}

/** A call a recipient owes the participant. */
export interface CallBack {
  at: number;
  why: 'missed' | 'voicemail' | 'look';
  items: string[];
}

export interface RecipientState {
  waiting: Waiting[];
  handling: Handling[];
  cursor: Cursor;
  /** Next reading, planned from the above; undefined = must be planned anew. */
  plan: Reading | null | undefined;
  /** Details this person has been told. */
  told: Set<string>;
  /** Calls with participants up to the end of the lag they cost, and the agenda with them; undefined while there were none. */
  calls: Agenda;
  agenda: LazyAgenda | undefined;
}

export interface RequestState {
  /** Mails that asked it and were not undone: the next asking is attempt `asks + 1` (R2). */
  asks: number;
  firstAskedMs: number | null;
  /** Mails that ask it, bounced and undone ones taken out. */
  live: Set<string>;
  /** Those of `live` whose sender named it by chip: what the sender may be told (P9 keeps matched words private). */
  shown: Set<string>;
  shownAskedMs: number | null;
  answeredMs: number | null;
  answeredBy: 'mail' | 'call' | null;
  /** The latest thing that came back about it is a question. */
  question: boolean;
}

export interface ThreadState {
  threadId: string;
  contact: string;
  subject: string;
  /** Requests this person asked back about, waiting for the missing details. */
  openQuestion: string[];
}

/** What a member of the team has alone: the desk, and what they are reading or writing. */
export interface MemberState {
  desk: {
    card: { cardId: string; right: number; face: EventData<'desk.shown'>['face'] } | null;
    shown: number;
    done: number;
    wrong: number;
    last: { cardId: string; correct: boolean } | null;
  };
  scene: { scene: 'compose' | 'read'; mailId: string | null; since: number } | null;
}

export interface RunClock extends ClockView {
  /** Wall ms of the anchor. */
  at: number;
}

/** A run as its log tells it: changed only by `apply`. */
export interface RunState {
  world: World;
  started: boolean;
  /** Events applied so far: whatever is worked out from the state stays right while this does not move. */
  applied: number;
  simMs: number;
  clock: RunClock;
  mails: Map<string, MailRecord>;
  threads: Map<string, ThreadState>;
  calls: Map<string, CallRecord>;
  /** Calls that have not ended. */
  live: CallRecord[];
  /** Whose line is taken by which call (C3). */
  lines: Map<Actor, string>;
  callBacks: Map<string, CallBack>;
  /** Requests somebody has promised to look up (C7). */
  looked: Set<string>;
  /** Authored items that have rung and were not taken: they come by mail (P7). */
  rungInVain: Set<string>;
  counters: { mail: number; thread: number; later: number; call: number };
  people: Map<string, RecipientState>;
  requests: Map<string, RequestState>;
  facts: Map<string, number>;
  later: Map<string, EventData<'mail.scheduled'> & { actor: Actor }>;
  /** Authored mails not yet sent: id to the moment they arrive, null while their trigger has not happened. */
  authored: Map<string, number | null>;
  quietSent: number;
  lastTraffic: number;
  followUps: Map<string, number>;
  notices: Array<{
    id: string;
    kind: 'followUp' | 'laterSent' | 'laterDropped';
    simMs: number;
    mailId: string | null;
  }>;
  /** Who is in the team, in the order of coming; each with a desk of their own (P8). */
  members: Map<Actor, MemberState>;
  ended: { reason: EventData<'run.ended'>['reason']; simMs: number } | null;
  /** What will be logged without a command. */
  coming: Coming;
}

/** A run before its first event. */
export function newRun(world: World): RunState {
  const { scenario } = world.header;
  return {
    world,
    started: false,
    applied: 0,
    simMs: 0,
    clock: { state: 'ready', simMs: 0, rate: 0, at: 0, why: 'idle', pausedWhy: null, speed: 'normal' },
    mails: new Map(),
    threads: new Map(),
    calls: new Map(),
    live: [],
    lines: new Map(),
    callBacks: new Map(),
    looked: new Set(),
    rungInVain: new Set(),
    counters: { mail: 0, thread: 0, later: 0, call: 0 },
    people: new Map(scenario.recipients.map((r) => [r.id, newRecipient()])),
    requests: new Map(scenario.requests.map((r) => [r.id, newRequest()])),
    facts: new Map(scenario.details.filter((d) => d.known).map((d) => [d.id, 0])),
    later: new Map(),
    authored: new Map(
      scenario.mail.map((m) => [m.id, m.at === undefined ? null : Math.round(m.at * 60_000)]),
    ),
    quietSent: 0,
    lastTraffic: 0,
    followUps: new Map(),
    notices: [],
    members: new Map(),
    ended: null,
    coming: new Coming(scenario.recipients.map((r) => r.id)),
  };
}

const newRecipient = (): RecipientState => ({
  waiting: [],
  handling: [],
  cursor: firstCursor(),
  plan: null,
  told: new Set(),
  calls: [],
  agenda: undefined,
});

const newRequest = (): RequestState => ({
  asks: 0,
  firstAskedMs: null,
  live: new Set(),
  shown: new Set(),
  shownAskedMs: null,
  answeredMs: null,
  answeredBy: null,
  question: false,
});
