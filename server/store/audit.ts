import { type AuditAction, auditActions } from '@/core/contract/account';
import type { Prisma } from '@/prisma/generated/client';
import type { Database } from './database';

/** Who did it: an account's id, `operator` for somebody at the server's command line, `nobody` for a stranger. */
export interface Deed {
  at: number;
  actor: string;
  action: AuditAction;
  target?: string | null;
  detail?: string | null;
}
export interface AuditRow extends Required<Deed> {
  id: number;
  /** Addresses of the accounts named, where they still exist. */
  actorEmail: string | null;
  targetEmail: string | null;
}

/** Within a transaction: the deed is written with what was done, or neither is. */
export const auditRow = (tx: Prisma.TransactionClient, { at, actor, action, target, detail }: Deed) =>
  tx.auditEntry.create({ data: { at, actor, action, target: target ?? null, detail: detail ?? null } });

export const audit = async (db: Database, deed: Deed): Promise<void> => {
  await db.write((client) => auditRow(client, deed));
};

/** The newest `limit` deeds before the one with id `before`. */
export async function auditLog(
  db: Database,
  { limit = 100, before = 2 ** 31 - 1 } = {},
): Promise<AuditRow[]> {
  return db.read(async (client) => {
    const where = { id: { lt: before } };
    const rows = await client.auditEntry.findMany({ where, orderBy: { id: 'desc' }, take: limit });
    const ids = rows.flatMap(({ actor, target }) => (target ? [actor, target] : [actor]));
    const found = await client.account.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, email: true },
    });
    const emails = new Map(found.map(({ id, email }) => [id, email]));
    return rows.flatMap((row) => {
      const action = auditActions.find((known) => known === row.action);
      if (!action) return [];
      const targetEmail = emails.get(row.target ?? '') ?? null;
      return [{ ...row, action, actorEmail: emails.get(row.actor) ?? null, targetEmail }];
    });
  });
}

/** Deletes what was done before `before` (wall ms). */
export async function forgetAudit(db: Database, before: number): Promise<number> {
  return db.write(
    async (client) => (await client.auditEntry.deleteMany({ where: { at: { lt: before } } })).count,
  );
}
