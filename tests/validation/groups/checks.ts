import type { Distribution } from '@/core/contract/distribution';
import type { MailProfile } from '@/core/contract/persona';
import { exp } from '@/core/sim/chance/maths';
import { batches, batchResponseOver, mg1, type Service } from '../closedForms';
import { alwaysThere, settingOf } from '../driven';
import { type Group, type Row, repeat, row, type Size } from '../estimate';
import { type Observed, over, type Passage, passages } from '../inbox';
import { bank } from './queues';

type Queue = Extract<MailProfile, { profile: 'queue' }>;
type Discipline = Queue['discipline'];
type Check = Queue['check'];
const response = ({ sent, answered }: Passage): number => (answered - sent) / 1_000;
const waiting = ({ sent, read }: Passage): number => (read - sent) / 1_000;

interface Checked {
  name: string;
  perHour: number;
  handling: Distribution;
  gap: Distribution;
  discipline: Discipline;
  runs: number;
}

const looking = (check: Check, discipline: Discipline): MailProfile => ({
  profile: 'queue',
  check,
  discipline,
  overhead: 0,
});

/** Runs of one recipient who looks into the inbox again a drawn gap after the last look ended. */
function checked({ name, perHour, handling, gap, discipline, runs }: Checked): Observed[] {
  const persona = { ...alwaysThere, handling, mail: looking({ kind: 'interval', gap }, discipline) };
  const scenario = settingOf({ persona, requests: 700 });
  return repeat(runs, name, (seed) => passages({ scenario, seed, perHour, mails: 700, warmUp: 100 }));
}

interface Case {
  name: string;
  handling: Distribution;
  service: Service;
  gap: Distribution;
  gaps: Service;
}

const hourly: Case = {
  name: 'Exp 240 s, gap 3,600 s',
  handling: { kind: 'exponential', mean: 4 },
  service: { mean: 240, scv: 1 },
  gap: { kind: 'constant', value: 60 },
  gaps: { mean: 3_600, scv: 0 },
};
const cases: readonly Case[] = [
  hourly,
  {
    ...hourly,
    name: 'Exp 240 s, gap Exp 1,800 s',
    gap: { kind: 'exponential', mean: 30 },
    gaps: { mean: 1_800, scv: 1 },
  },
  {
    name: 'log-normal 188 s, gap 7,200 s',
    handling: { kind: 'lognormal', ...bank },
    service: { mean: 188, scv: 1.629697 },
    gap: { kind: 'constant', value: 120 },
    gaps: { mean: 7_200, scv: 0 },
  },
];

/** Mean wait of checks at gaps; `really` is the discipline that is simulated. */
export function batchRows(
  { name, handling, service, gap, gaps }: Case,
  discipline: Discipline,
  runs: number,
  really: Discipline = discipline,
): Row[] {
  const form = batches(6, service, gaps);
  const all = checked({ name: `${name} ${discipline}`, perHour: 6, handling, gap, discipline: really, runs });
  return [
    row(
      `${name}, ${discipline}: Wq, s`,
      form[discipline],
      all.map((r) => over(r, waiting)),
    ),
  ];
}
export const hourlyCase = hourly;

/** Exponential service and gaps, exhaustive: the whole distribution of the time to an answer. */
function sojournRows(perHour: number, gapsPerHour: number, beyond: readonly number[], runs: number): Row[] {
  const handling = { kind: 'exponential', mean: 4 } as const;
  const gap = { kind: 'exponential', mean: 60 / gapsPerHour } as const;
  const name = `λ ${perHour}, μ 15, θ ${gapsPerHour} per hour`;
  const all = checked({ name, perHour, handling, gap, discipline: 'exhaustive', runs });
  const { exhaustive } = batches(perHour, { mean: 240, scv: 1 }, { mean: 3_600 / gapsPerHour, scv: 1 });
  return [
    row(
      `${name}: mean T, s`,
      exhaustive + 240,
      all.map((r) => over(r, response)),
    ),
    ...beyond.map((t) =>
      row(
        `${name}: P(T > ${t} s)`,
        batchResponseOver(perHour, 15, gapsPerHour, t),
        all.map((r) => over(r, (m) => (response(m) > t ? 1 : 0))),
      ),
    ),
  ];
}

export const gapGroup: Group = {
  title: 'Checks at intervals: M/G/1 with vacations (7.6)',
  about:
    'The recipient looks into the inbox again a drawn gap after the last look ended: exhaustive (until it is empty) or gated (only what lay there when the look began). Six mails an hour, 600 a run after 100 that are not counted.',
  rows: ({ times }: Size) => [
    ...cases.flatMap((c) => [
      ...batchRows(c, 'exhaustive', 24 * times),
      ...batchRows(c, 'gated', 24 * times),
    ]),
    ...sojournRows(6, 2, [1_800, 3_600], 24 * times),
    ...sojournRows(9, 1, [3_600], 24 * times),
  ],
};

