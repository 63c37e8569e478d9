import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from '@/core/contract/refusal';
import type { Accounts, SignedIn } from '../auth/accounts';
import { type Action, may, type Thing, whoOf } from '../auth/may';
import { isSecure } from '../auth/visitor';
import { json, seeOther, wantsJson } from './reply';
import { type ApiParts, refused } from './visit';

export interface AccountParts extends ApiParts {
  accounts: Accounts;
}
/** A POST from our own pages, with its fields and whoever is signed in on that browser. */
export interface Call {
  req: IncomingMessage;
  res: ServerResponse;
  fields: Record<string, unknown>;
  net: string;
  me: SignedIn | null;
}
/** The same by somebody who may do it. */
export interface CallByAccount extends Call {
  me: SignedIn;
}
export type AccountRoute<C = Call> = (call: C, parts: AccountParts) => Promise<void>;

/** Somebody who pressed a button goes to `path`; a program is told where that is. */
export function done({ req, res }: Call, path: string): void {
  if (wantsJson(req)) json(res, 200, { go: path });
  else seeOther(res, path);
}

/** Somebody who pressed a button reads the reason on the page at `path`; a program gets the problem itself. */
export function notDone({ req, res }: Call, refusal: Refusal, path: string): void {
  if (wantsJson(req)) return refused(res, refusal);
  const query = new URLSearchParams({ refused: refusal.code });
  for (const [name, value] of Object.entries(refusal.values ?? {})) query.set(name, String(value));
  seeOther(res, `${path}?${query}`);
}

/** Sets the library's cookies; Secure is added where the visitor came over https. */
export function setCookies({ req, res }: Call, { env }: AccountParts, cookies: readonly string[]): void {
  const more = isSecure(req, env.trustProxy) ? '; Secure' : '';
  res.setHeader(
    'set-cookie',
    cookies.map((cookie) => `${cookie}${more}`),
  );
}

/** A route for whoever may do `action`; `own` for what concerns one's own account. Anybody else: sign in first. */
export function forAccount(action: Action, route: AccountRoute<CallByAccount>): AccountRoute {
  return async (call, parts) => {
    const { me } = call;
    if (!me) return notDone(call, refuse('signInFirst'), '/sign-in');
    const own: Thing = { owners: [me.accountId] };
    if (!may(whoOf(me), action, own)) return notDone(call, refuse('unknown'), '/facilitate');
    await route({ ...call, me }, parts);
  };
}
