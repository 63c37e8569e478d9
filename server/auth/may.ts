import type { AccountRole } from '@/core/contract/account';

/**
 * Who may do what, in this one table. Pages, actions, routes and every socket event ask it; what is not named here is
 * nobody's.
 */

/** Somebody at the door, as far as one thing is concerned. */
export type Who =
  | { role: AccountRole; accountId: string }
  | { role: 'participant'; seatId: string }
  | { role: 'spectator'; sessionId: string }
  | { role: 'nobody' };
export type Role = Who['role'];
export const roles = ['admin', 'facilitator', 'participant', 'spectator', 'nobody'] as const satisfies Role[];
/** Who a signed-in account is; null is nobody. */
export const whoOf = (me: { role: AccountRole; accountId: string } | null): Who =>
  me ? { role: me.role, accountId: me.accountId } : { role: 'nobody' };

/** What is acted on: an account is its own owner; a session has its facilitators, seats and screens. */
export interface Thing {
  /** Ids of the accounts it belongs to: owner and co-facilitators. */
  owners?: readonly string[];
  /** Ids of the seats it belongs to, or that sit in it. */
  seats?: readonly string[];
  /** The session it is, or is part of. */
  sessionId?: string;
  /** Whether its owner lets every account of this server have it. */
  shared?: boolean;
}

/** `any`: whatever there is. `own`: what is theirs. `shared`: that, and what others share. */
type Reach = 'any' | 'own' | 'shared';
type Row = Partial<Record<Role, Reach>>;

const account: Row = { admin: 'own', facilitator: 'own' };
const admin: Row = { admin: 'any' };
const owner: Row = { admin: 'own', facilitator: 'own' };
const everyone: Row = {
  admin: 'any',
  facilitator: 'any',
  participant: 'any',
  spectator: 'any',
  nobody: 'any',
};

export const permissions = {
  /** The pages that need no account: landing, scenarios, sign-in, a one-time link. */
  'site.visit': everyone,
  'account.read': account,
  'account.change': account,
  'users.read': admin,
  'users.change': admin,
  'users.invite': admin,
  'audit.read': admin,
  'server.read': admin,
  'sessions.list': { admin: 'any', facilitator: 'any' },
  'scenarios.list': { admin: 'any', facilitator: 'any' },
  /** The whole document, answers and all: for those who make sessions of it, or a fork. */
  'scenario.read': { admin: 'any', facilitator: 'shared' },
  /** A new one: from nothing, from a file, or as a fork of what one may read. */
  'scenario.create': { admin: 'any', facilitator: 'any' },
  /** Its draft, what is published of it, who sees it, and whether it is kept. */
  'scenario.edit': { admin: 'any', facilitator: 'own' },
  /** How a scenario's people behave, to simulate it (what-if page): whoever makes sessions, and who has played it to the end. */
  'scenario.study': { admin: 'any', facilitator: 'any', participant: 'own' },
  'session.create': { admin: 'any', facilitator: 'any' },
  /** The board, the class debrief and everything private that they show. */
  'session.watch': owner,
  'session.control': owner,
  'session.invite': owner,
  'session.export': owner,
  /** What everybody in the room may see. */
  'session.look': { ...owner, participant: 'own', spectator: 'own' },
  /** An admin deletes what nobody owns any more, without looking into it. */
  'session.erase': { admin: 'any', facilitator: 'own' },
  'seat.play': { participant: 'own' },
  'seat.leave': { participant: 'own' },
  'seat.erase': { ...owner, participant: 'own' },
} as const satisfies Record<string, Row>;
export type Action = keyof typeof permissions;

/**
 * Whether `who` may do `action` to `thing`. Leave `thing` out where there is none to choose (a list, something new);
 * null is an absent one, which is answered exactly as somebody else's.
 */
export function may(who: Who, action: Action, thing?: Thing | null): boolean {
  const row: Row = permissions[action];
  const reach = row[who.role];
  if (reach === undefined || thing === null) return false;
  if (reach === 'any' || (reach === 'shared' && thing?.shared === true)) return true;
  return thing !== undefined && isOwn(who, thing);
}

/** The thing, if it is there and `who` may; otherwise null, so that nobody can tell which it was. */
export const allowed = <T extends Thing>(who: Who, action: Action, thing: T | null): T | null =>
  may(who, action, thing) ? thing : null;

function isOwn(who: Who, { owners, seats, sessionId }: Thing): boolean {
  switch (who.role) {
    case 'participant':
      return seats?.includes(who.seatId) ?? false;
    case 'spectator':
      return sessionId !== undefined && sessionId === who.sessionId;
    case 'nobody':
      return false;
    default:
      return owners?.includes(who.accountId) ?? false;
  }
}
