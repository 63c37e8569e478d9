import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PrismaClient } from '@/prisma/generated/client';
import { Connection } from './connection';
import { asUnavailable } from './failure';
import { LogThread, type Transacting } from './logThread';
import { Turns } from './turns';

/**
 * The embedded database. Two connections: what is read is always committed, and a read never waits. A Prisma client
 * with an adapter has one connection, on which a query outside a transaction would become part of whichever one is
 * open; so writes take turns, and nobody gets hold of the writing client except through `write`.
 */
export class Database {
  readonly #turns = new Turns();
  readonly #reader: PrismaClient;
  readonly #writer: PrismaClient;
  #closed = false;

  private constructor(
    readonly file: string,
    readonly reading: Connection,
    readonly writing: Connection,
    private readonly thread: LogThread | null,
  ) {
    this.#reader = new PrismaClient({ adapter: reading.factory, errorFormat: 'minimal' });
    this.#writer = new PrismaClient({
      adapter: writing.factory,
      errorFormat: 'minimal',
      transactionOptions: patient,
    });
  }

  /**
   * Opens `file`, creating it and its folder if absent. `logThread`: commits of the log wait for the medium in a thread of
   * their own, which a server wants and a tool does not need. Rejects with StoreUnavailable and a sentence.
   */
  static async open(file: string, { logThread = false } = {}): Promise<Database> {
    try {
      await mkdir(path.dirname(file), { recursive: true });
      const writing = await Connection.open(file, 'write');
      const reading = await Connection.open(file, 'read');
      return new Database(file, reading, writing, logThread ? new LogThread(file) : null);
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** Rejects with StoreUnavailable when the medium refuses. A write through this client fails. */
  async read<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return this.#guard(() => work(this.#reader));
  }

  /** One piece of writing at a time. Rejects with StoreUnavailable when the medium refuses; own errors pass. */
  async write<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return this.#turns.take(() => this.#guard(() => work(this.#writer)));
  }

  /** As `write`, with what makes the log durable and its errors as they are: the log has its own answer to each. */
  async append<T>(work: (log: Transacting) => Promise<T>): Promise<T> {
    return this.#turns.take(() => work(this.thread ?? this.writing));
  }

  /** As `write`, with the bare connection and its errors as they are. */
  async writeBare<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#turns.take(() => work(this.writing));
  }

  /** Lets the writes asked for so far finish. Closing twice does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#turns.idle();
    await this.thread?.close();
    await Promise.all([this.#reader.$disconnect(), this.#writer.$disconnect()]);
    await this.reading.close();
    await this.writing.close();
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asUnavailable(error);
    }
  }
}

/** A machine that slept in the middle must not have its transaction timed out. */
const patient = { maxWait: 60_000, timeout: 60_000 };
