import type { AccountRole } from '@/core/contract/account';
import { makeLink } from '@/server/auth/links';
import { accountByEmail } from '@/server/store/accounts';
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

/** An account made by a one-time link, signed in as the link does it. */
export async function person(server: LiveServer, email: string, role: AccountRole): Promise<Person> {
  const token = await makeLink(server.db, { email, role, madeBy: 'operator' }, Date.now());
  const response = await server.post('/api/link/use', { token, password: goodPassword });
  if (response.status !== 200) throw new Error(`no account: ${await response.text()}`);
  const account = await accountByEmail(server.db, email);
  return { email, accountId: account?.accountId ?? '', cookie: cookiesOf(response) };
}

export const signIn = (server: LiveServer, email: string, password = goodPassword): Promise<Response> =>
  server.post('/api/account/sign-in', { email, password });
