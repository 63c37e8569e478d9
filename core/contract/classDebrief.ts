import type { MeasureName, Measures } from './measures';
import type { Plan } from './plan';
import type { Question, SessionPhase, SessionPlan } from './session';

/**
 * A session as its class debrief shows it: no names (it is no leaderboard), and no private fact of any run. Times in
 * simulated ms, shares 0 to 1.
 */
export interface ClassDebrief {
  sessionId: string;
  title: string;
  scenario: { slug: string; title: string; shape: string };
  plan: SessionPlan;
  phase: SessionPhase;
  revealed: boolean;
  /** One seed for the whole room: a story, no evidence (X6). */
  sharedSeed: boolean;
  twin: boolean;
  /** Null: the scene clock ran. */
  rate: number | null;
  arms: ClassArm[];
  /** Runs of under 90 % of their length are marked short, and left out unless the facilitator takes them in (T6). */
  short: { runs: number; included: boolean };
  /** Runs of teams without any person (B5): left out once a person has ended a run, unless the facilitator takes them in. */
  bots: { runs: number; included: boolean };
  measures: ClassMeasure[];
  flow: ClassFlow[];
  predictions: ClassPrediction[];
  answers: ClassAnswers[];
}

/** What became of the teams of one arm. */
export interface ClassArm {
  plan: Plan;
  assigned: number;
  begun: number;
  /** Ended every run of their plan. */
  whole: number;
}

export type ClassMode = 'mail' | 'call' | 'free';

/** One run, as far as the class sees it. */
export interface ClassRun {
  mode: ClassMode;
  /** Which run of the plan, from 1. */
  place: number;
  short: boolean;
  measures: Measures;
  flow: RunFlow;
}

export interface ClassTeam {
  arm: Plan;
  runs: ClassRun[];
}

/** When requests of one run were in flight, and when its participant was on the phone. Half-open, in simMs. */
export interface RunFlow {
  endMs: number;
  inFlight: { from: number; to: number }[];
  blocked: { from: number; to: number }[];
}

/** The mean of a run over time: requests in flight, and the share of people on the phone, at evenly spaced moments. */
export interface ClassFlow {
  mode: ClassMode;
  /** Simulated ms from one moment to the next; the first is at 0. */
  stepMs: number;
  inFlight: number[];
  blocked: number[];
}

/** One group's values of one measure; `null` was not reached (X5) and stands last in quantiles. */
export interface ClassGroup {
  mode: ClassMode;
  values: (number | null)[];
  /** Of those who reached it; null as soon as somebody did not. */
  mean: number | null;
  interval: [number, number] | null;
  quarter: number | null;
  median: number | null;
  threeQuarters: number | null;
}

export interface ClassMeasure {
  measure: MeasureName;
  /** Zero by mail whatever anybody does: shown, never tested (X6). */
  constructed: boolean;
  groups: ClassGroup[];
  /** One line per pair, mail and call of the same team. */
  pairs: { mail: number | null; call: number | null; mailFirst: boolean }[];
  difference: ClassDifference | null;
}

/** Call minus mail. */
export interface ClassDifference {
  /** `paired`: the same teams in both modes. `between`: other teams in each. */
  kind: 'paired' | 'between';
  /** Pairs, or teams in the smaller group. */
  n: number;
  censored: number;
  /** Of the means; null as soon as somebody did not reach it. */
  value: number | null;
  t: [number, number] | null;
  bootstrap: [number, number] | null;
  /** Hodges-Lehmann for pairs: the difference by medians. */
  median: number | null;
  medianInterval: [number, number] | null;
  /** Pairs in which the call run has the smaller, the same, the larger figure. */
  smaller: number;
  same: number;
  larger: number;
  /** AB/BA only: second run minus first, whatever its mode. */
  order: { value: number; interval: [number, number] | null } | null;
  /** AB/BA only: call minus mail with the order taken out. */
  mode: { value: number; interval: [number, number] | null } | null;
}

/** What people expected of one measure: how many in each direction, and how many were right of those it could be told of. */
export interface ClassPrediction {
  measure: MeasureName;
  mail: number;
  same: number;
  call: number;
  right: number;
  judged: number;
}

/** What was answered to one question of a questionnaire; who answered is not told. */
export interface ClassAnswers {
  which: 'before' | 'after';
  question: Question;
  texts: string[];
  numbers: number[];
}
