import type { Mode } from './ids';
import type { PolicyName } from './policy';
import type { Scenario } from './scenario';

/** What can be asked of the simulated world on the what-if page (X4), and what is answered. */

/** The mission of N ordinary colleagues with one request each; every other mission is a scenario by its slug. */
export const colleagues = 'colleagues';

/** What can be swept. Its unit and range depend on the kind of mission (core/whatIf/parameters). */
export const parameterNames = ['requests', 'check', 'connects', 'depth', 'interruption', 'length'] as const;
export type ParameterName = (typeof parameterNames)[number];
export type Settings = Record<ParameterName, number>;

/** What curves can show: measures of section M, and the share of runs in which everything was answered. */
export const studyMeasures = [
  'completionTime',
  'finished',
  'firstAnswer',
  'deskDone',
  'personTime',
  'blockedTime',
  'timeLostToOthers',
] as const;
export type StudyMeasure = (typeof studyMeasures)[number];

/** Who plays: two thirds who have played before and a third who have not, or only one of the two kinds. */
export const playerKinds = ['mix', 'practised', 'novice'] as const;
export type PlayerKind = (typeof playerKinds)[number];

/** Replications of each curve at each value, when the picture is done. */
export const replicationSteps = [100, 400, 1_000] as const;

/** What is asked: a mission, who plays it how, and what is changed. Settings left out have their usual value. */
export interface Question {
  /** `colleagues`, or the slug of a scenario. */
  scenario: string;
  policies: PolicyName[];
  players: PlayerKind;
  measure: StudyMeasure;
  sweep: ParameterName;
  /** A second parameter: one picture for each of a few of its values. */
  by: ParameterName | null;
  settings: Partial<Settings>;
  replications: (typeof replicationSteps)[number];
  seed: string;
}

/** A mission as the simulation needs it: the one made from settings, or a scenario. */
export type StudyMission = { kind: 'colleagues' } | { kind: 'scenario'; scenario: Scenario };

/** Somebody's own runs, or the middle of a group's, beside the curves. */
export interface StudyPoint {
  mode: Mode;
  whose: 'own' | 'group';
  values: Partial<Record<StudyMeasure, number | null>>;
}
