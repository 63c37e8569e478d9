import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type { Batch } from '@/core/replication/batch';
import play, { type PlayedBatch } from './worker';
import { workerBundle } from './workerBundle';

/** Who plays batches. */
export interface Workers {
  readonly count: number;
  /** Rejects when `signal` says stop. */
  play(batch: Batch, signal: AbortSignal): Promise<PlayedBatch>;
  close(): Promise<void>;
}

/** This very thread: nothing to start, and nothing else gets done meanwhile. */
export const inThisThread: Workers = {
  count: 1,
  play: async (batch, signal) => {
    // A moment for whoever wants to stop it.
    await new Promise((go) => setImmediate(go));
    signal.throwIfAborted();
    return play(batch);
  },
  close: async () => undefined,
};

/** From the sources a worker is the source itself, read through tsx; else the bundle beside the server's. */
const fromSources = import.meta.url.endsWith('.ts');

/**
 * What a thread may fill before its collector looks for what is still used. A run's events live as long as the run: with the 48 MB
 * that are usual many are moved about that nobody needs a moment later, and the collectors of several threads hinder each other.
 */
const youngMb = 192;

/** So many worker threads, started when there is something to play. A batch that is cancelled under way ends its thread; another takes its place. */
export function workerThreads(count: number): Workers {
  // The server is started with little room for its own sake, and V8 puts that above what a thread asks for. Taken back, it stays as
  // it is for the server and holds for no thread from here on.
  setFlagsFromString('--max-semi-space-size=0');
  const file = new URL(fromSources ? './worker.ts' : `./${workerBundle}`, import.meta.url);
  const pool = new Piscina<Batch, PlayedBatch>({
    filename: fileURLToPath(file),
    minThreads: 0,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    ...(fromSources && { execArgv: ['--import', 'tsx'] }),
  });
  return {
    count,
    play: (batch, signal) => pool.run(batch, { signal }),
    close: () => pool.destroy(),
  };
}
