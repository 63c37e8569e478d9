import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { accountName, email, password } from '@/core/contract/account';
import { refuse } from '@/core/contract/refusal';
import { lookAtLink, redeemLink } from '../auth/links';
import { isSecure } from '../auth/visitor';
import type { Env } from '../env';
import { type AccountRoute, done, notDone, setCookies } from './accountRoute';
import { json } from './reply';
import { refused } from './visit';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A one-time link as it is handed to somebody: the token is a fragment, which no server and no log sees. */
export const linkAddress = (req: IncomingMessage, env: Env, secret: string): string =>
  addressFor(req, env, `/link#${secret}`);

/** The whole address of a path here: the public one, else the one this visitor came by. */
export function addressFor(req: IncomingMessage, { publicUrl, trustProxy }: Env, path: string): string {
  const scheme = isSecure(req, trustProxy) ? 'https' : 'http';
  return `${publicUrl ?? `${scheme}://${req.headers.host ?? 'localhost'}`}${path}`;
}

/** What the page behind the link is for; the link stays unused. */
export const look: AccountRoute = async ({ res, fields, net }, { db, limits }) => {
  const wanted = z.object({ token }).safeParse(fields);
  const purpose = wanted.success ? await lookAtLink(db, wanted.data.token, Date.now()) : null;
  if (!purpose) return refused(res, (await limits.wrongLink(net)) ?? refuse('linkGone'));
  json(res, 200, { email: purpose.email, role: purpose.role, known: purpose.account !== null });
};

const useBody = z.object({ token, email: email.optional(), name: accountName.optional(), password });

/** Uses the link up and signs in. */
export const use: AccountRoute = async (call, parts) => {
  const { db, limits, accounts } = parts;
  const wanted = useBody.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse(reasonFor(wanted.error)), '/link');
  const { token: secret, password: chosen, email: given = null, name } = wanted.data;
  const names = { email: given, name: name ?? null };
  const account = await redeemLink(db, { token: secret, password: chosen, ...names }, Date.now());
  if (!account) return refused(call.res, (await limits.wrongLink(call.net)) ?? refuse('linkGone'));
  accounts.tellEnded(account.accountId);
  const from = { net: call.net, userAgent: call.req.headers['user-agent'] ?? '' };
  await limits.signIn.right(account.email, call.net);
  const answer = await accounts.signIn(account.email, chosen, from);
  if (!answer.ok) return notDone(call, answer.refusal, '/sign-in');
  setCookies(call, parts, answer.cookies);
  done(call, '/facilitate');
};

const reasonFor = ({ issues }: z.ZodError) => {
  const field = issues[0]?.path[0];
  return field === 'password' ? 'weakPassword' : field === 'token' ? 'linkGone' : 'invalid';
};
