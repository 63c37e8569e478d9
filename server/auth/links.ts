import { hashPassword } from 'better-auth/crypto';
import type { AccountRole } from '@/core/contract/account';
import { type AccountRecord, hasAdmin, listAccounts } from '../store/accounts';
import type { Database } from '../store/database';
import { addLink, linkPurpose, takeLink } from '../store/oneTimeLinks';
import { hashToken, newRowId, newToken } from './token';

const linkMs = 7 * 86_400_000;
/** The person at the server's command line, in the audit log. */
export const operator = 'operator';

export interface LinkOrder {
  /** In lower case; null: whoever opens it says. */
  email: string | null;
  role: AccountRole | null;
  madeBy: string;
}

/** The token of a new one-time link: shown once, stored as a hash. */
export async function makeLink(db: Database, order: LinkOrder, now: number): Promise<string> {
  const token = newToken();
  await addLink(db, { ...order, tokenHash: hashToken(token), now, expiresAt: now + linkMs });
  return token;
}

/** What the page behind a link shows; the link stays unused. */
export const lookAtLink = (db: Database, token: string, now: number) =>
  linkPurpose(db, hashToken(token), now);

/** Makes the account or sets its password; null as in `takeLink`. The link is looked at first: hashing is work. */
export async function redeemLink(
  db: Database,
  use: { token: string; email: string | null; name: string | null; password: string },
  now: number,
): Promise<AccountRecord | null> {
  const purpose = await lookAtLink(db, use.token, now);
  const email = purpose?.email ?? use.email;
  if (!purpose || email === null) return null;
  const passwordHash = await hashPassword(use.password);
  const name = use.name ?? email.split('@')[0] ?? email;
  const accountId = newRowId();
  return takeLink(db, { tokenHash: hashToken(use.token), accountId, email, name, passwordHash, now });
}

/** While nobody could let anybody in: a link for the first admin; null as soon as there is one. */
export async function firstAdminLink(db: Database, now: number): Promise<string | null> {
  if (await hasAdmin(db)) return null;
  return makeLink(db, { email: null, role: 'admin', madeBy: operator }, now);
}

/** The first admin from the environment, if there is no account at all yet. */
export async function firstAdminFrom(
  db: Database,
  { email, password }: { email: string; password: string },
  now: number,
): Promise<boolean> {
  if ((await listAccounts(db)).length > 0) return false;
  const token = await makeLink(db, { email, role: 'admin', madeBy: operator }, now);
  return (await redeemLink(db, { token, email, name: null, password }, now)) !== null;
}
