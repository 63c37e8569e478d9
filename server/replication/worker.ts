import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type Batch, type Played, playBatch } from '@/core/replication/batch';

/** A batch as a worker thread gives it back, with the canonical logs one after another. */
export interface PlayedBatch {
  played: Played[];
  logs: Uint8Array<ArrayBuffer>;
}

/** What a worker thread does: it plays one batch, and hands the logs over without a copy. */
export default function playAndHandOver(batch: Batch): unknown {
  const done = play(batch);
  return move({ [valueSymbol]: done, [transferableSymbol]: [done.logs.buffer] });
}

export function play(batch: Batch): PlayedBatch {
  const encoder = new TextEncoder();
  const logs: Uint8Array[] = [];
  // Each as bytes at once: texts that wait for the end of the batch are moved about by the collector.
  const played = playBatch(batch, (text) => logs.push(encoder.encode(text)));
  return { played, logs: joined(logs) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