const everyHour = Array.from({ length: 24 }, (_, h) => `${String(h).padStart(2, '0')}:00`);
const hourMs = 3_600_000;

/** Runs of one recipient who looks at every full hour, whatever the last look took. */
function onTheHour(discipline: Discipline, runs: number): Observed[] {
  const handling = { kind: 'exponential', mean: 4 } as const;
  const persona = {
    ...alwaysThere,
    handling,
    mail: looking({ kind: 'fixed', times: everyHour }, discipline),
  };
  const scenario = settingOf({ persona, requests: 900 });
  return repeat(runs, `hours ${discipline}`, (seed) =>
    passages({ scenario, seed, perHour: 6, mails: 900, warmUp: 60 }),
  );
}

/**
 * E[R²]/2E[R] of the times R between the end of a look and the next one, in seconds, as they were: with looks at the full hour an
 * off time is what is left of the hour, and each hour in which nothing lay there is one more.
 */
function residualOff({ all, from }: Observed): number {
  let [sum, squares] = [0, 0];
  for (let i = from; i < all.length; i++) {
    const end = all[i - 1]?.answered ?? 0;
    const read = all[i]?.read ?? 0;
    if (read <= end) continue;
    for (let t = end; t < read; ) {
      const next = (Math.floor(t / hourMs) + 1) * hourMs;
      const r = (next - t) / 1_000;
      sum += r;
      squares += r * r;
      t = next;
    }
  }
  return squares / (2 * sum);
}

/** The decomposition holds with the off times as they were, where it fails with the hour as it is written in the calendar. */
export function clockRows(runs: number): { held: Row[]; trap: Row[] } {
  const exhaustive = onTheHour('exhaustive', runs);
  const gated = onTheHour('gated', runs);
  const pk = mg1(6, { mean: 240, scv: 1 }).waiting;
  const form = batches(6, { mean: 240, scv: 1 }, { mean: 3_600, scv: 0 });
  const wait = (all: readonly Observed[]) => all.map((r) => over(r, waiting));
  return {
    held: [
      row(
        'exhaustive: Wq minus E[R²]/2E[R] of the measured off times, s',
        pk,
        exhaustive.map((r) => over(r, waiting) - residualOff(r)),
      ),
      row('exhaustive: Wq, s, against an independent simulation', 1_556.2, wait(exhaustive)),
      row('gated: Wq, s, against an independent simulation', 2_626.8, wait(gated)),
    ],
    trap: [
      row('exhaustive: Wq, s, by the form for gaps', form.exhaustive, wait(exhaustive)),
      row('gated: Wq, s, by the form for gaps', form.gated, wait(gated)),
    ],
  };
}

export const clockGroup: Group = {
  title: 'Checks at fixed times (7.6, the trap)',
  about:
    'The same recipient looks at every full hour, whatever the last look took. The off time is then shorter than an hour, and the form for gaps is wrong by far (1,960 s exhaustive, 4,360 s gated); with the off times R as they were it holds.',
  rows: ({ times }: Size) => clockRows(24 * times).held,
};

/** No time to handle a mail: the wait is what is left until the next look. */
function emptyRows(runs: number): Row[] {
  const nothing = { kind: 'constant', value: 0 } as const;
  const at = (gap: Distribution, name: string) =>
    checked({ name, perHour: 6, handling: nothing, gap, discipline: 'exhaustive', runs });
  const even = at({ kind: 'constant', value: 45 }, 'even looks');
  const poisson = at({ kind: 'exponential', mean: 45 }, 'poisson looks');
  const of = (all: readonly Observed[], f: (wait: number) => number) =>
    all.map((r) => over(r, (m) => f(waiting(m))));
  return [
    row(
      'every 2,700 s: Wq = T/2, s',
      1_350,
      of(even, (w) => w),
    ),
    row(
      'every 2,700 s: P(Wq ≤ 0.9 T)',
      0.9,
      of(even, (w) => (w <= 2_430 ? 1 : 0)),
    ),
    row(
      'at Poisson moments, mean 2,700 s: Wq = T, s',
      2_700,
      of(poisson, (w) => w),
    ),
    row(
      'at Poisson moments: P(Wq > T)',
      exp(-1),
      of(poisson, (w) => (w > 2_700 ? 1 : 0)),
    ),
  ];
}

export const emptyGroup: Group = {
  title: 'Checks without service (7.6, T6)',
  about:
    'Handling takes no time, so the wait is what is left until the next look: half the gap where gaps are even, the whole of it where they are exponential.',
  rows: ({ times }: Size) => emptyRows(20 * times),
};
