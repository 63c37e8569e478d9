import type { Question } from '@/core/contract/whatIf';

/** The query of the page that asks this question again; `questionFrom` reads it. Everything that can change a picture stands in it. */
export function queryOf(question: Question): [name: string, value: string][] {
  const { scenario, policies, players, measure, sweep, by, settings, replications, seed } = question;
  return [
    ['scenario', scenario],
    ['policies', policies.join(',')],
    ['players', players],
    ['measure', measure],
    ['sweep', sweep],
    ...(by === null ? [] : [['by', by] as [string, string]]),
    ...Object.entries(settings).map(([name, value]): [string, string] => [name, String(value)]),
    ['replications', String(replications)],
    ['seed', seed],
  ];
}
