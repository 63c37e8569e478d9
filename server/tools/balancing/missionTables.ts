import type { Measures } from '@/core/contract/measures';
import type { Scenario } from '@/core/contract/scenario';
import { quantile } from '@/core/sim/measures/quantile';
import { estimateOf } from '@/core/statistics/interval';
import { medianInterval } from '@/core/statistics/medianInterval';
import { pairsNeeded } from '@/core/statistics/power';
import { meanText, medianText, signedText, tableOf } from './markdown';
import { type Bench, type BothWays, type Column, columns, measured } from './pairs';
import { prototypeRows } from './prototype';

const head = [
  'mission',
  'finished %',
  'all answers',
  'first answer',
  'blocked',
  'desk cards',
  'person-minutes',
  'mails',
  'dials per contact',
];

/** Section 6 of the reference: what each mission comes to in either mode, beside the prototype where there was one. */
export function resultsTable(all: readonly BothWays[]): string {
  const rows = all.flatMap(({ scenario, mail, call }) => [
    resultRow(`${scenario.slug}, call`, call, scenario),
    ...prototypeRows(scenario.slug, 'call'),
    resultRow(`${scenario.slug}, mail`, mail, scenario),
    ...prototypeRows(scenario.slug, 'mail'),
  ]);
  return tableOf(head, rows);
}

function resultRow(name: string, runs: readonly Measures[], scenario: Scenario): string[] {
  const times = runs.map((m) => m.completionTime);
  const of = (column: Column, digits = 1) =>
    meanText(
      runs.map((m) => column(m, scenario)),
      digits,
    );
  return [
    name,
    of(columns.finished),
    medianText(quantile(times, 0.5), medianInterval(times), `over ${scenario.lengthMin}`),
    of(columns.firstAnswer),
    of(columns.blocked),
    of(columns.deskCards),
    of(columns.personMinutes),
    of(columns.mails),
    of(columns.dials, 2),
  ];
}

/** The other two policies: mail first, then calls for the silent; and mail one at a time, waiting. */
export async function othersTable(bench: Bench, scenarios: readonly Scenario[]): Promise<string> {
  const rows: string[][] = [];
  for (const scenario of scenarios)
    for (const policy of ['hybrid', 'one-at-a-time-mailer'] as const)
      rows.push(resultRow(`${scenario.slug}, ${policy}`, await measured(bench, scenario, policy), scenario));
  return tableOf(head, rows);
}

/** Mail minus call, pair by pair. */
export function differencesTable(all: readonly BothWays[]): string {
  const rows = all.map((both) => [
    both.scenario.slug,
    ...(
      ['finished', 'allAnswers', 'firstAnswer', 'deskCards', 'personMinutes', 'resumptionLag'] as const
    ).map((name) => meanText(differencesIn(both, columns[name]), 1, true)),
    meanText(differencesIn(both, columns.clarifications), 2, true),
  ]);
  return tableOf(
    [
      'mission',
      'finished',
      'all answers',
      'first answer',
      'desk cards',
      'person-minutes',
      'resumption lag',
      'clarifications',
    ],
    rows,
  );
}

function differencesIn({ scenario, mail, call }: BothWays, column: Column): (number | null)[] {
  return mail.map((m, k) => {
    const other = call[k];
    const [a, b] = [column(m, scenario), other ? column(other, scenario) : null];
    return a === null || b === null ? null : a - b;
  });
}

/** Section 7: mean difference, spread of one pair, and the pairs that find it with 80 % (two-sided 5 %). */
export function neededTable(all: readonly BothWays[]): string {
  const names = ['allAnswers', 'finished', 'firstAnswer', 'deskCards', 'personMinutes'] as const;
  const rows = all.map((both) => [
    both.scenario.slug,
    ...names.map((name) => {
      const known = differencesIn(both, columns[name]).filter((d) => d !== null);
      const { mean, error } = estimateOf(known);
      const deviation = error * Math.sqrt(known.length);
      // What may as well be nothing is not planned for.
      const found = Math.abs(mean) > 2 * error ? pairsNeeded(mean, deviation) : null;
      return `${signedText(mean, 1)}; ${deviation.toFixed(1)}; ${found ?? 'none'}`;
    }),
  ]);
  return tableOf(
    ['mission', 'all answers, min', 'finished, points', 'first answer, min', 'desk cards', 'person-minutes'],
    rows,
  );
}
