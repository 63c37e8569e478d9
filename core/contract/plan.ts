import { z } from 'zod';
import type { Mode } from './ids';
import { type MeasureName, measureNames } from './measures';

/** Which modes a participant plays and in which order. */
export const plans = ['mail', 'call', 'free', 'mailThenCall', 'callThenMail'] as const;
export const planSchema = z.enum(plans);
export type Plan = (typeof plans)[number];
/** What a player may ask for: a plan, or to have the order of the two modes drawn. */
export const planChoiceSchema = z.enum([...plans, 'chance']);
export type PlanChoice = z.infer<typeof planChoiceSchema>;

const modes: Record<Plan, readonly Mode[]> = {
  mail: ['mail'],
  call: ['call'],
  free: ['free'],
  mailThenCall: ['mail', 'call'],
  callThenMail: ['call', 'mail'],
};
/** The modes of a plan's runs, in order; a practice is not one of them. */
export const modesOf = (plan: Plan): readonly Mode[] => modes[plan];

/**
 * What a player expects before the second run: of each measure, in which mode it will be higher, and by how much (in the measure's
 * own unit: simulated ms, cards, shares). `by` is null for `same`, or where no amount was given.
 */
export const predictionSchema = z
  .array(
    z.strictObject({
      measure: z.enum(measureNames),
      higherIn: z.enum(['mail', 'call', 'same']),
      by: z.number().min(0).max(1e9).nullable(),
    }),
  )
  .max(measureNames.length);
export type Prediction = z.infer<typeof predictionSchema>;

/** Measures a player is asked about: what they can picture before they have played the other mode. */
export const predicted = [
  'completionTime',
  'firstAnswer',
  'deskDone',
  'blockedTime',
] as const satisfies readonly MeasureName[];

/** Which run of its plan a run is: `k` of `n`, from 1; 0 is the practice before them. */
export interface RunPlace {
  k: number;
  n: number;
}

/**
 * Where somebody stands in their plan: in the practice, in run `k` of `n`, before run `k` of `n` (the one before has ended, and the
 * prediction is asked for), or past the last run. `k` counts from 1; a run that has ended without a next one is `ended`.
 */
export type PlanStep =
  | { at: 'practice' }
  | { at: 'run'; k: number; n: number }
  | { at: 'predict'; k: number; n: number }
  | { at: 'ended' };
