import papa from 'papaparse';
import { measureNames } from '@/core/contract/measures';
import { replicationSeed } from '@/core/replication/replicate';
import type { PlayedSide } from './result';

/** One row per replication, with the names of the measures; times in simulated ms, empty where not reached or not applicable. */
export function replicationRows(sides: readonly PlayedSide[], seed: string): string {
  const rows = sides.flatMap(({ policy, mode, played }) =>
    played.map(({ measures, realMs }, k) => [
      k,
      replicationSeed(seed, k),
      policy,
      mode,
      Math.round(realMs),
      ...measureNames.map((name) => measures[name]),
    ]),
  );
  const fields = ['replication', 'seed', 'policy', 'mode', 'realMs', ...measureNames];
  return `${papa.unparse({ fields, data: rows }, { newline: '\n', escapeFormulae: true })}\n`;
}
