import { hashPassword, makeSignature } from 'better-auth/crypto';
import type { AccountRole } from '@/core/contract/account';
import { createLibrary } from '@/server/auth/library';
import { makeLink } from '@/server/auth/links';
import { hashToken, newRowId } from '@/server/auth/token';
import { takeLink } from '@/server/store/oneTimeLinks';
import { authSecret } from './authSecret';
import type { LiveServer } from './liveServer';

export const goodPassword = 'correct horse battery';

/** Somebody with an account and a browser. */
export interface Person {
  email: string;
  accountId: string;
  cookie: string;
}

/** The cookies of an answer, as a browser would send them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

let hashed: Promise<string> | undefined;

/** An account made by a one-time link, with the good password. That is hashed once: it is slow on purpose, and the same for all. */
export async function person(server: LiveServer, email: string, role: AccountRole): Promise<Person> {
  const now = Date.now();
  const token = await makeLink(server.db, { email, role, madeBy: 'operator' }, now);
  hashed ??= hashPassword(goodPassword);
  const named = { email, name: email.split('@')[0] ?? email, accountId: newRowId() };
  const use = { ...named, tokenHash: hashToken(token), passwordHash: await hashed, now };
  const account = await takeLink(server.db, use);
  if (!account) throw new Error(`no account for ${email}`);
  return { email, accountId: account.accountId, cookie: await signedIn(server, account.accountId) };
}

/** The cookie of a new sign-in, as the library makes it once a password was right. */
async function signedIn(server: LiveServer, accountId: string): Promise<string> {
  const { internalAdapter, authCookies, secret } = await createLibrary(server.db, authSecret).$context;
  const { token } = await internalAdapter.createSession(accountId);
  const signed = `${token}.${await makeSignature(token, secret)}`;
  return `${authCookies.sessionToken.name}=${encodeURIComponent(signed)}`;
}

export const signIn = (server: LiveServer, email: string, password = goodPassword): Promise<Response> =>
  server.post('/api/account/sign-in', { email, password });
