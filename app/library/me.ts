import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type Action, may, whoOf } from '@/server/auth/may';
import { sharedAccounts } from '@/server/auth/shared';

/** Whoever is signed in and may do `action`, for a page at `to`; anybody else signs in first, or finds nothing. */
export async function signedIn(to: string, action: Action) {
  const me = await sharedAccounts().current((await headers()).get('cookie'));
  if (!me) redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  if (!may(whoOf(me), action)) notFound();
  const who = { role: me.role, accountId: me.accountId };
  return { name: me.name, admin: may(whoOf(me), 'users.read'), who };
}
