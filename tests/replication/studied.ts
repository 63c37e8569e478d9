import { createHash } from 'node:crypto';
import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { canonicalOf, replicate, replicationSeed } from '@/core/replication/replicate';
import { packFile } from '../support/packFiles';

/** The shortest mission, called through. */
export function tasteStudy(seed = 'workers'): Study {
  const scenario = packFile('launch-week-taste');
  return { scenario, policy: 'serial-caller', mode: 'call', habits: habitsFor(scenario), seed };
}

/** Hashes of the logs of replications `from` to `to`, one a line, by nothing but a loop. */
export const hashesOf = (study: Study, from: number, to: number): string =>
  lines(Array.from({ length: to - from }, (_, i) => logOf(study, from + i)));

/** SHA-256 over each log, one a line. */
export const lines = (logs: readonly string[]): string => logs.map((log) => `${sha256(log)}\n`).join('');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function logOf({ seed, ...trial }: Study, k: number): string {
  return canonicalOf(replicate({ ...trial, seed: replicationSeed(seed, k) }));
}
