import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { canonicalOf, replicate, replicationSeed } from '@/core/replication/replicate';
import { logSha256 } from '@/core/sim/canonical';
import { packFile } from '../support/packFiles';

/** The shortest mission, called through. */
export function tasteStudy(seed = 'workers'): Study {
  const scenario = packFile('launch-week-taste');
  return { scenario, policy: 'serial-caller', mode: 'call', habits: habitsFor(scenario), seed };
}

/** The canonical logs of replications `from` to `to` as one text, by nothing but a loop. */
export function logsOf(study: Study, from: number, to: number): string {
  const { seed, ...trial } = study;
  let text = '';
  for (let k = from; k < to; k++)
    text += canonicalOf(replicate({ ...trial, seed: replicationSeed(seed, k) }));
  return text;
}

/** SHA-256 of the log of each replication, one after another: what a browser is asked for too. */
export const logHashes = (study: Study, count: number): string[] =>
  Array.from({ length: count }, (_, k) => {
    const { seed, ...trial } = study;
    return logSha256(replicate({ ...trial, seed: replicationSeed(seed, k) }).log);
  });
