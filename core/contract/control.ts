import { z } from 'zod';
import { commandId, nameId, rowId } from './ids';
import { limits } from './limits';
import { botPolicy } from './policy';
import type { Refusal } from './refusal';
import { audience, personName, sessionLimits } from './session';

const message = z.string().trim().min(1).max(sessionLimits.message);

/** Everything a facilitator can do in a session. Each becomes one event of the session's log and then reaches the runs it concerns. */
export const controls = {
  start: z.strictObject({}),
  pause: z.strictObject({ to: audience }),
  resume: z.strictObject({ to: audience }),
  /** `rate`: simulated ms per real ms, for constant clocks. */
  speed: z.strictObject({ to: audience, rate: z.int().min(1).max(3_600) }),
  /** Simulated minutes more for runs that have not ended. */
  extend: z.strictObject({ to: audience, byMin: z.int().min(1).max(1_440) }),
  end: z.strictObject({ to: audience }),
  message: z.strictObject({ to: audience, text: message }),
  /** Words of help, marked as a hint. */
  hint: z.strictObject({ to: audience, text: message }),
  /** A mail from one of the scenario's recipients, there at once. */
  inject: z.strictObject({
    to: audience,
    from: nameId,
    subject: z.string().trim().min(1).max(limits.subject),
    text: z.string().trim().min(1).max(limits.text),
  }),
  /** An authored mail now instead of at its time. */
  trigger: z.strictObject({ to: audience, item: nameId }),
  rename: z.strictObject({ participant: rowId, name: personName }),
  /** To another team that has a place, before either has begun. */
  move: z.strictObject({ participant: rowId, team: rowId }),
  remove: z.strictObject({ participant: rowId }),
  /** Takes out what somebody typed, their name and their answers, and removes them; measures stay (A5). */
  erase: z.strictObject({ participant: rowId }),
  /** So many bots take a seat each, for rehearsal (B5). */
  bots: z.strictObject({ count: z.int().min(1).max(100), policy: botPolicy }),
  lock: z.strictObject({ locked: z.boolean() }),
  reveal: z.strictObject({ revealed: z.boolean() }),
  /** Nobody comes back from this one: all runs end and the session is over. */
  endSession: z.strictObject({}),
} as const;
export type ControlName = keyof typeof controls;
export type ControlBody<K extends ControlName> = z.infer<(typeof controls)[K]>;
export type ControlInput<K extends ControlName> = z.input<(typeof controls)[K]>;
export type Control = { [K in ControlName]: { name: K; body: ControlBody<K> } }[ControlName];

/** The frame a board sends; `body` is parsed by the schema of its name. */
export const controlFrame = z.strictObject({
  commandId,
  name: z.enum(Object.keys(controls) as [ControlName, ...ControlName[]]),
  body: z.unknown(),
});

/** What became of it: for how many runs or people it was done, how many did not need or could not take it, by reason. */
export interface ControlDone {
  done: number;
  /** Runs that were left as they are: already so, already ended, not begun. */
  skipped: number;
  /** Runs that could not store it; it is tried again when they are loaded. */
  failed: number;
}
export type ControlReply = ({ ok: true } & ControlDone) | { ok: false; refusal: Refusal };
