import type { Accounts } from './accounts';

/** The process's accounts for pages: under Next a module is several instances and only `globalThis` is shared. */
const key = Symbol.for('meanwhile.accounts');
type Holder = typeof globalThis & { [key]?: Accounts };

export const shareAccounts = (accounts: Accounts): void => {
  (globalThis as Holder)[key] = accounts;
};

/** Throws when called outside a running server. */
export const sharedAccounts = (): Accounts => {
  const accounts = (globalThis as Holder)[key];
  if (!accounts) throw new Error('No accounts are open in this process.');
  return accounts;
};
