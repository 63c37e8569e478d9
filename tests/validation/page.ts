import type { Group, Row } from './estimate';

const figure = (x: number): string => (Math.abs(x) < 1e-6 ? '0' : x.toPrecision(6));

const line = ({ name, expected, simulated, error, z, n }: Row): string =>
  `| ${name} | ${figure(expected)} | ${figure(simulated)} | ${error === 0 ? '0' : error.toPrecision(3)} | ${z.toFixed(2)} | ${n} |`;

/** The rows as a table of docs/validation.md. */
export const tableOf = (rows: readonly Row[]): string[] => [
  '| figure | expected | simulated | standard error | z | n |',
  '|---|---:|---:|---:|---:|---:|',
  ...rows.map(line),
];

export const sectionOf = (group: Group, rows: readonly Row[]): string[] => [
  `## ${group.title}`,
  '',
  group.about,
  '',
  ...tableOf(rows),
  '',
];

const head = `# Validation

Are the simulated people what they are said to be? Here they are held against textbook forms to many digits, and against published
tables. It is not a toy queue beside the program that is tested: mails and calls come from sources that give the same commands as
participants, and go through the inboxes, calendars, desks and lines of \`core/sim\` that everybody plays with. Meetings, spells away,
other people's mail and the four minutes of undoing are off, because the forms know none of them; working hours have a section of
their own.

Written by \`npm run validate -- --write\`. The tests of \`tests/validation\` fail where a row is more than 4 standard errors off, and
where this page is not what they got. \`npm run validate -- --times 16\` takes sixteen times as many runs, and so bounds a quarter as
wide; \`npm run test:long\` checks them. Last done in November 2026: 128 rows, the largest |z| 2.85, none beyond 4.

*Standard error* is of the simulated figure, from independent runs with seeds of their own; *z* is the distance in standard errors,
of which about one row in twenty is beyond 2; *n* is the number of independent values behind it, mostly runs of some hundred mails or
calls. Times are in seconds where no unit is written. λ, μ and θ are the rates of arrivals, service and checks. Numbers like 7.6 and
T2 are those of the collection of published figures that the forms and tables were taken from; T1 to T6 are named again below.

What would show is tested too (\`tests/validation/faults.test.ts\`): service 5 % slower, gated for exhaustive checks, 2 % less chance
of picking up, a calendar an hour later and one an hour shorter, dials closer together than their draws, no handling time. Each of
them puts a row of these tables more than 4 standard errors off.
`;

/** The whole document. */
export const pageOf = (sections: readonly string[][], coverage: readonly string[]): string =>
  [head, ...sections.map((s) => s.join('\n')), coverage.join('\n')].join('\n');
