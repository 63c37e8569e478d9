import type { NewEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { lastAndSum, lastLognormal } from '../closedForms';
import {
  alwaysThere,
  Driven,
  is,
  recipientName,
  requestName,
  type Source,
  settingOf,
  worldOf,
} from '../driven';
import { average, type Group, type Row, repeat, row, type Size } from '../estimate';

/** Seconds from asking to the last answer, round by round: all people asked at once, or each when the one before has answered. */
function rounds(
  scenario: Scenario,
  seed: string,
  people: number,
  count: number,
  order: 'parallel' | 'serial',
): number[] {
  const run = new Driven(worldOf(scenario, 'mail', seed));
  const took: number[] = [];
  let [began, answered, now] = [0, 0, 0];
  const ask = (k: number) => run.mail(recipientName(k), requestName(recipientName(k), took.length));
  const begin = () => {
    [began, answered] = [now, 0];
    for (let k = 0; k < (order === 'parallel' ? people : 1); k++) ask(k);
  };
  let started = false;
  const source: Source = {
    next: () => (started ? Number.MAX_SAFE_INTEGER : 0),
    act() {
      started = true;
      begin();
    },
    seen(event: NewEvent) {
      if (!is(event, 'mail.received')) return;
      now = event.simMs;
      answered++;
      if (answered < people) {
        if (order === 'serial') ask(answered);
        return;
      }
      took.push((now - began) / 1_000);
      if (took.length < count) begin();
    },
    done: () => took.length === count,
  };
  run.play(source);
  return took;
}

/** The mean reply time of T2, 47 minutes, here as the mean of an exponential one. */
const mean = 47;
const perRun = 20;

const noticedAfter = (delay: { kind: 'exponential'; mean: number }) => ({
  ...alwaysThere,
  mail: { ...alwaysThere.mail, check: { kind: 'notified', delay } } as const,
  handling: { kind: 'constant', value: 0 } as const,
});

function exponentialRows(people: number, runs: number): Row[] {
  const form = lastAndSum(people, mean * 60);
  const persona = noticedAfter({ kind: 'exponential', mean });
  const scenario = settingOf({ persona, requests: perRun, recipients: people, lengthMin: 60_000 });
  const all = (order: 'parallel' | 'serial') =>
    repeat(runs, `fan ${people} ${order}`, (seed) => rounds(scenario, seed, people, perRun, order)).flat();
  const last = all('parallel');
  const sum = all('serial');
  const name = (what: string) => `N = ${people}: ${what}`;
  const apart = (values: readonly number[], from: number) => values.map((v) => ((v - from) / 1_000) ** 2);
  return [
    row(name('all at once, last answer, s'), form.last, last),
    row(name('all at once, variance, 10⁶ s²'), form.lastVariance / 1e6, apart(last, form.last)),
    row(
      name(`all at once, P(last ≤ ${form.lastMedian.toFixed(6)} s)`),
      0.5,
      last.map((v) => (v <= form.lastMedian ? 1 : 0)),
    ),
    row(name('one after another, s'), form.sum, sum),
    row(name('one after another, variance, 10⁶ s²'), form.sumVariance / 1e6, apart(sum, form.sum)),
    row(name('one after another minus N / H_N times all at once, s'), 0, difference(sum, last, form.speedUp)),
  ];
}

/** Zero on average where the speed-up is what it should be; the runs of the two orders have luck of their own. */
const difference = (sum: readonly number[], last: readonly number[], speedUp: number): number[] =>
  sum.map((s, i) => s - speedUp * (last[i] ?? 0));

/** Median 47 minutes, sigma 2.6704 (EMAIL_ALL): the last of several is far later than one. */
function lognormalRows(people: number, runs: number): Row {
  const [median, sigma, count] = [47, 2.6704, 6];
  const persona = {
    ...alwaysThere,
    mail: { profile: 'sampled', delay: { kind: 'lognormal', median, sigma }, overhead: 0 } as const,
    handling: { kind: 'constant', value: 0 } as const,
  };
  // Long enough for nearly all of it; what is not answered by then is past the median anyway.
  const scenario = settingOf({ persona, requests: count, recipients: people, lengthMin: 28_800 });
  const middle = lastLognormal(people, median * 60, sigma, 0.5);
  const early = repeat(runs, `tail ${people}`, (seed) => earlyShare(scenario, seed, people, count, middle));
  return row(`log-normal, N = ${people}: P(last ≤ ${middle.toFixed(6)} s)`, 0.5, early);
}

/** Everything is asked at the start; the share of rounds whose last answer came by `until` seconds. */
function earlyShare(scenario: Scenario, seed: string, people: number, count: number, until: number): number {
  const run = new Driven(worldOf(scenario, 'mail', seed));
  const answers = Array.from({ length: count }, () => 0);
  let [started, over] = [false, false];
  run.play({
    next: () => (started ? Math.round(until * 1_000) + 1 : 0),
    act() {
      over = started;
      if (started) return;
      started = true;
      for (let k = 0; k < people; k++)
        for (let n = 0; n < count; n++) run.mail(recipientName(k), requestName(recipientName(k), n));
    },
    seen(event) {
      if (!is(event, 'mail.received')) return;
      for (const id of event.data.answers) {
        const n = Number(id.slice(id.lastIndexOf('q') + 1));
        answers[n] = (answers[n] ?? 0) + 1;
      }
    },
    done: () => over,
  });
  return average(answers, (n) => (n === people ? 1 : 0));
}

export const fanOutGroup: Group = {
  title: 'All at once against one after another (7.8)',
  about:
    'N people who each answer after an exponential time of mean 2,820 s are asked at once, or each when the one before has answered: m H_N against N m. With the long tail of mail the last of several is far later than one.',
  rows: ({ times }: Size) => [
    ...[2, 5, 10].flatMap((n) => exponentialRows(n, 80 * times)),
    ...[2, 5, 10].map((n) => lognormalRows(n, 150 * times)),
  ],
};
