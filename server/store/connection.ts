import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';

export interface Statement {
  sql: string;
  args: readonly unknown[];
}

/** Milliseconds a statement waits for another process that is writing (a backup, a command-line tool). */
const busyMs = 5_000;
const untyped = { scalarType: 'unknown', arity: 'scalar' } as const;
const info = { provider: 'sqlite', adapterName: '@prisma/adapter-better-sqlite3' } as const;

/**
 * One connection to the file. better-sqlite3 stands at `synchronous=NORMAL` in WAL mode unless told otherwise, so a
 * committed row could be lost with the machine's power: every connection is set to FULL here and nowhere else is one
 * opened. `factory` hands this very connection to a Prisma client.
 */
export class Connection {
  readonly #base: SqlDriverAdapter;
  readonly factory: SqlDriverAdapterFactory;

  private constructor(base: SqlDriverAdapter) {
    this.#base = base;
    this.factory = { ...info, connect: async () => this.#adapter() };
  }

  /** `write` creates an absent file. `read` sees what is committed and cannot write. */
  static async open(file: string, purpose: 'write' | 'read'): Promise<Connection> {
    const base = await new PrismaBetterSqlite3({ url: file, timeout: busyMs }).connect();
    try {
      await base.executeScript(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
      );
      if (purpose === 'read') await base.executeScript('PRAGMA query_only = ON;');
    } catch (error) {
      await base.dispose();
      throw error;
    }
    return new Connection(base);
  }

  /** Looks into an existing file, whoever uses it, and leaves it exactly as it is. */
  static async inspect<T>(file: string, look: (connection: Connection) => Promise<T>): Promise<T> {
    const base = await new PrismaBetterSqlite3({
      url: file,
      timeout: busyMs,
      readonly: true,
      fileMustExist: true,
    }).connect();
    try {
      return await look(new Connection(base));
    } finally {
      await base.dispose();
    }
  }

  /** Runs the statements in one transaction: all of them are durable when it resolves, none when it rejects. */
  async transact(statements: readonly Statement[]): Promise<void> {
    const [only] = statements;
    // A statement by itself is a transaction by itself, at a third of the calls.
    if (only && statements.length === 1) return this.#run(only);
    await this.#run({ sql: 'BEGIN IMMEDIATE', args: [] });
    try {
      for (const statement of statements) await this.#run(statement);
      await this.#run({ sql: 'COMMIT', args: [] });
    } catch (error) {
      await this.#abandon();
      throw error;
    }
  }

  async rows(sql: string, args: readonly unknown[] = []): Promise<unknown[][]> {
    return (await this.#base.queryRaw({ sql, args: [...args], argTypes: args.map(() => untyped) })).rows;
  }

  async script(sql: string): Promise<void> {
    await this.#base.executeScript(sql);
  }

  async close(): Promise<void> {
    await this.#base.dispose();
  }

  async #run({ sql, args }: Statement): Promise<void> {
    await this.#base.executeRaw({ sql, args: [...args], argTypes: args.map(() => untyped) });
  }

  /** SQLite has already rolled back after some errors (a full disk); then there is nothing to abandon. */
  async #abandon(): Promise<void> {
    await this.#run({ sql: 'ROLLBACK', args: [] }).catch(() => undefined);
  }

  /**
   * The adapter for a Prisma client. Its own `startTransaction` keeps a lock for ever when BEGIN or COMMIT fails, so a
   * full disk would hang every later write; this one leaves no transaction behind. Callers take turns (Database.write).
   */
  #adapter(): SqlDriverAdapter {
    const base = this.#base;
    const queries = {
      ...info,
      queryRaw: (query: Parameters<SqlDriverAdapter['queryRaw']>[0]) => base.queryRaw(query),
      executeRaw: (query: Parameters<SqlDriverAdapter['executeRaw']>[0]) => base.executeRaw(query),
    };
    const transaction: Transaction = {
      ...queries,
      options: { usePhantomQuery: false },
      commit: async () => undefined,
      rollback: () => this.#abandon(),
    };
    return {
      ...queries,
      executeScript: (script) => base.executeScript(script),
      startTransaction: async () => {
        await this.#run({ sql: 'BEGIN IMMEDIATE', args: [] });
        return transaction;
      },
      dispose: async () => undefined,
    };
  }
}
