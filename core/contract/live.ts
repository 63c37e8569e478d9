import type { RunView } from './view';

/**
 * The one handle through which pages and routes reach what is live: `main.ts` puts it on `globalThis`, since the same
 * file is several module instances under Next (docs/architecture.md). Everything else they read at rest.
 */
export interface LiveHandle {
  /** Begins a run for a seat: loads it and returns its first view. Idempotent. */
  openRun(runId: string): Promise<{ view: RunView } | null>;
  /** Stops holding a run in memory, e.g. before it is erased. */
  dropRun(runId: string): Promise<void>;
  /** What `/healthz`, `/readyz` and `/metrics` report. */
  health(): { ready: boolean; reasons: string[] };
}

const key = Symbol.for('meanwhile.live');
type Holder = typeof globalThis & { [key]?: LiveHandle };

export const setLiveHandle = (handle: LiveHandle): void => {
  (globalThis as Holder)[key] = handle;
};
/** Throws when called outside a running server. */
export const liveHandle = (): LiveHandle => {
  const handle = (globalThis as Holder)[key];
  if (!handle) throw new Error('The live server is not running in this process.');
  return handle;
};
