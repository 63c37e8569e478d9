import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { canonicalOf, replicate, replicationSeed } from '@/core/replication/replicate';
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
