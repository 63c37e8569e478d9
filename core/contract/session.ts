import { z } from 'zod';
import { rowId, slug } from './ids';
import { type Plan, plans } from './plan';

/**
 * What a session's teams play: one plan for all, or half of the teams one mode each (`halves`, between-subject), or both
 * modes in balanced order (`orders`, AB/BA).
 */
export const sessionPlans = [...plans, 'halves', 'orders'] as const;
export type SessionPlan = (typeof sessionPlans)[number];

/** The arms of a session's plan: the plans its teams are assigned to. */
export function armsOf(plan: SessionPlan): readonly Plan[] {
  if (plan === 'halves') return ['mail', 'call'];
  if (plan === 'orders') return ['mailThenCall', 'callThenMail'];
  return [plan];
}

/** Letters and digits nobody takes for one another. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A session's code as people type it: case, spaces and hyphens do not matter. */
export const sessionCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${codeAlphabet}]{6}$`)));

/** Characters of texts people type about themselves and to each other. */
export const sessionLimits = {
  title: 80,
  name: 40,
  consent: 4_000,
  message: 500,
  reflection: 2_000,
  question: 300,
  questions: 20,
  participants: 1_000,
  teamSize: 8,
} as const;

/** A name without control characters and without space around it; 1 to 40 characters. */
export const personName = z
  .string()
  .max(400)
  .transform((typed) =>
    typed
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(sessionLimits.name));

/** One question of a questionnaire. `scale` goes from 1 to `steps`; `tlx` from 0 to 100 in steps of 5 (NASA-TLX). */
export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    id: slug,
    label: z.string().min(1).max(sessionLimits.question),
  }),
  z.strictObject({
    kind: z.literal('scale'),
    id: slug,
    label: z.string().min(1).max(sessionLimits.question),
    steps: z.int().min(2).max(11),
    low: z.string().max(60),
    high: z.string().max(60),
  }),
  z.strictObject({
    kind: z.literal('tlx'),
    id: z.enum([
      'tlx-mental',
      'tlx-physical',
      'tlx-temporal',
      'tlx-performance',
      'tlx-effort',
      'tlx-frustration',
    ]),
  }),
]);
export type Question = z.infer<typeof questionSchema>;
const questionnaire = z
  .array(questionSchema)
  .max(sessionLimits.questions)
  .refine(
    (list) => new Set(list.map((q) => q.id)).size === list.length,
    'every question needs an id of its own',
  );

/** What a facilitator chooses when opening a session. It never changes afterwards. */
export const sessionSettings = z.strictObject({
  title: z.string().trim().min(1).max(sessionLimits.title),
  plan: z.enum(sessionPlans),
  teamSize: z.int().min(1).max(sessionLimits.teamSize),
  /** How teams of more than one come to be: people choose, or chance does. */
  teamsBy: z.enum(['choice', 'chance']),
  /** The scene clock (solo runs only, T8), or simulated ms per real ms. */
  clock: z.union([z.literal('scene'), z.int().min(1).max(3_600)]),
  /** Simulated minutes of a run; null: what the scenario says. */
  lengthMin: z.int().min(10).max(28_800).nullable(),
  /** An own seed per team (X6), or one for all, for story-telling. */
  seed: z.enum(['own', 'shared']),
  twin: z.boolean(),
  receipts: z.boolean(),
  lateJoin: z.boolean(),
  /** People give a name, or get an alias. */
  names: z.enum(['free', 'alias']),
  practice: z.boolean(),
  predict: z.boolean(),
  /** What people agree to before they play; empty: nothing to agree to. */
  consent: z.string().trim().max(sessionLimits.consent),
  before: questionnaire,
  after: questionnaire,
});
export type SessionSettings = z.infer<typeof sessionSettings>;

/** The scene clock follows one person; what several share runs at a constant rate (T8). */
export const teamRate = 20;
export const clockOf = ({
  clock,
  teamSize,
}: Pick<SessionSettings, 'clock' | 'teamSize'>): SessionSettings['clock'] =>
  clock === 'scene' && teamSize > 1 ? teamRate : clock;

export const sessionPhases = ['lobby', 'open', 'ended'] as const;
export type SessionPhase = (typeof sessionPhases)[number];

/** For whom something is meant: everybody, or some teams. */
export const audience = z.union([z.literal('all'), z.array(rowId).min(1).max(sessionLimits.participants)]);
export type Audience = z.infer<typeof audience>;
