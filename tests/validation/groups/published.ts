import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';
import { exp } from '@/core/sim/chance/maths';
import { type Lognormal, lognormalUpTo, sumUpTo } from '../closedForms';
import { alwaysThere, settingOf } from '../driven';
import { average, type Group, type Row, repeat, row, type Size } from '../estimate';
import { type Passage, send } from '../inbox';
import { pickUpRow } from './retries';

/** Every plan looks at all that wait, so few at a time are quicker. */
const perRun = 20;
const minuteMs = 60_000;

interface Reply {
  name: string;
  /** Minutes. */
  delay: Lognormal;
  handling: Distribution;
  overhead: number;
  runs: number;
}

/** Mails to somebody with a drawn delay each (P2), all sent at the start; those not answered within three days are left open. */
function replies({ name, delay, handling, overhead, runs }: Reply): Passage[][] {
  const mail = { profile: 'sampled', delay: { kind: 'lognormal', ...delay }, overhead } as const;
  const persona = { ...alwaysThere, mail, handling };
  const scenario = settingOf({ persona, requests: perRun, lengthMin: 4_320 });
  return repeat(runs, name, (seed) => send(scenario, seed, perRun, () => 0, { untilMs: 4_300 * minuteMs }));
}

const nothing: Distribution = { kind: 'constant', value: 0 };
const upTo = (all: readonly Passage[][], what: 'read' | 'answered', minutes: number): number[] =>
  all.map((run) => average(run, (p) => (p[what] > 0 && p[what] - p.sent <= minutes * minuteMs ? 1 : 0)));

const sigma = 2.6704;
const devices = [
  { name: 'phone', median: 28 },
  { name: 'tablet', median: 57 },
  { name: 'desktop', median: 62 },
];

/** T1 (E5): half of the replies by the published median of each device. */
export const deviceRows = (runs: number, factor = 1): Row[] =>
  devices.map(({ name, median }) => {
    const delay = { median: median * factor, sigma };
    const all = replies({ name, delay, handling: nothing, overhead: 0, runs });
    return row(
      `T1, ${name}: share answered within the median of ${median} min`,
      0.5,
      upTo(all, 'answered', median),
    );
  });

const allMail: Lognormal = { median: 47, sigma };
/** Read 43 words at 238 a minute; type a reply of median 43 words at 52 a minute, spread as replies are (E8). */
const typing: Lognormal = { median: 49.6 / 60, sigma: 1.6094 };
const readingMin = 10.8 / 60;

/** T2 (E1 to E3): the delay has its mode at two seconds; with handling the most frequent minute is the second or third. */
export function modeRows(runs: number, handled = true): Row[] {
  const handling: Distribution = handled ? { kind: 'lognormal', ...typing } : nothing;
  const all = replies({
    name: 'all mail',
    delay: allMail,
    handling,
    overhead: handled ? readingMin : 0,
    runs,
  });
  const form = (t: number) => sumUpTo(allMail, typing, readingMin, t);
  const within = (k: number) =>
    upTo(all, 'answered', k + 1).map((v, i) => v - (upTo(all, 'answered', k)[i] ?? 0));
  const bins = [0, 1, 2, 3].map((k) => within(k));
  const share = (k: number) => row(`${inMinute}${k + 1}`, form(k + 1) - form(k), bins[k] ?? []);
  return [
    ...[0, 1, 2, 3].map(share),
    row('T2: share answered within 47 min', form(47), upTo(all, 'answered', 47)),
    row('T2: share answered within a day', form(1_440), upTo(all, 'answered', 1_440)),
  ];
}

const inMinute = 'T2: share answered in minute ';

/** The minute after sending in which most replies came, counted from 1. */
export function busiestMinute(rows: readonly Row[]): number {
  const minutes = rows.filter(({ name }) => name.startsWith(inMinute));
  const most = Math.max(...minutes.map(({ simulated }) => simulated));
  return minutes.findIndex(({ simulated }) => simulated === most) + 1;
}

/** T3 (E7): a quarter of the mails of somebody with little mail, one in twenty with a hundred others waiting. */
function loadRows(runs: number): Row[] {
  const lighter = { chance: [0.25], nagging: { limit: 3, factor: 1 }, perWaitingMail: 0.008 };
  const once = (mailPerHour: number): Persona => ({
    ...alwaysThere,
    handling: nothing,
    mail: {
      profile: 'queue',
      check: { kind: 'fixed', times: ['12:00'] },
      discipline: 'exhaustive',
      overhead: 0,
    },
    reply: lighter,
    traffic: { mailPerHour, mailMinutes: 0 },
  });
  const share = (mailPerHour: number, name: string): number[] => {
    const scenario = settingOf({ persona: once(mailPerHour), requests: 19 });
    // A mail a day, just after the look: until the next one the others pile up behind it.
    return repeat(runs, name, (seed) => {
      const day = 1_440 * minuteMs;
      const sent = send(scenario, seed, 18, (k) => k * day + 720 * minuteMs + 1, { untilMs: 19.6 * day });
      return average(sent, (p) => (p.answered > 0 ? 1 : 0));
    });
  };
  return [
    row('T3: share answered with no other mail', 0.25, share(0, 'low load')),
    row('T3: share answered with 100 others a day', underLoad(100), share(100 / 24, 'high load')),
  ];
}

/** E[max(0, 0.25 (1 - 0.008 N))], N Poisson: the others that came within the day and wait behind. */
function underLoad(mean: number): number {
  let [sum, term] = [0, exp(-mean)];
  for (let n = 0; n < 1_000; n++) {
    sum += term * Math.max(0, 0.25 * (1 - 0.008 * n));
    term *= mean / (n + 1);
  }
  return sum;
}

/** T4 (R2): opening a mailing, in minutes: exp(9.9671) s, sigma 2.2646. */
const opens: Lognormal = { median: exp(9.9671) / 60, sigma: 2.2646 };
export function openRows(runs: number): Row[] {
  const all = replies({ name: 'opens', delay: opens, handling: nothing, overhead: 0, runs });
  const published = { 1: '21.5 %', 6: '50.6 %', 24: '73 %' } as const;
  return ([1, 6, 24] as const).map((h) =>
    row(
      `T4: share opened within ${h} h (published: ${published[h]})`,
      lognormalUpTo(opens, h * 60),
      upTo(all, 'read', h * 60),
    ),
  );
}

/** Twelve times as many as the others, so that two in a hundred too few show. `really` is the chance that is simulated. */
export const savedContact = (runs: number, really = 0.7): Row =>
  pickUpRow('T5: dials answered, saved contact', 0.7, runs * 12, really);

/** T5 (P2, P7): answered calls. With 70 % and dialing until reached, three in ten dials fail by construction. */
const pickUpRows = (runs: number): Row[] => [
  savedContact(runs),
  pickUpRow('T5: dials answered, named business', 0.53, runs),
  pickUpRow('T5: dials answered, unidentified', 0.24, runs),
];

export const publishedGroup: Group = {
  title: 'Published tables T1 to T5',
  about:
    'A persona is given the figures that a paper or vendor printed and must give them back. T1, T3, T4 and T5 restate their own input and so test the sampling; in T2 the second minute as the most frequent one emerges from handling time.',
  rows: ({ times }: Size) => [
    ...deviceRows(300 * times),
    ...modeRows(1_250 * times),
    ...loadRows(80 * times),
    ...openRows(300 * times),
    ...pickUpRows(20 * times),
  ],
};
