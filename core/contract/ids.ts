import { z } from 'zod';

/** A name an author chose inside a scenario: recipient, request, detail, item. */
export const nameId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens, starting with a letter');
/** A scenario's address. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
/** Pages that stand where the pages of scenarios stand: no scenario is made or taken in under such an address, for nobody would reach it. */
export const reservedSlugs: ReadonlySet<string> = new Set(['personas']);
/** An id from a run's own counters: `m12` (mail), `t3` (thread), `l1` (send later), `k2` (call). */
const counted = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9][0-9]{0,6}$`));
export const mailId = counted('m');
export const threadId = counted('t');
/** `c7`: a member's seventh desk card; with the member's name for all but the first, who mostly is alone: `c7p2`. */
export const cardId = z.string().regex(/^c[1-9][0-9]{0,6}(p[1-9][0-9]?)?$/);
export const laterId = counted('l');
export const callId = counted('k');
/** A place in a team. */
export type Member = `p${number}`;
export const member = z
  .string()
  .regex(/^p[1-9][0-9]?$/)
  .transform((s) => s as Member);
const random = () => z.string().regex(/^[0-9A-Za-z_-]{10,40}$/);
/** A random id of a row: run, seat. */
export const rowId = random();
/** Luck as somebody types it (R2): the same text, the same draws. */
export const typedSeed = z.string().trim().min(1).max(64);
/** Chosen by the client, kept over retries: the same commandId has an effect once. */
export const commandId = random();

export type Mode = 'mail' | 'call' | 'free';
export const mode = z.enum(['mail', 'call', 'free']);
