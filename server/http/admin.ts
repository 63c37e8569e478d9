import { z } from 'zod';
import { accountRole, email } from '@/core/contract/account';
import { rowId } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { makeLink } from '../auth/links';
import { accountById } from '../store/accounts';
import { done, forAccount, notDone } from './accountRoute';
import { linkAddress } from './links';
import { json } from './reply';

const inviteBody = z.object({ email, role: accountRole });

/** A link for somebody new, or a new one for somebody who lost theirs: answered once, stored as a hash. */
export const invite = forAccount('users.invite', async (call, { db, env }) => {
  const wanted = inviteBody.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('invalid'), '/admin');
  const token = await makeLink(db, { ...wanted.data, madeBy: call.me.accountId }, Date.now());
  json(call.res, 201, { link: linkAddress(call.req, env, token), email: wanted.data.email });
});

/** A link that gives an account a new password and leaves it what it is. */
export const reset = forAccount('users.invite', async (call, { db, env }) => {
  const wanted = z.object({ account: rowId }).safeParse(call.fields);
  const account = wanted.success ? await accountById(db, wanted.data.account) : null;
  if (!account || account.deactivatedAt !== null) return notDone(call, refuse('unknown'), '/admin');
  const order = { email: account.email, role: null, madeBy: call.me.accountId };
  const token = await makeLink(db, order, Date.now());
  json(call.res, 201, { link: linkAddress(call.req, env, token), email: account.email });
});

const changeBody = z.union([
  z.object({ account: rowId, role: accountRole }),
  z.object({ account: rowId, active: z.enum(['yes', 'no']).transform((v) => v === 'yes') }),
]);

export const changeUser = forAccount('users.change', async (call, { accounts }) => {
  const wanted = changeBody.safeParse(call.fields);
  if (!wanted.success) return notDone(call, refuse('invalid'), '/admin');
  const { account, ...change } = wanted.data;
  const no = await accounts.change(call.me, account, change);
  if (no) return notDone(call, no, '/admin');
  done(call, '/admin');
});
