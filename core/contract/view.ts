import type { CallEnd, SpokenKind } from './call';
import type { CardFace } from './card';
import type { ClockReason } from './clock';
import type { Member, Mode } from './ids';

/**
 * What a participant sees of their run. Held by the server (core/view `viewOf`) and by the browser, which applies the
 * same changes to its copy. It never holds personas, calendars, draws, queues, due times, verdicts, answers not yet given, seed or plan.
 */
export interface RunView {
  /** Whose view it is. */
  me: Member;
  run: RunInfo;
  clock: ClockView;
  contacts: ContactView[];
  /** In the order they happened. */
  mails: MailView[];
  later: LaterView[];
  /** In the order they were dialed or came in. */
  calls: CallView[];
  facts: FactView[];
  mission: MissionItem[];
  desk: DeskView;
  notices: NoticeView[];
  ended: { reason: 'length' | 'finished' | 'closedDay' | 'facilitator'; simMs: number } | null;
}

export interface RunInfo {
  mode: Mode;
  title: string;
  scenario: string;
  /** What the participant is, what is going on, what is wanted. */
  brief: { you: string; story: string; goal: string };
  deskTitle: string;
  deskIntro: string;
  lengthMs: number;
  /** Local date and time at simMs 0, e.g. 2026-03-02T09:00. */
  start: string;
  language: string;
  receipts: boolean;
  /** Simulated ms in which a sent mail can be undone. */
  undoMs: number;
}

/** `simMs` is what the clock showed when this was sent; while `running` it goes on at `rate` simulated ms per real ms. */
export interface ClockView {
  state: 'ready' | 'running' | 'paused' | 'ended';
  simMs: number;
  rate: number;
  /** What the rate is for; `quiet`: the scene had no input for a minute, so the clock went back to its pace. */
  why: ClockReason;
  pausedWhy: 'asked' | 'left' | 'facilitator' | 'down' | null;
  speed: 'slow' | 'normal' | 'fast';
}

export interface ContactView {
  id: string;
  name: string;
  role: string;
  about: string;
  /** Minutes ahead of the participant's own clock. */
  aheadMin: number;
  /** Requests of the mission that are for this person, by id. */
  requests: string[];
}

export type MailState = 'sent' | 'delivered' | 'read' | 'replied' | 'bounced' | 'undone';

export interface MailView {
  mailId: string;
  threadId: string;
  /** The contact in whose conversation this mail stands. */
  contact: string;
  from: 'me' | 'them';
  /** The member of the team who wrote it; null on mail from them, and on what was forwarded. */
  by: Member | null;
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
  /** Outgoing mail only; null on mail from them. */
  state: MailState | null;
  /** When the state came about. */
  stateMs: number;
  asks: string[];
  details: string[];
  /** Requests this mail answers and facts it makes known. */
  answers: string[];
  facts: string[];
  missing: string[];
  about: string[];
  helpWith: string[];
  inReplyTo: string | null;
  deputy: string | null;
  forwardedTo: string | null;
  forwardedFrom: string | null;
  /** Incoming mail: whether the participant has opened it. */
  opened: boolean;
  undoUntil: number | null;
  followUpAt: number | null;
  followUpDue: boolean;
}

export type CallPhase = 'dialing' | 'ringing' | 'holding' | 'connected' | 'voicemail' | 'ended';

/**
 * A call as its participant knows it (C1). An outgoing call blocks from `simMs`, an incoming one from `connectedMs`, both until
 * `endedMs` (C3); an incoming one that only rings blocks nothing. Of another member's call one knows who is on the phone with
 * whom, and what was said only when it is over (P8).
 */
export interface CallView {
  callId: string;
  /** The member whose line it takes; null while it only rings here, and for one that nobody took. */
  by: Member | null;
  contact: string;
  direction: 'out' | 'in';
  phase: CallPhase;
  /** When it was dialed, or began to ring here. */
  simMs: number;
  phaseMs: number;
  connectedMs: number | null;
  endedMs: number | null;
  end: CallEnd | null;
  lines: CaptionView[];
  /** The other side is looking something up. */
  looking: boolean;
  /** Details the other side has asked for and not got, and the requests they are for. */
  missing: string[];
  about: string[];
  /** Whom the greeting of a voicemail named. */
  deputy: string | null;
  messageLeft: boolean;
}

/** One sentence on the line, spoken from `simMs` to `untilMs`. */
export interface CaptionView {
  from: 'me' | 'them';
  kind: SpokenKind | 'said' | 'message' | 'voicemail';
  text: string | null;
  simMs: number;
  untilMs: number;
  asks: string[];
  details: string[];
  answers: string[];
  helpWith: string[];
  askInstead: string | null;
}

export interface LaterView {
  laterId: string;
  by: Member;
  contact: string;
  threadId: string | null;
  subject: string | null;
  text: string | null;
  asks: string[];
  details: string[];
  due: number;
}

export interface FactView {
  id: string;
  label: string;
  text: string;
  learnedMs: number;
}

/** `asked`: in flight since `askedMs`. `waiting` is what comes back with a question or a notice; the request is still open then. */
export interface MissionItem {
  id: string;
  title: string;
  contact: string;
  required: boolean;
  /** Announced details that must be included. */
  needs: string[];
  /** Text offered when asking by chip. */
  ask: string;
  state: 'open' | 'asked' | 'question' | 'answered';
  askedMs: number | null;
  answeredMs: number | null;
  answer: string | null;
}

export interface DeskView {
  card: { cardId: string; face: CardFace } | null;
  done: number;
  wrong: number;
  last: { cardId: string; correct: boolean } | null;
}

export interface NoticeView {
  id: string;
  kind: 'followUp' | 'laterSent' | 'laterDropped';
  simMs: number;
  mailId: string | null;
}

/** One step of a view. `applyChange(view, change)` in core/view; every field a change carries is public. */
export type Change =
  | { type: 'clock'; clock: ClockView }
  | { type: 'length'; lengthMs: number }
  | { type: 'mail'; mail: MailView }
  | { type: 'mailState'; mailId: string; state: MailState; simMs: number }
  | { type: 'mailOpened'; mailId: string }
  | { type: 'followUp'; mailId: string }
  | { type: 'later'; later: LaterView }
  | { type: 'laterGone'; laterId: string }
  /** The run has ended: what was to be sent later is dropped. */
  | { type: 'laterCleared'; notices: NoticeView[] }
  /** A new call, or one that has changed, whole. */
  | { type: 'call'; call: CallView }
  | { type: 'fact'; fact: FactView }
  | { type: 'mission'; item: Pick<MissionItem, 'id' | 'state' | 'askedMs' | 'answeredMs' | 'answer'> }
  | { type: 'desk'; desk: DeskView }
  | { type: 'notice'; notice: NoticeView }
  | { type: 'ended'; reason: NonNullable<RunView['ended']>['reason']; simMs: number };
