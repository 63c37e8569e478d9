import { createHash } from 'node:crypto';
import { batchesOf, type Played, type Study } from '@/core/replication/batch';
import type { Workers } from './workers';

/**
 * Replications in the order of their numbers. `logSha256` is SHA-256, in hex, over a text of one line for each in that order: SHA-256
 * over its canonical log (T3), in hex.
 */
export interface Replications {
  played: Played[];
  logSha256: string;
}

export interface Watching {
  /** Told how many replications are done, in growing steps. */
  progress?: (done: number) => void;
  /** Ends the work; `replications` then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Replications that one worker plays at a go: long enough that handing them over costs nothing, short enough to be cancelled at once. */
const size = 25;
/** Batches under way at a time, for each worker. */
const ahead = 2;

/**
 * Plays so many replications of a study. The outcome is the same however many workers there are: each replication has luck
 * of its own, and batches are taken in their order however they come back.
 */
export async function replications(
  study: Study,
  count: number,
  workers: Workers,
  { progress, signal }: Watching = {},
): Promise<Replications> {
  const hash = createHash('sha256');
  const played: Played[] = [];
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const batches = batchesOf(study, count, size);
  const begin = (i: number) => {
    const batch = batches[i];
    const work = batch && workers.play(batch, either);
    // Whoever waits for it hears of a failure; until somebody does, it is nobody's.
    work?.catch(() => undefined);
    return work;
  };
  const under = Array.from({ length: workers.count * ahead }, (_, i) => begin(i));
  try {
    for (let next = under.length; under.length > 0; next++) {
      const done = await under.shift();
      if (!done) break;
      for (const log of done.logs) hash.update(`${log}\n`);
      played.push(...done.played);
      progress?.(played.length);
      under.push(begin(next));
    }
  } catch (error) {
    // Whoever stopped it hears their own reason, not the pool's.
    signal?.throwIfAborted();
    throw error;
  } finally {
    stop.abort();
  }
  signal?.throwIfAborted();
  return { played, logSha256: hash.digest('hex') };
}
