import { z } from 'zod';
import { email, password, passwordLength } from '@/core/contract/account';
import { refuse } from '@/core/contract/refusal';
import { type AccountRoute, done, forAccount, notDone, setCookies } from './accountRoute';

const typed = z.string().max(passwordLength.max);
/** A page of ours to go to after signing in; never another server's. */
const ownPath = z
  .string()
  .regex(/^\/[\w/-]*$/)
  .refine((path) => !path.startsWith('//'))
  .catch('/facilitate');
const signInBody = z.object({ email, password: typed, to: ownPath.default('/facilitate') });

export const signIn: AccountRoute = async (call, parts) => {
  const wanted = signInBody.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('wrongSignIn'), '/sign-in');
  const from = { net: call.net, userAgent: call.req.headers['user-agent'] ?? '' };
  const answer = await parts.accounts.signIn(wanted.data.email, wanted.data.password, from);
  if (!answer.ok) return notDone(call, answer.refusal, '/sign-in');
  setCookies(call, parts, answer.cookies);
  done(call, wanted.data.to);
};

export const signOut: AccountRoute = async (call, parts) => {
  setCookies(call, parts, await parts.accounts.signOut(call.req.headers.cookie));
  done(call, '/sign-in');
};

export const signOutEverywhere = forAccount('account.change', async (call, parts) => {
  await parts.accounts.endSignIns(call.me, 'all');
  setCookies(call, parts, await parts.accounts.signOut(call.req.headers.cookie));
  done(call, '/sign-in');
});

export const signOutOthers = forAccount('account.change', async (call, { accounts }) => {
  await accounts.endSignIns(call.me, 'others');
  done(call, '/account');
});

/** One browser of one's own; somebody else's is as one that is not there. */
export const signOutOne = forAccount('account.change', async (call, { accounts }) => {
  const wanted = z.object({ signIn: z.string().min(1).max(64) }).safeParse(call.fields);
  const ended = wanted.success ? await accounts.endSignIns(call.me, { only: wanted.data.signIn }) : 0;
  if (ended === 0) return notDone(call, refuse('unknown'), '/account');
  done(call, '/account');
});

const passwordBody = z.object({ current: typed, next: password });
export const changePassword = forAccount('account.change', async (call, parts) => {
  const wanted = passwordBody.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('weakPassword'), '/account');
  const { headers } = call.req;
  const from = { net: call.net, cookie: headers.cookie ?? '', userAgent: headers['user-agent'] ?? '' };
  const answer = await parts.accounts.changePassword(call.me, wanted.data, from);
  if (!answer.ok) return notDone(call, answer.refusal, '/account');
  setCookies(call, parts, answer.cookies);
  done(call, '/account?done=password');
});
