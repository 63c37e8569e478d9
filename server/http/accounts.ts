import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '@/core/contract/refusal';
import { fromOwnPages } from '../auth/origin';
import { addressOf, netOf } from '../auth/visitor';
import type { AccountParts, AccountRoute } from './accountRoute';
import { changeUser, invite, reset } from './admin';
import { look, use } from './links';
import { BodyTooLarge, problem, readFields } from './reply';
import { createSession, inviteHelper, screenLink } from './sessions';
import { changePassword, signIn, signOut, signOutEverywhere, signOutOne, signOutOthers } from './signIn';

/** Every address that concerns accounts; tests go through all of them. */
export const accountRoutes: Record<string, AccountRoute> = {
  '/api/account/sign-in': signIn,
  '/api/account/sign-out': signOut,
  '/api/account/sign-out-everywhere': signOutEverywhere,
  '/api/account/sign-out-others': signOutOthers,
  '/api/account/sign-out-one': signOutOne,
  '/api/account/password': changePassword,
  '/api/link/look': look,
  '/api/link/use': use,
  '/api/admin/invite': invite,
  '/api/admin/reset': reset,
  '/api/admin/user': changeUser,
  '/api/sessions': createSession,
  '/api/sessions/screen': screenLink,
  '/api/sessions/helper': inviteHelper,
};

/** Answers the POST routes of accounts; false where the request is for somebody else. */
export async function answerAccounts(
  req: IncomingMessage,
  res: ServerResponse,
  parts: AccountParts,
): Promise<boolean> {
  const route = accountRoutes[(req.url ?? '').split('?')[0] ?? ''];
  if (!route) return false;
  if (req.method !== 'POST') {
    res.setHeader('allow', 'POST');
    problem(res, 405, refuse('invalid'));
  } else if (!fromOwnPages(req, parts.env.publicUrl)) problem(res, 403, refuse('notPossible'));
  else await answer(route, req, res, parts);
  return true;
}

async function answer(
  route: AccountRoute,
  req: IncomingMessage,
  res: ServerResponse,
  parts: AccountParts,
): Promise<void> {
  try {
    const fields = await readFields(req);
    const me = await parts.accounts.current(req.headers.cookie);
    await route({ req, res, fields, me, net: netOf(addressOf(req, parts.env.trustProxy)) }, parts);
  } catch (error) {
    if (error instanceof BodyTooLarge) return problem(res, 413, refuse('tooLarge'));
    parts.report('a request failed', error);
    problem(res, 503, refuse('unsaved'));
  }
}
