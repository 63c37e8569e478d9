import { type Batch, type Played, playBatch } from '@/core/replication/batch';

/** A batch as a worker thread gives it back, with the canonical logs one after another. */
export interface PlayedBatch {
  played: Played[];
  logs: Uint8Array;
}

/** What a worker thread does: it plays one batch. */
export default function play(batch: Batch): PlayedBatch {
  const texts: string[] = [];
  const played = playBatch(batch, (text) => texts.push(text));
  return { played, logs: new TextEncoder().encode(texts.join('')) };
}
