import { type Refusal, refuse } from '@/core/contract/refusal';
import type { AccountChange, AccountRecord } from '../store/accounts';
import { accountByEmail, accountById, changeAccount } from '../store/accounts';
import { audit } from '../store/audit';
import type { Database } from '../store/database';
import { endSignIns } from '../store/signIns';
import { createLibrary, type Library } from './library';
import type { Limits } from './limits';

/** An account and the browser it is signed in on. */
export interface SignedIn extends AccountRecord {
  signInId: string;
}
/** What changes a sign-in answers with: cookies to set, or why not. */
export type CookiesOr = { ok: true; cookies: string[] } | { ok: false; refusal: Refusal };

export interface AccountsParts {
  db: Database;
  secret: string;
  limits: Limits;
  now?: () => number;
}

const ok = (headers: Headers): CookiesOr => ({ ok: true, cookies: headers.getSetCookie() });
const no = (refusal: Refusal): CookiesOr => ({ ok: false, refusal });

/** Who is signed in, and signing in and out. One per process; pages get it from ./shared. */
export class Accounts {
  readonly #library: Library;
  readonly #ended = new Set<(accountId: string) => void>();
  readonly #now: () => number;

  constructor(private readonly parts: AccountsParts) {
    this.#library = createLibrary(parts.db, parts.secret);
    this.#now = parts.now ?? Date.now;
  }

  /** Who sends these cookies; null for nobody, for a sign-in that has ended and for a deactivated account. */
  async current(cookieHeader: string | null | undefined): Promise<SignedIn | null> {
    if (!cookieHeader) return null;
    const found = await this.#library.api.getSession({ headers: new Headers({ cookie: cookieHeader }) });
    if (!found) return null;
    const account = await accountById(this.parts.db, found.user.id);
    return account && account.deactivatedAt === null ? { ...account, signInId: found.session.id } : null;
  }

  /** Calls `ended` with an account that was signed out somewhere or may do other things than before: its rooms are left. */
  onEnded(ended: (accountId: string) => void): () => void {
    this.#ended.add(ended);
    return () => this.#ended.delete(ended);
  }

  /** An unknown address, a wrong password and a deactivated account get the same answer after the same work. */
  async signIn(
    email: string,
    password: string,
    from: { net: string; userAgent: string },
  ): Promise<CookiesOr> {
    const { db, limits } = this.parts;
    const tooMany = await limits.signIn.tried(email, from.net);
    if (tooMany) {
      await this.#failed(email, 'signInThrottled');
      return no(tooMany);
    }
    const headers = new Headers({ 'user-agent': from.userAgent });
    const signedIn = await this.#library.api
      .signInEmail({ body: { email, password }, headers, returnHeaders: true })
      .catch(asRefused);
    if (!signedIn) {
      await this.#failed(email, 'signInFailed');
      return no(refuse('wrongSignIn'));
    }
    await limits.signIn.right(email, from.net);
    const { id } = signedIn.response.user;
    await audit(db, { at: this.#now(), actor: id, action: 'signIn', target: id });
    return ok(signedIn.headers);
  }

  /** Signs this browser out. Does nothing where nobody is signed in. */
  async signOut(cookieHeader: string | undefined): Promise<string[]> {
    const me = await this.current(cookieHeader);
    const headers = new Headers({ cookie: cookieHeader ?? '' });
    const out = await this.#library.api.signOut({ headers, returnHeaders: true });
    if (me) await this.#left(me, 'signOut');
    return out.headers.getSetCookie();
  }

  /** Signs the account out of one browser of its own, of all others, or of all. Returns how many it was. */
  async endSignIns(me: SignedIn, which: { only: string } | 'others' | 'all'): Promise<number> {
    const { db } = this.parts;
    const ended = await endSignIns(db, me.accountId, which === 'others' ? { except: me.signInId } : which);
    if (ended > 0) await this.#left(me, which === 'all' ? 'signOutEverywhere' : 'signOutElsewhere');
    return ended;
  }

  /** The account's other browsers are signed out; this one gets a new cookie. */
  async changePassword(
    me: SignedIn,
    passwords: { current: string; next: string },
    from: { net: string; cookie: string; userAgent: string },
  ): Promise<CookiesOr> {
    const { limits } = this.parts;
    const tooMany = await limits.signIn.tried(me.email, from.net);
    if (tooMany) return no(tooMany);
    const body = {
      currentPassword: passwords.current,
      newPassword: passwords.next,
      revokeOtherSessions: true,
    };
    const headers = new Headers({ cookie: from.cookie, 'user-agent': from.userAgent });
    const changed = await this.#library.api
      .changePassword({ body, headers, returnHeaders: true })
      .catch(asRefused);
    if (!changed) return no(refuse('wrongPassword'));
    await limits.signIn.right(me.email, from.net);
    await this.#left(me, 'passwordChanged');
    return ok(changed.headers);
  }

  /** What an admin does to an account; null when done. Deactivating ends its sign-ins at once. */
  async change(by: SignedIn, accountId: string, change: AccountChange): Promise<Refusal | null> {
    const done = await changeAccount(this.parts.db, accountId, change, {
      actor: by.accountId,
      now: this.#now(),
    });
    if (done === 'unknown') return refuse('unknown');
    if (done === 'lastAdmin') return refuse('lastAdmin');
    this.tellEnded(accountId);
    return null;
  }

  tellEnded(accountId: string): void {
    for (const ended of this.#ended) ended(accountId);
  }

  async #left(
    me: SignedIn,
    action: 'signOut' | 'signOutElsewhere' | 'signOutEverywhere' | 'passwordChanged',
  ) {
    await audit(this.parts.db, { at: this.#now(), actor: me.accountId, action, target: me.accountId });
    this.tellEnded(me.accountId);
  }

  /** An address without account is not written down: it may be a password typed into the wrong field. */
  async #failed(email: string, action: 'signInFailed' | 'signInThrottled'): Promise<void> {
    const { db } = this.parts;
    const account = await accountByEmail(db, email);
    await audit(db, { at: this.#now(), actor: 'nobody', action, target: account?.accountId ?? null });
  }
}

/** The library refuses by an error with a status; any other error is a fault of ours. */
function asRefused(error: unknown): null {
  if (error instanceof Error && error.name === 'APIError') return null;
  throw error;
}
