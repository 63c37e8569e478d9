import { z } from 'zod';
import type { Mode } from './ids';
import { slug } from './ids';
import { policyNames } from './policy';
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

const either = <T extends string>(names: readonly T[]) => z.enum(names as readonly [T, ...T[]]);

export const questionSchema = z.object({
  scenario: z.union([z.literal(colleagues), slug]).default(colleagues),
  policies: z
    .array(either(policyNames))
    .min(1)
    .max(policyNames.length)
    .refine((list) => new Set(list).size === list.length)
    .default(['parallel-mailer', 'serial-caller']),
  players: either(playerKinds).default('mix'),
  measure: either(studyMeasures).default('completionTime'),
  sweep: either(parameterNames).default('requests'),
  /** A second parameter: one picture for each of a few of its values. */
  by: either(parameterNames).nullable().default(null),
  settings: z.partialRecord(either(parameterNames), z.number().min(0).max(28_800)).default({}),
  replications: z.literal(replicationSteps).default(100),
  seed: z.string().min(1).max(64).default('what-if'),
});
/** What is asked: a mission, who plays it how, and what is changed. Settings left out have their usual value. */
export type Question = z.infer<typeof questionSchema>;

/** A mission as the simulation needs it: the one made from settings, or a scenario. */
export type StudyMission = { kind: 'colleagues' } | { kind: 'scenario'; scenario: Scenario };

/** Somebody's own runs, or the middle of a group's, beside the curves. */
export interface StudyPoint {
  mode: Mode;
  whose: 'own' | 'group';
  values: Partial<Record<StudyMeasure, number | null>>;
}
