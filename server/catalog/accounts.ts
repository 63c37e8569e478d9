import { type AccountRecord, listAccounts } from '../store/accounts';
import { type AuditRow, auditLog } from '../store/audit';
import { sharedDatabase } from '../store/shared';
import { type SignIn, signInsOf } from '../store/signIns';

/** Where an account is signed in, for its own page. */
export const signInList = (accountId: string): Promise<SignIn[]> =>
  signInsOf(sharedDatabase(), accountId, Date.now());

const entriesPerPage = 50;
export interface AdminPage {
  users: AccountRecord[];
  log: AuditRow[];
  /** What the next page of the log begins before; null at its end. */
  older: number | null;
}

/** What an admin sees: everybody with an account, and one page of the audit log. */
export async function adminPage(before: number | null): Promise<AdminPage> {
  const db = sharedDatabase();
  const page = { limit: entriesPerPage + 1, ...(before !== null && { before }) };
  const [users, found] = await Promise.all([listAccounts(db), auditLog(db, page)]);
  const log = found.slice(0, entriesPerPage);
  return { users, log, older: found.length > entriesPerPage ? (log.at(-1)?.id ?? null) : null };
}
