import { setImmediate } from 'node:timers';
import { AppendConflict } from '@/server/session/ports';
import type { Statement } from './connection';
import type { Database } from './database';
import type { EventRow } from './eventRow';
import { asUnavailable, isConstraint, isTaken } from './failure';
import type { Transacting } from './logThread';

/** One call of `append`. `nextDueAt` undefined leaves the run's as it is; `endedAt` is set when the run ends with it. */
export interface Append {
  stream: string;
  runId: string | null;
  rows: readonly EventRow[];
  nextDueAt?: number | null | undefined;
  endedAt?: number | undefined;
}

interface Waiting {
  call: Append;
  settle: (error?: unknown) => void;
}

/** Rows per group: a group this large blocks the event loop for a few tens of milliseconds, not longer. */
const groupRows = 1_000;
const columns = [
  'stream',
  'seq',
  'v',
  'simMs',
  'at',
  'type',
  'actor',
  'commandId',
  'commandHash',
  'data',
] as const;
const insertHead = `INSERT INTO "Event" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES `;
const rowMarks = `(${columns.map(() => '?').join(', ')})`;

/**
 * Commits many calls in one transaction: all that was asked for within a turn of the event loop, or while another write
 * had its turn. Each call is still all or nothing for itself: a call whose (stream, seq) is taken fails with
 * AppendConflict, and the others of its group are stored.
 */
export class GroupCommit {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  append(call: Append): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when every call so far has been answered. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      await this.#db.append((log) => this.#commit(log, this.#take()));
    }
    this.#running = null;
  }

  #take(): Waiting[] {
    let rows = 0;
    const end = this.#waiting.findIndex(({ call }, i) => {
      rows += call.rows.length;
      return i > 0 && rows > groupRows;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #commit(log: Transacting, group: readonly Waiting[]): Promise<void> {
    try {
      await log.transact(statementsOf(group.map(({ call }) => call)));
      for (const { settle } of group) settle();
    } catch (error) {
      if (isConstraint(error) && group.length > 1) await this.#commitEach(log, group);
      else for (const { call, settle } of group) settle(refusalOf(call, error));
    }
  }

  /** Call by call, so that only the guilty one fails; what follows it on its stream was decided on top of it. */
  async #commitEach(log: Transacting, group: readonly Waiting[]): Promise<void> {
    const failed = new Set<string>();
    for (const { call, settle } of group) {
      try {
        if (failed.has(call.stream)) throw new AppendConflict(`${call.stream}: the call before it failed`);
        await log.transact(statementsOf([call]));
        settle();
      } catch (error) {
        failed.add(call.stream);
        settle(refusalOf(call, error));
      }
    }
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const refusalOf = (call: Append, error: unknown): unknown =>
  isTaken(error)
    ? new AppendConflict(`${call.stream} already has an event ${call.rows[0]?.seq} or this command`, {
        cause: error,
      })
    : asUnavailable(error);

function statementsOf(calls: readonly Append[]): Statement[] {
  const rows = calls.flatMap((call) => call.rows);
  const statements: Statement[] = [];
  for (let i = 0; i < rows.length; i += groupRows) statements.push(insertOf(rows.slice(i, i + groupRows)));
  const due = new Map(
    calls.flatMap(({ runId, nextDueAt }) => (runId && nextDueAt !== undefined ? [[runId, nextDueAt]] : [])),
  );
  if (due.size > 0) statements.push(dueOf(due));
  for (const { runId, endedAt } of calls) {
    if (runId && endedAt !== undefined) {
      statements.push({ sql: 'UPDATE "Run" SET "endedAt" = ? WHERE "id" = ?', args: [endedAt, runId] });
    }
  }
  return statements;
}

const insertOf = (rows: readonly EventRow[]): Statement => ({
  sql: insertHead + rows.map(() => rowMarks).join(', '),
  args: rows.flatMap((row) => columns.map((column) => row[column])),
});

const dueOf = (due: ReadonlyMap<string, number | null>): Statement => ({
  sql: `WITH due(id, wall) AS (VALUES ${[...due].map(() => '(?, ?)').join(', ')})
    UPDATE "Run" SET "nextDueAt" = due.wall FROM due WHERE "Run"."id" = due.id`,
  args: [...due].flat(),
});
