import type { RunEvent } from '@/core/contract/event';
import type { Member, Mode } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import type { Draft, Frame } from '@/core/contract/wire';

/** What a run is made of before its first event; immutable. */
export interface RunHeader {
  runId: string;
  scenario: Scenario;
  mode: Mode;
  seed: string;
  receipts: boolean;
  /** Which run of the plan this is; desk cards differ between runs (D1). */
  runIndex: number;
  engineVersion: number;
  /** The session whose facilitator holds its clock; without one it is the player's own (T10). */
  sessionId?: string | null;
  /** Simulated ms per real ms; without one the scene clock (T8). */
  rate?: number | null;
}

/** Thrown by `append` when (stream, seq) is taken: another writer was here. Reload and retry. */
export class AppendConflict extends Error {}
/** Thrown when the medium refuses: full disk, read-only file, gone. Nothing of the batch is stored. */
export class StoreUnavailable extends Error {}

/** The durable log and what is kept beside it. Resolving means durable. */
export interface Store {
  /** Appends to one stream; `events[0].seq` must be the next number. All or nothing. Several calls may share one transaction. */
  append(stream: string, events: readonly RunEvent[], after?: { nextDueAt: number | null }): Promise<void>;
  /** Events with seq > `after`, in order. */
  read(stream: string, after?: number): Promise<RunEvent[]>;
  header(runId: string): Promise<RunHeader | null>;
  /** Runs whose `nextDueAt` (wall ms) is at or before `wall`, for the sweep. */
  overdue(wall: number, limit: number): Promise<string[]>;
  /** Those of one member. */
  drafts(runId: string, member: Member): Promise<Draft[]>;
  /** Last writer wins; the losing text is kept in `other` when `rev` was not the stored one. Returns what is stored now. */
  saveDraft(runId: string, member: Member, draft: Omit<Draft, 'other'>): Promise<Draft>;
  /** One row per process: what the clock had reached (T5). */
  beat(processId: string, wall: number): Promise<void>;
  /** The latest heartbeat of any earlier process, or null. */
  lastBeat(): Promise<number | null>;
  close(): Promise<void>;
}

/** Wakes a run at a wall time. One entry per run; setting again replaces. */
export interface Alarm {
  set(runId: string, wall: number | null): void;
  stop(): void;
}

/** Wall time: performance.timeOrigin + performance.now() in production, handed in by tests. */
export interface WallClock {
  now(): number;
  /** Calls back once at or after `wall`; returns a canceller. Waits beyond 2^31-1 ms are re-armed by the implementation. */
  at(wall: number, wake: () => void): () => void;
}

/** Hands frames to the members who view a run. Called only after the events are durable. */
export interface Publisher {
  frame(runId: string, to: Member, frame: Frame): void;
  draft(runId: string, to: Member, draft: Draft): void;
}
