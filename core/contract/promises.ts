import type { Mode } from './ids';

/** One request as a promise: pending from `fromMs`, and what became of it. Times in simMs of its run. */
export interface PromiseRow {
  request: string;
  title: string;
  /** Whom it was first asked of. */
  name: string;
  by: 'mail' | 'call';
  how: 'fulfilled' | 'rejected' | 'pending';
  fromMs: number;
  settledMs: number | null;
  /** When the program takes it up: later than `settledMs` where the participant was on the phone just then. */
  takenUpMs: number | null;
  /** Further mails and reminders. */
  triesMs: number[];
  /** Questions that came back. */
  questionsMs: number[];
}

/** A run as the program that would have made it. */
export interface PromisesView {
  mode: Mode;
  /** Which run of the plan, from 1. */
  run: number;
  /** In the order in which they settled; pending ones last. */
  rows: PromiseRow[];
  /** When the participant was on the phone. */
  blocked: { from: number; to: number }[];
  endMs: number;
  /** Local date and time at simMs 0. */
  start: string;
  code: string;
}
