import { type AccountRole, accountRole } from '@/core/contract/account';
import type { Prisma } from '@/prisma/generated/client';
import { auditRow } from './audit';
import type { Database } from './database';

export interface AccountRecord {
  accountId: string;
  email: string;
  name: string;
  role: AccountRole;
  /** Wall ms; null while the account may sign in. */
  deactivatedAt: number | null;
  createdAt: number;
}
type Row = Prisma.AccountGetPayload<object>;

export const accountFrom = (row: Row): AccountRecord => ({
  accountId: row.id,
  email: row.email,
  name: row.name,
  role: accountRole.parse(row.role),
  deactivatedAt: row.deactivatedAt,
  createdAt: row.createdAt.getTime(),
});

export async function accountByEmail(db: Database, email: string): Promise<AccountRecord | null> {
  const row = await db.read((client) => client.account.findUnique({ where: { email } }));
  return row && accountFrom(row);
}

export async function accountById(db: Database, accountId: string): Promise<AccountRecord | null> {
  const row = await db.read((client) => client.account.findUnique({ where: { id: accountId } }));
  return row && accountFrom(row);
}

/** All accounts by address. */
export async function listAccounts(db: Database): Promise<AccountRecord[]> {
  const rows = await db.read((client) => client.account.findMany({ orderBy: { email: 'asc' } }));
  return rows.map(accountFrom);
}

const activeAdmins = { role: 'admin', deactivatedAt: null } as const;
export const hasAdmin = async (db: Database): Promise<boolean> =>
  (await db.read((client) => client.account.count({ where: activeAdmins }))) > 0;

export interface NewAccount {
  accountId: string;
  email: string;
  name: string;
  role: AccountRole;
  passwordHash: string;
  now: number;
}

/** Within a transaction: the account with its password. */
export async function accountRow(tx: Prisma.TransactionClient, account: NewAccount): Promise<void> {
  const { accountId, email, name, role, passwordHash } = account;
  const at = new Date(account.now);
  await tx.account.create({
    data: { id: accountId, email, name, role, emailVerified: true, createdAt: at, updatedAt: at },
  });
  await passwordRow(tx, accountId, passwordHash, at);
}

/** Within a transaction: the one password of an account. */
export async function passwordRow(
  tx: Prisma.TransactionClient,
  accountId: string,
  password: string,
  at: Date,
): Promise<void> {
  const key = { providerId: 'credential', providerAccountId: accountId };
  await tx.credential.upsert({
    where: { providerId_providerAccountId: key },
    create: { ...key, id: accountId, accountId, password, createdAt: at, updatedAt: at },
    update: { password, updatedAt: at },
  });
}

/** What an admin changes of an account. */
export type AccountChange = { role: AccountRole } | { active: boolean };
type Changed = 'done' | 'unknown' | 'lastAdmin';

/**
 * Changes an account and writes it down. Deactivating signs it out everywhere. The last admin who can sign in stays one:
 * nobody could let another in.
 */
export async function changeAccount(
  db: Database,
  accountId: string,
  change: AccountChange,
  by: { actor: string; now: number },
): Promise<Changed> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const row = await tx.account.findUnique({ where: { id: accountId } });
      if (!row) return 'unknown';
      const data = changesOf(row, change, by.now);
      if (!data) return 'done';
      const staysAdmin = (data.role ?? row.role) === 'admin' && !data.deactivatedAt;
      const isOne = row.role === 'admin' && row.deactivatedAt === null;
      if (isOne && !staysAdmin && (await tx.account.count({ where: activeAdmins })) === 1) return 'lastAdmin';
      await tx.account.update({ where: { id: accountId }, data: { ...data, updatedAt: new Date(by.now) } });
      if (data.deactivatedAt) await tx.authSession.deleteMany({ where: { accountId } });
      const deed = { at: by.now, actor: by.actor, target: accountId };
      if ('role' in change) await auditRow(tx, { ...deed, action: 'roleChanged', detail: change.role });
      else await auditRow(tx, { ...deed, action: change.active ? 'activated' : 'deactivated' });
      return 'done';
    }),
  );
}

function changesOf(
  row: Row,
  change: AccountChange,
  now: number,
): { role?: AccountRole; deactivatedAt?: number | null } | null {
  if ('role' in change) return change.role === row.role ? null : { role: change.role };
  if (change.active === (row.deactivatedAt === null)) return null;
  return { deactivatedAt: change.active ? null : now };
}
