import type { Distribution } from '@/core/contract/distribution';
import { exp, ln } from '@/core/sim/chance/maths';
import { mg1, mm1, type Service } from '../closedForms';
import { alwaysThere, luckOf, settingOf } from '../driven';
import { type Group, type Row, repeat, row, type Size } from '../estimate';
import { found, type Observed, over, type Passage, passages } from '../inbox';

/** Mails in an inbox at the start, as in the long run of an M/M/1 queue: then no run has to warm up. */
const stationary = (seed: string, rho: number): number =>
  Math.floor(ln(luckOf(seed)('backlog', 0)) / ln(rho));

const seconds = (ms: number): number => ms / 1_000;
const waiting = ({ sent, read }: Passage): number => seconds(read - sent);
const response = ({ sent, answered }: Passage): number => seconds(answered - sent);
const share = (holds: boolean): number => (holds ? 1 : 0);

interface Queue {
  name: string;
  perHour: number;
  handling: Distribution;
  rho: number;
  runs: number;
  mails: number;
  warmUp: number;
}

/** Runs of one recipient whose mails come as a Poisson stream and are handled one after another. */
function queue({ name, perHour, handling, rho, runs, mails, warmUp }: Queue): Observed[] {
  const scenario = settingOf({
    persona: { ...alwaysThere, handling },
    requests: 1_000,
    lengthMin: 60_000,
  });
  return repeat(runs, name, (seed) =>
    passages({ scenario, seed, perHour, mails, warmUp, backlog: stationary(seed, rho) }),
  );
}

export interface Fault {
  /** Service takes so many times what it should. */
  service?: number;
}

/** M/M/1: mean, numbers and distribution. `beyond` in seconds. */
export function mm1Rows(
  perHour: number,
  servedPerHour: number,
  beyond: number,
  runs: number,
  { service = 1 }: Fault = {},
): Row[] {
  const form = mm1(perHour, servedPerHour);
  const handling = { kind: 'exponential', mean: (60 / servedPerHour) * service } as const;
  const all = queue({
    name: `mm1 ${perHour}`,
    perHour,
    handling,
    rho: form.rho,
    runs,
    mails: 800,
    warmUp: 0,
  });
  const of = (f: (p: Passage) => number) => all.map((run) => over(run, f));
  const name = (what: string) => `λ ${perHour}, μ ${servedPerHour} per hour: ${what}`;
  const within = (p: number): Row => {
    const t = form.responseQuantile(p);
    return row(
      name(`P(W ≤ ${t.toFixed(6)} s)`),
      p,
      of((m) => share(response(m) <= t)),
    );
  };
  return [
    row(name('Wq, s'), form.waiting, of(waiting)),
    row(name('W, s'), form.response, of(response)),
    row(
      name('Lq, as a mail finds it'),
      form.inQueue,
      all.map((run) => found(run, 'read')),
    ),
    row(
      name('L, as a mail finds it'),
      form.inSystem,
      all.map((run) => found(run, 'answered')),
    ),
    row(
      name(`P(Wq > ${beyond} s)`),
      form.waitingOver(beyond),
      of((m) => share(waiting(m) > beyond)),
    ),
    row(
      name(`P(W > ${beyond} s)`),
      form.responseOver(beyond),
      of((m) => share(response(m) > beyond)),
    ),
    row(
      name('P(Wq = 0)'),
      1 - form.rho,
      of((m) => share(waiting(m) === 0)),
    ),
    within(0.5),
    within(0.9),
  ];
}

export const mm1Group: Group = {
  title: 'M/M/1: mean, numbers and distribution (7.1, 7.2)',
  about:
    'One recipient is written to by a Poisson stream, reads at once when free and takes an exponential time for each. A run begins with as many mails as the long run has, so nothing has to warm up; 800 mails a run.',
  rows: ({ times }: Size) => [
    ...mm1Rows(2, 6, 900, 60 * times),
    ...mm1Rows(6, 10, 1_800, 40 * times),
    ...mm1Rows(9, 10, 3_600, 50 * times),
  ],
};

/** M/G/1: the mean wait depends on the second moment of service. */
function mg1Rows(kind: string, handling: Distribution, service: Service, runs: number): Row[] {
  const form = mg1(12, service);
  const all = queue({ name: kind, perHour: 12, handling, rho: form.rho, runs, mails: 900, warmUp: 300 });
  const of = (f: (p: Passage) => number) => all.map((run) => over(run, f));
  const name = (what: string) => `${kind}: ${what}`;
  return [
    row(name('Wq, s'), form.waiting, of(waiting)),
    row(name('W, s'), form.response, of(response)),
    row(
      name('Lq, as a mail finds it'),
      form.inQueue,
      all.map((run) => found(run, 'read')),
    ),
  ];
}

/** A call to a small bank, from its mean of 188 s and standard deviation of 240 s. */
export const bank = { median: exp(4.753008) / 60, sigma: 0.983295 };

export const mg1Group: Group = {
  title: 'M/G/1 (7.3)',
  about:
    'The same recipient with a constant, an exponential and a log-normal time for each mail, 12 an hour; 600 mails a run after 300 that are not counted.',
  rows: ({ times }: Size) => [
    ...mg1Rows('constant 240 s', { kind: 'constant', value: 4 }, { mean: 240, scv: 0 }, 50 * times),
    ...mg1Rows('exponential 240 s', { kind: 'exponential', mean: 4 }, { mean: 240, scv: 1 }, 50 * times),
    ...mg1Rows('log-normal 188 s', { kind: 'lognormal', ...bank }, { mean: 188, scv: 1.629697 }, 50 * times),
  ],
};
