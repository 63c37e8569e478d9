import type { Member, Mode } from './ids';
import type { Plan } from './plan';
import type { SessionPhase, SessionSettings } from './session';

/** What the facilitators of a session see. */
export interface BoardView {
  sessionId: string;
  title: string;
  code: string | null;
  phase: SessionPhase;
  paused: boolean;
  locked: boolean;
  revealed: boolean;
  startedAt: number | null;
  endedAt: number | null;
  settings: SessionSettings;
  scenario: BoardScenario;
  rows: BoardRow[];
  /** Requests in flight in the whole room over time; one sample every few seconds. */
  flight: FlightSample[];
  /** The latest controls, the newest first. */
  log: BoardLogEntry[];
}

export interface BoardScenario {
  slug: string;
  title: string;
  recipients: { id: string; name: string }[];
  /** Authored mails that can be brought in at once. */
  items: { id: string; from: string; subject: string }[];
}

/** One team. */
export interface BoardRow {
  teamId: string;
  /** Number of the team in the order of joining, from 1. */
  number: number;
  arm: Plan;
  members: BoardMember[];
  run: BoardRun | null;
  /** Runs of the plan that have ended, and how many there are. */
  ended: number;
  runs: number;
  dropped: boolean;
}

export interface BoardMember {
  participantId: string;
  member: Member;
  name: string | null;
  present: boolean;
  late: boolean;
  removed: boolean;
  bot: boolean;
}

/** The run a team is in now. Times in simulated ms where not said otherwise. */
export interface BoardRun {
  runId: string;
  practice: boolean;
  mode: Mode;
  state: 'ready' | 'running' | 'paused' | 'ended';
  simMs: number;
  rate: number;
  /** Wall ms at which `simMs` was so. */
  at: number;
  lengthMs: number;
  solved: number;
  required: number;
  /** Requests asked and neither answered nor given up. */
  inFlight: number;
  /** Since when a member has been on the phone. */
  blockedSince: number | null;
  /** Wall ms of the last thing a member did. */
  lastDeedAt: number | null;
  /** Nothing was done for so long while there was something to do. */
  stuck: boolean;
}

export interface FlightSample {
  /** Wall ms. */
  at: number;
  inFlight: number;
}

export interface BoardLogEntry {
  seq: number;
  at: number;
  by: string;
  what: string;
  done: number | null;
  skipped: number | null;
  failed: number | null;
}

/** What changed on the board: everything but rows, and the rows that are not what they were. */
export interface BoardChange {
  head: Omit<BoardView, 'rows' | 'flight' | 'settings' | 'scenario'>;
  rows: BoardRow[];
  /** New samples; those from before the server took the session over may come after later ones. */
  flight: FlightSample[];
}
