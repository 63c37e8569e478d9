import type { RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { Draft } from '@/core/contract/wire';
import { AppendConflict, type RunHeader, type Store, StoreUnavailable } from '@/server/session/ports';
import { settleDraft } from '@/server/store/draftRule';

interface RunRow {
  header: RunHeader;
  nextDueAt: number | null;
}

/**
 * The Store port in memory, for tests that need no disk. Keeps the contract of tests/store/contract.ts; values are
 * copied on the way in and out, so a test that mutates what it handed over is found out.
 */
export class MemoryStore implements Store {
  readonly #streams = new Map<string, RunEvent[]>();
  readonly #runs = new Map<string, RunRow>();
  readonly #drafts = new Map<string, Map<string, Draft>>();
  readonly #beats: { processId: string; wall: number; own: boolean }[] = [];
  #refusals: Error[] = [];
  #gate: Promise<void> = Promise.resolve();
  #closed = false;

  addRun(header: RunHeader): void {
    this.#runs.set(header.runId, { header: structuredClone(header), nextDueAt: null });
  }

  /** The next `append` calls fail with these errors, one each, and store nothing. */
  refuseNext(...errors: Error[]): void {
    this.#refusals.push(...errors);
  }

  /** Holds every `append` back until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** The same data under another process: what a restart finds. */
  reopened(): MemoryStore {
    const next = new MemoryStore();
    for (const [stream, events] of this.#streams) next.#streams.set(stream, structuredClone(events));
    for (const [id, row] of this.#runs) next.#runs.set(id, structuredClone(row));
    for (const [id, drafts] of this.#drafts) next.#drafts.set(id, structuredClone(drafts));
    for (const { processId, wall } of this.#beats) next.#beats.push({ processId, wall, own: false });
    return next;
  }

  async append(
    stream: string,
    events: readonly RunEvent[],
    after?: { nextDueAt: number | null },
  ): Promise<void> {
    this.#open();
    await this.#gate;
    const refusal = this.#refusals.shift();
    if (refusal) throw refusal;
    if (events.some((e, i) => e.seq !== (events[0]?.seq ?? 0) + i))
      throw new RangeError(`${stream}: numbers must follow each other`);
    const log = this.#streams.get(stream) ?? [];
    const taken = events.some((e) => log.some((old) => old.seq === e.seq || sameCommand(old, e)));
    if (taken) throw new AppendConflict(`${stream} has another writer`);
    this.#streams.set(stream, [...log, ...structuredClone(events)]);
    const run = this.#runs.get(stream.replace(/^run:/, ''));
    if (run && after) run.nextDueAt = after.nextDueAt;
  }

  async read(stream: string, after = 0): Promise<RunEvent[]> {
    this.#open();
    return structuredClone((this.#streams.get(stream) ?? []).filter((e) => e.seq > after));
  }

  async header(runId: string): Promise<RunHeader | null> {
    this.#open();
    return structuredClone(this.#runs.get(runId)?.header ?? null);
  }

  async overdue(wall: number, limit: number): Promise<string[]> {
    this.#open();
    return [...this.#runs.values()]
      .flatMap(({ header, nextDueAt }) =>
        nextDueAt !== null && nextDueAt <= wall ? [{ id: header.runId, nextDueAt }] : [],
      )
      .sort((a, b) => a.nextDueAt - b.nextDueAt)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async drafts(runId: string, member: Member): Promise<Draft[]> {
    this.#open();
    return structuredClone([...(this.#drafts.get(`${runId} ${member}`)?.values() ?? [])]);
  }

  async saveDraft(runId: string, member: Member, draft: Omit<Draft, 'other'>): Promise<Draft> {
    this.#open();
    const whose = `${runId} ${member}`;
    const kept = this.#drafts.get(whose) ?? new Map<string, Draft>();
    const key = `${draft.conversation}/${draft.threadId ?? ''}`;
    const next = settleDraft(kept.get(key) ?? null, structuredClone(draft));
    this.#drafts.set(whose, kept.set(key, next));
    return structuredClone(next);
  }

  async beat(processId: string, wall: number): Promise<void> {
    this.#open();
    const row = this.#beats.find((b) => b.processId === processId);
    if (row) row.wall = wall;
    else this.#beats.push({ processId, wall, own: true });
  }

  async lastBeat(): Promise<number | null> {
    this.#open();
    return this.#beats.findLast((b) => !b.own)?.wall ?? null;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #open(): void {
    if (this.#closed) throw new StoreUnavailable('the store is closed');
  }
}

const sameCommand = (a: RunEvent, b: RunEvent): boolean =>
  a.commandId !== undefined && a.commandId === b.commandId && a.actor === b.actor;
