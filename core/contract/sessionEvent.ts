import { z } from 'zod';
import { member, nameId, rowId } from './ids';
import { planSchema } from './plan';
import { botPolicy } from './policy';
import { audience, sessionSettings } from './session';

const to = audience;
const scenario = z.strictObject({ slug: z.string(), version: z.int() });
/** A document in one version. */
export type ScenarioRef = z.infer<typeof scenario>;

/** Every event a session's log can hold. Times: `at` wall ms; a session has no simulated time. */
export const sessionEvents = {
  'session.opened': z.strictObject({
    settings: sessionSettings,
    scenario,
    /** The mission of the runs after the first; null: the same one. */
    twin: scenario.nullable(),
    /** What is played first to get the feel of it. */
    practice: scenario.nullable(),
    seed: z.string(),
  }),
  /** `slot` is the team's place in the permuted blocks (X2); it decides the arm. */
  'team.made': z.strictObject({ teamId: rowId, slot: z.int().min(0), arm: planSchema }),
  /** The team left before it began: its slot is given to the next one (X2). */
  'team.dropped': z.strictObject({ teamId: rowId }),
  'participant.joined': z.strictObject({
    participantId: rowId,
    teamId: rowId,
    member,
    /** Null once erased (A5). */
    name: z.string().nullable(),
    late: z.boolean(),
    /** SHA-256 of the wording agreed to; null where there was nothing to agree to. */
    consent: z.string().nullable(),
    /** How it plays, where it is no person (B5). */
    bot: botPolicy.optional(),
  }),
  'participant.renamed': z.strictObject({ participantId: rowId, name: z.string().nullable() }),
  'participant.moved': z.strictObject({ participantId: rowId, teamId: rowId, member }),
  'participant.removed': z.strictObject({ participantId: rowId }),
  /** What they typed, their name and their answers were taken out of the logs (A5). */
  'participant.erased': z.strictObject({ participantId: rowId }),
  'participant.answered': z.strictObject({
    participantId: rowId,
    which: z.enum(['before', 'after']),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  'bots.called': z.strictObject({ count: z.int(), policy: botPolicy }),
  'session.started': z.strictObject({}),
  'session.locked': z.strictObject({ locked: z.boolean() }),
  'session.revealed': z.strictObject({ revealed: z.boolean() }),
  'session.ended': z.strictObject({}),
  'runs.paused': z.strictObject({ to }),
  'runs.resumed': z.strictObject({ to }),
  'runs.speed': z.strictObject({ to, rate: z.int() }),
  'runs.extended': z.strictObject({ to, byMin: z.int() }),
  'runs.ended': z.strictObject({ to }),
  'mail.injected': z.strictObject({ to, from: nameId, subject: z.string(), text: z.string() }),
  'mail.triggered': z.strictObject({ to, item: nameId }),
  'message.posted': z.strictObject({ to, kind: z.enum(['message', 'hint']), text: z.string() }),
  /** What became of the control `of`; one that concerns runs is handed on again after a restart while this is missing. */
  'control.done': z.strictObject({
    of: z.int(),
    done: z.int(),
    skipped: z.int(),
    failed: z.int(),
  }),
} as const;

export type SessionEventType = keyof typeof sessionEvents;
export type SessionEventData<T extends SessionEventType> = z.infer<(typeof sessionEvents)[T]>;
/** Who caused it: an account, a participant, or the session itself. */
export type SessionActor = `a:${string}` | `q:${string}` | 'session';
export type NewSessionEvent = {
  [T in SessionEventType]: { type: T; actor: SessionActor; data: SessionEventData<T> };
}[SessionEventType];
/** An event with its place in the session's log. */
export type SessionEvent = NewSessionEvent & {
  seq: number;
  v: number;
  at: number;
  commandId?: string;
  commandHash?: string;
};
export const sessionEventVersion = 1;
