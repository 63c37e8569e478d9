import { type AccountRole, accountRole } from '@/core/contract/account';
import type { Prisma } from '@/prisma/generated/client';
import { type AccountRecord, accountFrom, accountRow, passwordRow } from './accounts';
import { auditRow } from './audit';
import type { Database } from './database';

export interface NewLink {
  tokenHash: string;
  /** Null: whoever opens it says. */
  email: string | null;
  /** Null leaves an existing account what it is, and makes a new one a facilitator. */
  role: AccountRole | null;
  madeBy: string;
  now: number;
  expiresAt: number;
}

/** What a link that still works will do. */
export interface LinkPurpose {
  email: string | null;
  role: AccountRole;
  /** The account that gets a new password; null: one is made. */
  account: AccountRecord | null;
}

/** Stores the link; an earlier one for the same address no longer works. */
export async function addLink(db: Database, link: NewLink): Promise<void> {
  const { tokenHash, email, role, madeBy, now, expiresAt } = link;
  await db.write((client) =>
    client.$transaction(async (tx) => {
      await tx.oneTimeLink.deleteMany({ where: { OR: [{ email }, { expiresAt: { lt: now } }] } });
      await tx.oneTimeLink.create({ data: { tokenHash, email, role, madeBy, createdAt: now, expiresAt } });
      const target = email ? (await tx.account.findUnique({ where: { email } }))?.id : null;
      await auditRow(tx, {
        at: now,
        actor: madeBy,
        action: 'linkMade',
        target: target ?? null,
        detail: email,
      });
    }),
  );
}

/** Null for a link that is unknown, used, replaced or expired, and for one whose account is deactivated. */
export async function linkPurpose(db: Database, tokenHash: string, now: number): Promise<LinkPurpose | null> {
  return db.read((client) => purposeRow(client, tokenHash, now));
}

async function purposeRow(
  tx: Prisma.TransactionClient,
  tokenHash: string,
  now: number,
): Promise<LinkPurpose | null> {
  const link = await tx.oneTimeLink.findUnique({ where: { tokenHash } });
  if (!link || link.expiresAt <= now) return null;
  const row = link.email === null ? null : await tx.account.findUnique({ where: { email: link.email } });
  if (row && row.deactivatedAt !== null) return null;
  const account = row && accountFrom(row);
  const role = link.role === null ? null : accountRole.parse(link.role);
  return { email: link.email, role: role ?? account?.role ?? 'facilitator', account };
}

export interface LinkUse {
  tokenHash: string;
  /** For an account that is made. */
  accountId: string;
  email: string | null;
  name: string;
  passwordHash: string;
  now: number;
}

/**
 * Uses the link up: the account is made, or gets the password and is signed out everywhere. Null where the link does not
 * work, and where it is for no address in particular and none or somebody's is given: then it still works.
 */
export async function takeLink(db: Database, use: LinkUse): Promise<AccountRecord | null> {
  return db.write((client) =>
    client.$transaction(async (tx) => {
      const purpose = await purposeRow(tx, use.tokenHash, use.now);
      const email = purpose?.email ?? use.email;
      if (!purpose || email === null) return null;
      const taken = purpose.account === null && (await tx.account.findUnique({ where: { email } })) !== null;
      if (taken) return null;
      await tx.oneTimeLink.delete({ where: { tokenHash: use.tokenHash } });
      if (purpose.account) await resetRow(tx, purpose.account, purpose.role, use);
      else await createdRow(tx, { ...use, email, role: purpose.role });
      return accountFrom(await tx.account.findUniqueOrThrow({ where: { email } }));
    }),
  );
}

async function createdRow(
  tx: Prisma.TransactionClient,
  use: LinkUse & { email: string; role: AccountRole },
): Promise<void> {
  const { accountId, now, role } = use;
  await accountRow(tx, use);
  await auditRow(tx, {
    at: now,
    actor: accountId,
    action: 'accountCreated',
    target: accountId,
    detail: role,
  });
}

async function resetRow(
  tx: Prisma.TransactionClient,
  { accountId, role: before }: AccountRecord,
  role: AccountRole,
  { passwordHash, now }: LinkUse,
): Promise<void> {
  const at = new Date(now);
  const deed = { at: now, actor: accountId, target: accountId };
  await passwordRow(tx, accountId, passwordHash, at);
  await tx.authSession.deleteMany({ where: { accountId } });
  await auditRow(tx, { ...deed, action: 'passwordReset' });
  if (role === before) return;
  await tx.account.update({ where: { id: accountId }, data: { role, updatedAt: at } });
  await auditRow(tx, { ...deed, action: 'roleChanged', detail: role });
}
