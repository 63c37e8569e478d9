import papa from 'papaparse';
import { type MeasureName, measureNames } from '@/core/contract/measures';
import type { Played } from '@/core/replication/batch';
import type { Difference } from '@/core/replication/difference';
import { replicationSeed } from '@/core/replication/replicate';
import type { Summary } from '@/core/replication/summary';
import type { Result } from './result';

const times: ReadonlySet<MeasureName> = new Set([
  'firstAnswer',
  'completionTime',
  'blockedTime',
  'latencyQ50',
  'latencyQ90',
  'timeLostToOthers',
  'resumptionLag',
  'personTime',
]);

/** For people: minutes for times, a line for each measure that applies, and what it rests on. */
export function table(result: Result): string {
  const { scenario, version, policy, mode, seed, replications, measures, against, difference } = result;
  const rows = entries(measures).filter(([, s]) => s.n > 0);
  return [
    `${scenario} ${version}, ${policy}, mode ${mode}, seed ${seed}, ${replications} replications.`,
    'Model output, not data about people. Times in simulated minutes; "not" is not reached and stands last.',
    ['measure', 'mean', '95 % interval', 'median', 'q05', 'q95', 'n', 'not'].join('\t'),
    ...rows.map(([name, s]) => summaryRow(name, s)),
    `log ${result.logSha256}`,
    ...(against && difference ? ['', ...differenceRows(policy, against.policy, difference)] : []),
    '',
  ].join('\n');
}

const entries = <T>(of: Record<MeasureName, T>): [MeasureName, T][] =>
  measureNames.map((name) => [name, of[name]]);

function summaryRow(name: MeasureName, s: Summary): string {
  const shown = shownAs(name);
  const cells = [name, shown(s.mean), span(s.ci95, shown), shown(s.median), shown(s.q05), shown(s.q95)];
  return [...cells, s.n, s.censored].join('\t');
}

function differenceRows(
  first: string,
  second: string,
  difference: Record<MeasureName, Difference | null>,
): string[] {
  const rows = entries(difference).flatMap(([name, d]) => {
    const shown = shownAs(name);
    if (!d) return [];
    const cells = [name, shown(d.mean), span(d.ci95, shown), shown(d.median), span(d.medianCi95, shown)];
    return [[...cells, d.smaller, d.same, d.larger, d.neither].join('\t')];
  });
  return [
    `${first} minus ${second}, pair by pair: the same player and the same luck in both.`,
    [
      'measure',
      'mean',
      '95 % interval',
      'median',
      '95 % interval',
      'smaller',
      'same',
      'larger',
      'neither',
    ].join('\t'),
    ...rows,
  ];
}

const shownAs =
  (name: MeasureName) =>
  (v: number | null): string =>
    v === null ? '-' : String(Math.round((times.has(name) ? v / 60_000 : v) * 100) / 100);

const span = (
  interval: readonly [number | null, number | null] | null,
  shown: (v: number | null) => string,
): string => (interval ? `${shown(interval[0])} to ${shown(interval[1])}` : '-');

/** What one policy came to, replication by replication. */
export interface Side {
  policy: string;
  mode: string;
  played: readonly Played[];
}

/** One row per replication, with the names of the measures; times in simulated ms, empty where not reached or not applicable. */
export function replicationRows(sides: readonly Side[], seed: string): string {
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
