import type { RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { Draft } from '@/core/contract/wire';
import { type RunHeader, type Store, StoreUnavailable } from '@/server/session/ports';
import type { Database } from './database';
import { draftsOf, saveDraft } from './drafts';
import { rowOf } from './eventRow';
import { GroupCommit } from './groupCommit';
import { beat, lastBeat } from './heartbeats';
import { overdueRuns, runOfStream, runRecord, streamEvents } from './runs';

/** The Store port on the embedded database. */
export class EventStore implements Store {
  readonly #db: Database;
  readonly #log: GroupCommit;
  readonly #ownProcesses = new Set<string>();
  #closed = false;
  #refusal: string | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.#log = new GroupCommit(db);
  }

  /** Why the medium refused the last append, draft or heartbeat, in words; null when it took it. */
  get refusal(): string | null {
    return this.#refusal;
  }

  async append(
    stream: string,
    events: readonly RunEvent[],
    after?: { nextDueAt: number | null },
  ): Promise<void> {
    if (this.#closed) throw new StoreUnavailable('the store is closed');
    const gap = events.findIndex((event, i) => event.seq !== (events[0]?.seq ?? 0) + i);
    if (gap !== -1)
      throw new RangeError(`${stream}: numbers must follow each other, event ${gap + 1} does not`);
    if (events.length === 0 && !after) return;
    await this.#noted(
      this.#log.append({
        stream,
        runId: runOfStream(stream),
        rows: events.map((event) => rowOf(stream, event)),
        nextDueAt: after?.nextDueAt,
        endedAt: events.find((event) => event.type === 'run.ended')?.at,
      }),
    );
  }

  async read(stream: string, after = 0): Promise<RunEvent[]> {
    return streamEvents(this.#db, stream, after);
  }

  async header(runId: string): Promise<RunHeader | null> {
    return (await runRecord(this.#db, runId))?.header ?? null;
  }

  async overdue(wall: number, limit: number): Promise<string[]> {
    return overdueRuns(this.#db, wall, limit);
  }

  async drafts(runId: string, member: Member): Promise<Draft[]> {
    return draftsOf(this.#db, runId, member);
  }

  async saveDraft(runId: string, member: Member, draft: Omit<Draft, 'other'>): Promise<Draft> {
    return this.#noted(saveDraft(this.#db, runId, member, draft));
  }

  async beat(processId: string, wall: number): Promise<void> {
    this.#ownProcesses.add(processId);
    await this.#noted(beat(this.#db, processId, wall));
  }

  async lastBeat(): Promise<number | null> {
    return lastBeat(this.#db, this.#ownProcesses);
  }

  /** Answers what was asked so far, then closes the database. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#log.idle();
    await this.#db.close();
  }

  async #noted<T>(writing: Promise<T>): Promise<T> {
    try {
      const done = await writing;
      this.#refusal = null;
      return done;
    } catch (error) {
      if (error instanceof StoreUnavailable) this.#refusal = error.message;
      throw error;
    }
  }
}
