import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { passwordLength } from '@/core/contract/account';
import { accountById } from '../store/accounts';
import { authClient } from '../store/authClient';
import type { Database } from '../store/database';

const signInDays = 30;

/**
 * The library that keeps sign-ins. Only its functions are used, none of its addresses are served; nobody signs up
 * through it. Its own limiter is off: it counts by address, which a class shares (./limits counts by account).
 */
export function createLibrary(db: Database, secret: string) {
  return betterAuth({
    secret,
    // It asks for one at the start and uses it for links in mails, of which there are none.
    baseURL: 'http://localhost',
    database: prismaAdapter(authClient(db), { provider: 'sqlite', transaction: false }),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: 'account',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        deactivatedAt: { type: 'number', required: false, input: false },
      },
    },
    session: {
      modelName: 'authSession',
      fields: { userId: 'accountId' },
      expiresIn: signInDays * 86_400,
      disableSessionRefresh: true,
    },
    account: { modelName: 'credential', fields: { userId: 'accountId', accountId: 'providerAccountId' } },
    advanced: {
      cookiePrefix: 'meanwhile',
      // Whether a visitor came over https differs from request to request: the route adds Secure (server/http).
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      // No sign-in for a deactivated account; the answer is the one for a wrong password.
      session: { create: { before: ({ userId }) => isActive(db, userId) } },
    },
  });
}
export type Library = ReturnType<typeof createLibrary>;

async function isActive(db: Database, accountId: string): Promise<boolean> {
  const account = await accountById(db, accountId);
  return account !== null && account.deactivatedAt === null;
}
