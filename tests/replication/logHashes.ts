import type { Study } from '@/core/replication/batch';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { logSha256 } from '@/core/sim/canonical';

/** SHA-256 of the canonical log of each of the first replications: in Node and, bundled, in a browser. */
export const logHashes = ({ seed, ...trial }: Study, count: number): string[] =>
  Array.from({ length: count }, (_, k) =>
    logSha256(replicate({ ...trial, seed: replicationSeed(seed, k) }).log),
  );
