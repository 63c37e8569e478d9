import { z } from 'zod';

/** What an account may be. Participants and spectators have none. */
export const accountRole = z.enum(['admin', 'facilitator']);
export type AccountRole = z.infer<typeof accountRole>;

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** Length is what makes a password strong; the upper limit keeps hashing cheap. */
export const passwordLength = { min: 10, max: 128 } as const;
export const password = z.string().min(passwordLength.min).max(passwordLength.max);
export const accountName = z.string().trim().min(1).max(80);

/** What the audit log knows. */
export const auditActions = [
  'signIn',
  'signInFailed',
  'signInThrottled',
  'signOut',
  'signOutElsewhere',
  'signOutEverywhere',
  'passwordChanged',
  'passwordReset',
  'accountCreated',
  'linkMade',
  'roleChanged',
  'deactivated',
  'activated',
  'sessionHelper',
  'scenarioDeleted',
] as const;
export type AuditAction = (typeof auditActions)[number];
