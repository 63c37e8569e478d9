import type { CallEnd, Doing } from './call';
import type { Mode } from './ids';
import type { Measures } from './measures';
import type { PlanStep, Prediction } from './plan';
import type { PromisesView } from './promises';
import type { MailState, MailView, RunView } from './view';

/** What a participant reads about their plan. */
export interface DebriefPage {
  seat: string;
  step: PlanStep;
  /** What was private may be told (P9). */
  revealed: boolean;
  /** Played in a session: the reveal is the facilitator's. */
  inSession: boolean;
  /** The session's questionnaire for afterwards is still to be filled in. */
  owed: boolean;
  /** What the player expected of the second run. */
  prediction: Prediction | null;
  /** The played runs that have ended, in the order of the plan; a practice is none of them. */
  runs: DebriefView[];
  /** The same runs as promises; empty before the reveal. */
  promises: PromisesView[];
}

/** What a participant reads about one ended run: measures and the public timeline, and the reveal once it is open (P9). Times are simulated ms. */
export interface DebriefView {
  runId: string;
  mode: Mode;
  /** Its place among the runs of the plan, from 1. */
  run: number;
  scenario: { slug: string; version: number; title: string; language: string };
  /** Local date and time at simMs 0. */
  start: string;
  lengthMs: number;
  /** When the run ended. */
  endMs: number;
  reason: NonNullable<RunView['ended']>['reason'];
  /** The scene clock, or a constant rate in simulated ms per real ms. */
  clock: { kind: 'scene' } | { kind: 'constant'; rate: number };
  /** Real ms spent writing, reading and with the line taken, pauses left out (T8). */
  felt: { writingMs: number; readingMs: number; talkingMs: number };
  measures: Measures;
  requests: DebriefRequest[];
  /** One per recipient, in the scenario's order. The participant's own lane is always there. */
  lanes: DebriefLane[];
  flights: DebriefFlight[];
  mails: DebriefMail[];
  /** In the order they were dialed or came in. */
  calls: DebriefCall[];
  /** Desk cards in the order they were answered. */
  cards: { simMs: number; correct: boolean }[];
  /** When the participant wrote or read: the scenes of the scene clock. */
  scenes: { from: number; to: number; kind: 'compose' | 'read' }[];
  reveal: Reveal | null;
}

export interface DebriefLane {
  contact: string;
  name: string;
  role: string;
}

export interface DebriefRequest {
  id: string;
  title: string;
  contact: string;
  required: boolean;
  state: 'open' | 'asked' | 'question' | 'answered';
  askedMs: number | null;
  answeredMs: number | null;
  answeredBy: 'mail' | 'call' | null;
  answer: string | null;
}

/** One request in flight: from the first mail that asked until it was settled (A3), `to` null when it never was. */
export interface DebriefFlight {
  request: string;
  title: string;
  contact: string;
  from: number;
  to: number | null;
  /** `rejected`: every mail that asked it bounced. `call`: an answer on the line settled it. */
  end: 'answered' | 'call' | 'rejected' | 'open';
}

/** One call: dialed or rung at `from`, over at `to`. The moments in between are null where it never came to that. */
export interface DebriefCall {
  callId: string;
  contact: string;
  direction: 'out' | 'in';
  from: number;
  to: number;
  end: CallEnd;
  ringMs: number | null;
  heldMs: number | null;
  connectedMs: number | null;
  voicemailMs: number | null;
  messageLeft: boolean;
  /** While it blocked the participant (C3): from dial or accept to the end; null for a call that was not accepted. */
  blocked: { from: number; to: number } | null;
  /** Titles of requests that were spoken of, and of those answered. */
  asked: string[];
  answered: string[];
  /** How long the first question of theirs stayed open on the line; null where none did or it was not answered there. */
  questionMs: number | null;
}

export interface DebriefMail {
  mailId: string;
  contact: string;
  direction: 'out' | 'in';
  kind: MailView['kind'];
  subject: string | null;
  simMs: number;
  state: MailState | null;
  stateMs: number;
  /** When the participant opened it; incoming mail only. */
  openedMs: number | null;
}

/** What each recipient really did and when. Opens with the end of the last run of the plan. */
export interface Reveal {
  seed: string;
  recipients: RevealRow[];
}

export interface RevealRow {
  contact: string;
  /** The persona in words. */
  persona: string;
  /** What kept them from mail; free time is what is left. */
  busy: { from: number; to: number; kind: BusyKind }[];
  /** When they looked at their mail. */
  checks: number[];
  /** When a first call would have found them (C9). */
  reachable: { from: number; to: number }[];
  mails: RevealMail[];
  calls: RevealCall[];
}

/** A call as the recipient met it. */
export interface RevealCall {
  callId: string;
  direction: 'out' | 'in';
  simMs: number;
  doing: Doing;
  /** Why it came to nothing: what they were doing, another caller, not picking up, or not in time; null for a call that connected. */
  missed: 'engaged' | 'line' | 'ignored' | 'tooLate' | 'tooEarly' | 'unobtainable' | null;
  /** Chance to pick up, and the draw of these ten minutes that it was held against; outgoing only. */
  chance: number | null;
  u: number | null;
  /** It took them from their work, which cost them this after the call (C5). */
  lost: { from: number; to: number } | null;
  /** Why they rang; incoming only. */
  why: 'missed' | 'voicemail' | 'look' | 'authored' | null;
  /** When they listened to the message left, and when they meant to ring back. */
  heardMs: number | null;
  callBackMs: number | null;
}

/** `off`: outside their hours; `call`: on the phone with someone else. */
export type BusyKind = 'off' | 'lunch' | 'meeting' | 'away' | 'call';

/** One decision on a mail of the participant's (a mail that asks for two things has two), as its recipient met it. `null` times: it never came to that. */
export interface RevealMail {
  mailId: string;
  /** The request decided on; null while the mail was not read or nothing in it was understood. */
  request: string | null;
  sentMs: number;
  readMs: number | null;
  handledMs: number | null;
  /** What they decided on it; `done` had nothing left to do, `unread` and `bounced` never got that far. */
  verdict: 'answer' | 'clarify' | 'forward' | 'ignore' | 'done' | 'unread' | 'bounced';
  /** Chance to answer when read, and the draw that decided: an answer comes when `u` < `chance`. */
  chance: number | null;
  u: number | null;
  /** Labels of details that were missing. */
  missing: string[];
}
