import { createHash } from 'node:crypto';
import { type Batch, type Played, playBatch } from '@/core/replication/batch';

/** A batch as a worker thread gives it back, with SHA-256 over the canonical log of each replication (T3), in hex. */
export interface PlayedBatch {
  played: Played[];
  logs: string[];
}

/** What a worker thread does: it plays one batch. */
export default function play(batch: Batch): PlayedBatch {
  const logs: string[] = [];
  // Here rather than where they come together: a log is a thousand times as long as what is kept of it.
  const played = playBatch(batch, (text) => logs.push(createHash('sha256').update(text).digest('hex')));
  return { played, logs };
}
