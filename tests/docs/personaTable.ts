import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';

/** The rows of docs/simulation-model.md, each a reading of a persona as it stands in the program. */
const rows: [string, (p: Persona) => string][] = [
  ['working hours', (p) => `${p.calendar.from} to ${p.calendar.to}`],
  ['days off (1 = Monday)', (p) => p.calendar.daysOff.join(', ')],
  ['lunch within; minutes', (p) => lunch(p)],
  ['meetings per 6 h × minutes', (p) => `${p.meetings.perSixHours} × ${p.meetings.minutes}`],
  ['share of time away; a spell', (p) => `${p.away.share}; ${p.away.minutes}`],
  ['checks mail', (p) => check(p)],
  ['a check takes', (p) => (p.mail.profile === 'queue' ? p.mail.discipline : p.mail.profile)],
  ['to read and type a mail', (p) => `${p.mail.overhead}`],
  ['other mail per hour × minutes', (p) => `${p.traffic.mailPerHour} × ${p.traffic.mailMinutes}`],
  ['answers the 1st, 2nd, 3rd asking', (p) => p.reply.chance.join(', ')],
  [
    'beyond this asking, each time the chance ×',
    (p) => `${p.reply.nagging.limit}, ${p.reply.nagging.factor}`,
  ],
  ['less per waiting mail', (p) => `${p.reply.perWaitingMail}`],
  ['handles a request', (p) => words(p.handling)],
  ['picks up; line busy', (p) => `${p.call.pickUp}; ${p.call.busyShare}`],
  ['rings', (p) => words(p.call.ring)],
  ['opening words', (p) => words(p.call.opening)],
  ['talk beyond handling; a detail', (p) => `${p.call.talkExtra}; ${p.call.detail}`],
  [
    'calls back after a missed call; voicemail',
    (p) => `${p.call.callBack.missed}; ${p.call.callBack.voicemail}`,
  ],
  [
    'looks and calls back; after',
    (p) => `${p.call.lookAndCallBack.chance}; ${words(p.call.lookAndCallBack.delay)}`,
  ],
  ['lost by an interruption', (p) => words(p.call.lost)],
  ['lines; when busy', (p) => `${p.call.lines}; ${p.call.whenBusy}`],
];

const lunch = ({ calendar: { lunch: l } }: Persona): string =>
  l ? `${l.earliest} to ${l.latest}; ${l.minutes}` : 'none';

function check({ mail }: Persona): string {
  if (mail.profile === 'sampled') return `after ${words(mail.delay)}`;
  if (mail.check.kind === 'notified') return `notified, after ${words(mail.check.delay)}`;
  return mail.check.kind === 'fixed' ? mail.check.times.join(', ') : `gap ${words(mail.check.gap)}`;
}

/** The kinds that the default personas use; another one has to be given its words first. */
function words(d: Distribution): string {
  if (d.kind === 'lognormal') return `LN(${d.median}, ${d.sigma})`;
  if (d.kind === 'uniform') return `U(${d.low}, ${d.high})`;
  if (d.kind === 'exponential') return `${d.shift ?? 0} + Exp(${d.mean}), at most ${d.atMost}`;
  throw new RangeError(`no words for a ${d.kind} distribution`);
}

/** One table: a column for each persona in the order given. What all of them have in common stands in the second list. */
export function personaTable(personas: Readonly<Record<string, Persona>>): {
  table: string[];
  common: string[];
} {
  const all = Object.values(personas);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cells = rows.map(([name, read]) => ({ name, values: all.map(read) }));
  const differs = ({ values }: { values: string[] }) => new Set(values).size > 1;
  return {
    table: [
      line(['', ...Object.keys(personas).map((name) => `\`${name}\``)]),
      line(['---', ...all.map(() => '---')]),
      ...cells.filter(differs).map(({ name, values }) => line([name, ...values])),
    ],
    common: cells.filter((row) => !differs(row)).map(({ name, values: [value = ''] }) => line([name, value])),
  };
}
