import type { Database } from './database';

/** A browser that is signed in, without its token. */
export interface SignIn {
  signInId: string;
  userAgent: string | null;
  createdAt: number;
}

/** Where the account is signed in, the newest first. */
export async function signInsOf(db: Database, accountId: string, now: number): Promise<SignIn[]> {
  const rows = await db.read((client) =>
    client.authSession.findMany({
      where: { accountId, expiresAt: { gt: new Date(now) } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, userAgent: true, createdAt: true },
    }),
  );
  return rows.map(({ id, userAgent, createdAt }) => ({
    signInId: id,
    userAgent,
    createdAt: createdAt.getTime(),
  }));
}

/** Signs the account out of one browser, of all but one, or of all. Returns how many. */
export async function endSignIns(
  db: Database,
  accountId: string,
  which: { only: string } | { except: string } | 'all',
): Promise<number> {
  const id = which === 'all' ? {} : { id: 'only' in which ? which.only : { not: which.except } };
  return db.write(
    async (client) => (await client.authSession.deleteMany({ where: { accountId, ...id } })).count,
  );
}

export async function forgetExpiredSignIns(db: Database, now: number): Promise<number> {
  return db.write(
    async (client) =>
      (await client.authSession.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })).count,
  );
}
