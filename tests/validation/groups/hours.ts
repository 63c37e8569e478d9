import type { Persona } from '@/core/contract/persona';
import { day, hour } from '@/core/sim/time/localTime';
import { offHours } from '../closedForms';
import { alwaysThere, luckOf, settingOf } from '../driven';
import { average, type Group, type Row, repeat, row, type Size } from '../estimate';
import { type Passage, send } from '../inbox';

type Calendar = Persona['calendar'];
const week = 7 * day;
const mails = 400;

/** Mails spread evenly over a week, to somebody who reads and answers at once when at work. */
function weeks(name: string, calendar: Calendar, utcOffsetMin: number, runs: number): Passage[][] {
  const persona = { ...alwaysThere, calendar, handling: { kind: 'constant', value: 0 } } as const;
  const scenario = settingOf({ persona, requests: mails, lengthMin: 14_400, utcOffsetMin });
  return repeat(runs, name, (seed) => {
    const u = luckOf(seed);
    const moments = Array.from({ length: mails }, (_, k) => Math.floor(u('moment', k) * week));
    moments.sort((a, b) => a - b);
    return send(scenario, seed, mails, (k) => moments[k] ?? 0);
  });
}

const wait = ({ sent, read }: Passage): number => (read - sent) / hour;
const nineToFive: Calendar = { from: '09:00', to: '17:00', lunch: null, daysOff: [] };
const night = 16;

interface Case {
  name: string;
  calendar: Calendar;
  /** Hours off in a week, each stretch. */
  off: number[];
}

const cases: readonly Case[] = [
  { name: '8 h a day, 7 days', calendar: nineToFive, off: Array.from({ length: 7 }, () => night) },
  {
    name: '9 to 17, Monday to Friday',
    calendar: { ...nineToFive, daysOff: [6, 7] },
    off: [night, night, night, night, 64],
  },
  {
    name: '8 h of work and 1 h of lunch, Monday to Friday',
    calendar: {
      from: '09:00',
      to: '18:00',
      lunch: { earliest: '11:30', latest: '14:00', minutes: 60 },
      daysOff: [6, 7],
    },
    off: [15, 15, 15, 15, 63, 1, 1, 1, 1, 1],
  },
];

function waitRows({ name, calendar, off }: Case, runs: number): Row[] {
  const form = offHours(168, off);
  const all = weeks(name, calendar, 0, runs);
  const of = (f: (p: Passage) => number) => all.map((r) => average(r, f));
  return [
    row(`${name}: mean wait, h`, form.mean, of(wait)),
    row(
      `${name}: P(0)`,
      form.atOnce,
      of((m) => (m.read === m.sent ? 1 : 0)),
    ),
    row(
      `${name}: P(> 8 h)`,
      form.over(8),
      of((m) => (wait(m) > 8 ? 1 : 0)),
    ),
  ];
}

/**
 * The hour of the recipient's own day at which mails are read, two hours ahead of the sender: two thirds at nine, the others evenly until
 * five. A calendar that is moved leaves every wait as it was; this moves with it. `calendar` is the one that is simulated.
 */
export function readingHourRows(runs: number, calendar: Calendar = nineToFive): Row[] {
  const ahead = 120;
  const all = weeks('reading hour', calendar, ahead, runs);
  const local = ({ read }: Passage) => ((read + ahead * 60_000) % day) / hour;
  return [
    row(
      'two hours ahead, 9 to 17 every day: mean local hour of reading',
      (2 / 3) * 9 + (1 / 3) * 13,
      all.map((r) => average(r, local)),
    ),
  ];
}
export { nineToFive };

/** The first calendar's wait, with a calendar of one's own. */
export const waitAsIf = (calendar: Calendar, runs: number): Row[] => {
  const [first] = cases;
  return first ? waitRows({ ...first, calendar }, runs) : [];
};

export const hoursGroup: Group = {
  title: 'Working hours (7.7)',
  about: `Handling takes no time; ${mails} mails a run at moments spread evenly over a week. Lunch begins at a drawn time, which leaves these figures as they are.`,
  rows: ({ times }: Size) => [
    ...cases.flatMap((c) => waitRows(c, 25 * times)),
    ...readingHourRows(20 * times),
  ],
};
