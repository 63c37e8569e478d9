import { describe, expect, test } from 'vitest';
import type { Scenario } from '@/core/contract/scenario';
import type { Problem } from '@/core/sim/scenario/problem';
import { problemsOf } from '@/core/sim/scenario/problems';
import { collisions } from '@/core/sim/scenario/sizes';
import { prompt, request, village, villager } from '@/tests/support/village';

type More = Parameters<typeof village>[0];
const note = (id: string, more: object) => ({ id, from: 'ada', subject: 'A note', text: 'A note.', ...more });
const detail = (id: string) => ({ id, label: `The ${id} colour`, text: id });
const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');
const desk = (card: object) => ({ title: 'Desk', intro: 'Work.', cards: [card] }) as Scenario['desk'];
const sort = (bucket: number) => ({
  kind: 'sort',
  prompt: 'Where?',
  buckets: ['left', 'right'],
  items: [0, 1, 0, bucket].map((b, i) => ({ text: `thing ${i}`, bucket: b })),
});
const sum = (low: number, high: number) => ({
  kind: 'sum',
  prompt: 'Total?',
  unit: '',
  items: ['a', 'b', 'c'],
  low,
  high,
});
const trip = (id: string, needs: string, gives: string) => request(id, 'ada', { details: [needs], gives });
const away = (deputy: string) => ({ outOfOffice: { deputy, text: 'Away.' } });
const people = (...more: Parameters<typeof villager>[1][]) =>
  ['ada', 'ben', 'cleo'].map((id, i) => villager(id, more[i]));
const silent = { ...prompt, reply: { ...prompt.reply, chance: [0] } };
const deaf = { ...prompt, call: { ...prompt.call, pickUp: 0, voicemail: false } };
const weekend = { ...prompt, calendar: { ...prompt.calendar, daysOff: [1, 2] } };

/** What is broken, the broken document, and the same document mended. */
const cases: [
  name: string,
  code: Problem['code'],
  path: string,
  message: RegExp,
  broken: More,
  mended: More,
][] = [
  [
    'two recipients with one id',
    'duplicate',
    'recipients.3.id',
    /ada/,
    { recipients: [...people(), villager('ada', { name: 'Other' })] },
    { recipients: [...people(), villager('dora')] },
  ],
  [
    'two recipients with one name',
    'duplicate',
    'recipients.3.name',
    /Ada/,
    { recipients: [...people(), villager('dora', { name: 'Ada' })] },
    { recipients: [...people(), villager('dora')] },
  ],
  [
    'two requests that give the same detail',
    'duplicate',
    'requests.1.gives',
    /red/,
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { gives: 'red' }), request('b', 'ben', { gives: 'red' })],
    },
    { details: [detail('red')], requests: [request('a', 'ada', { gives: 'red' }), request('b', 'ben')] },
  ],
  [
    'a request to nobody',
    'unknown',
    'requests.0.recipient',
    /no recipient “zoe”/,
    { requests: [request('a', 'zoe')] },
    { requests: [request('a', 'ada')] },
  ],
  [
    'an unknown detail',
    'unknown',
    'requests.0.details.0',
    /no detail “red”/,
    { details: [], requests: [request('a', 'ada', { details: ['red'] })] },
    { details: [], requests: [request('a', 'ada')] },
  ],
  [
    'an unknown persona',
    'unknown',
    'recipients.0.persona',
    /no persona “ghost”/,
    { recipients: people({ persona: 'ghost' }) },
    { recipients: people({ persona: 'batcher' }) },
  ],
  [
    'an unknown deputy',
    'unknown',
    'recipients.0.outOfOffice.deputy',
    /no recipient “zoe”/,
    { recipients: people(away('zoe')) },
    { recipients: people(away('ben')) },
  ],
  [
    'mail from nobody',
    'unknown',
    'mail.0.from',
    /zoe/,
    { mail: [note('n', { from: 'zoe', at: 1 })] },
    { mail: [note('n', { at: 1 })] },
  ],
  [
    'a trigger on an unknown request',
    'unknown',
    'mail.0.on.asked',
    /no request “a”/,
    { requests: [request('b', 'ada')], mail: [note('n', { on: { asked: 'a' } })] },
    { requests: [request('b', 'ada')], mail: [note('n', { on: { asked: 'b' } })] },
  ],
  [
    'a hidden detail that is not needed',
    'hidden',
    'requests.0.hidden.0',
    /not among the details/,
    { details: [detail('red')], requests: [request('a', 'ada', { hidden: ['red'] })] },
    {
      details: [{ ...detail('red'), known: true }],
      requests: [request('a', 'ada', { details: ['red'], hidden: ['red'] })],
    },
  ],
  [
    'a detail that nobody gives',
    'never-known',
    'requests.0.details.0',
    /needs “red”/,
    { details: [detail('red')], requests: [request('a', 'ada', { details: ['red'] })] },
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] })],
      mail: [note('n', { at: 1, gives: 'red' })],
    },
  ],
  [
    'a detail that comes only if somebody is silent',
    'never-known',
    'requests.0.details.0',
    /sure to bring/,
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] }), request('b', 'ben')],
      mail: [note('n', { on: { notAnsweredAfter: { request: 'b', minutes: 5 } }, gives: 'red' })],
    },
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] }), request('b', 'ben')],
      mail: [note('n', { on: { answered: 'b' }, gives: 'red' })],
    },
  ],
  [
    'requests in a circle',
    'cycle',
    'requests.0',
    /a, b/,
    {
      details: [detail('red'), detail('blue')],
      requests: [trip('a', 'red', 'blue'), trip('b', 'blue', 'red')],
    },
    {
      details: [{ ...detail('red'), known: true }, detail('blue')],
      requests: [trip('a', 'red', 'blue'), request('b', 'ben', { details: ['blue'] })],
    },
  ],
  [
    'a circle through a mail that waits for the answer it makes possible',
    'cycle',
    'requests.0',
    /circle/,
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] })],
      mail: [note('n', { on: { answered: 'a' }, gives: 'red' })],
    },
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] })],
      mail: [note('n', { on: { asked: 'a' }, gives: 'red' })],
    },
  ],
  [
    'a circle through a number of solved requests',
    'cycle',
    'requests.0',
    /circle/,
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] })],
      mail: [note('n', { on: { solved: 1 }, gives: 'red' })],
    },
    {
      details: [detail('red')],
      requests: [request('a', 'ada', { details: ['red'] }), request('b', 'ben')],
      mail: [note('n', { on: { solved: 1 }, gives: 'red' })],
    },
  ],
  [
    'a required request to an outdated address',
    'unreachable',
    'requests.0.recipient',
    /mail to Ada bounces/,
    { recipients: people({ address: 'outdated' }), requests: [request('a', 'ada')] },
    {
      recipients: people({ address: 'outdated' }),
      requests: [request('a', 'ada', { required: false }), request('b', 'ben')],
    },
  ],
  [
    'an optional request on the way to a required one, to an outdated address',
    'unreachable',
    'requests.0.recipient',
    /bounces/,
    {
      recipients: people({ address: 'outdated' }),
      details: [detail('red')],
      requests: [
        request('a', 'ada', { required: false, gives: 'red' }),
        request('b', 'ben', { details: ['red'] }),
      ],
    },
    {
      details: [detail('red')],
      requests: [
        request('a', 'ada', { required: false, gives: 'red' }),
        request('b', 'ben', { details: ['red'] }),
      ],
    },
  ],
  [
    'somebody who never answers a mail',
    'unreachable',
    'requests.0.recipient',
    /never answers/,
    {
      personas: { prompt, silent },
      recipients: people({ persona: 'silent' }),
      requests: [request('a', 'ada')],
    },
    {
      personas: { prompt, silent },
      recipients: people({ persona: 'silent', ...away('ben') }),
      requests: [request('a', 'ada')],
    },
  ],
  [
    'somebody who never takes a call',
    'unreachable',
    'requests.0.recipient',
    /never takes a call/,
    { personas: { prompt, deaf }, recipients: people({ persona: 'deaf' }), requests: [request('a', 'ada')] },
    { personas: { prompt, deaf }, recipients: people({ persona: 'deaf' }), requests: [request('a', 'ben')] },
  ],
  [
    'somebody who has the day off',
    'unreachable',
    'requests.0.recipient',
    /not at work/,
    {
      personas: { prompt, weekend },
      recipients: people({ persona: 'weekend' }),
      requests: [request('a', 'ada')],
    },
    {
      personas: { prompt, weekend },
      recipients: people({ persona: 'weekend' }),
      requests: [request('a', 'ada')],
      start: '2026-03-04T09:00',
    },
  ],
  [
    'a time zone in which it is night',
    'unreachable',
    'requests.0.recipient',
    /not at work/,
    { recipients: people({ persona: 'batcher', utcOffsetMin: 720 }), requests: [request('a', 'ada')] },
    { recipients: people({ persona: 'batcher', utcOffsetMin: 120 }), requests: [request('a', 'ada')] },
  ],
  [
    'a deputy who is away too',
    'unreachable',
    'recipients.0.outOfOffice.deputy',
    /out of office too/,
    { recipients: people(away('ben'), away('cleo')) },
    { recipients: people(away('ben')) },
  ],
  [
    'somebody who is their own deputy',
    'unreachable',
    'recipients.0.outOfOffice.deputy',
    /own deputy/,
    { recipients: people(away('ada')) },
    { recipients: people(away('cleo')) },
  ],
  [
    'a deputy with an outdated address',
    'unreachable',
    'recipients.0.outOfOffice.deputy',
    /bounces/,
    { recipients: people(away('cleo'), {}, { address: 'outdated' }), requests: [request('a', 'ada')] },
    { recipients: people(away('ben'), {}, { address: 'outdated' }), requests: [request('a', 'ada')] },
  ],
  [
    'a mission without anything required',
    'nothing-required',
    'requests',
    /at least one/,
    { requests: [request('a', 'ada', { required: false })] },
    { requests: [request('a', 'ada')] },
  ],
  [
    'mail after the end',
    'never-arrives',
    'mail.0.at',
    /60 minutes/,
    { mail: [note('n', { at: 60 })] },
    { mail: [note('n', { at: 59 })] },
  ],
  [
    'a delay beyond the end',
    'never-arrives',
    'mail.0.on',
    /65 minutes/,
    { requests: [request('a', 'ada')], mail: [note('n', { on: { asked: 'a' }, delay: 65 })] },
    { requests: [request('a', 'ada')], mail: [note('n', { on: { asked: 'a' }, delay: 6 })] },
  ],
  [
    'a trigger on more than there is to solve',
    'never-arrives',
    'mail.0.on',
    /2 solved/,
    { requests: [request('a', 'ada')], mail: [note('n', { on: { solved: 2 } })] },
    { requests: [request('a', 'ada')], mail: [note('n', { on: { solved: 1 } })] },
  ],
  [
    'a run shorter than its chain',
    'too-short',
    'lengthMin',
    /8 minutes/,
    {
      lengthMin: 8,
      details: [detail('red')],
      requests: [request('a', 'ada', { gives: 'red' }), request('b', 'ben', { details: ['red'] })],
    },
    {
      lengthMin: 9,
      details: [detail('red')],
      requests: [request('a', 'ada', { gives: 'red' }), request('b', 'ben', { details: ['red'] })],
    },
  ],
  [
    'an answer of 21 words',
    'too-long',
    'requests.0.answer',
    /21 words; 20/,
    { requests: [request('a', 'ada', { answer: words(21) })] },
    { requests: [request('a', 'ada', { answer: words(20) })] },
  ],
  [
    'a mail of 61 words',
    'too-long',
    'mail.0.text',
    /61 words; 60/,
    { mail: [note('n', { at: 1, text: words(61) })] },
    { mail: [note('n', { at: 1, text: words(60) })] },
  ],
  [
    'three items as calls',
    'too-many',
    'mail',
    /3 items come as calls/,
    { mail: ['x', 'y', 'z'].map((id) => note(id, { at: 1, asCall: true })) },
    { mail: ['x', 'y'].map((id) => note(id, { at: 1, asCall: true })) },
  ],
  [
    'five items for quiet',
    'too-many',
    'mail',
    /5 items wait for quiet/,
    { mail: ['v', 'w', 'x', 'y', 'z'].map((id) => note(id, { on: { quiet: 20 } })) },
    { mail: ['w', 'x', 'y', 'z'].map((id) => note(id, { on: { quiet: 20 } })) },
  ],
  [
    'the 29th of February of a common year',
    'date',
    'start',
    /no such day/,
    { start: '2026-02-29T09:00' },
    { start: '2028-02-29T09:00' },
  ],
  [
    'the 31st of April',
    'date',
    'start',
    /no such day/,
    { start: '2026-04-31T09:00' },
    { start: '2026-04-30T09:00' },
  ],
  [
    'working hours that end before they begin',
    'range',
    'recipients.0.tune.calendar',
    /17:00 to 09:00/,
    {
      recipients: people({ tune: { calendar: { from: '17:00', to: '09:00' } } }),
      requests: [request('b', 'ben')],
    },
    {
      recipients: people({ tune: { calendar: { from: '09:00', to: '17:00' } } }),
      requests: [request('b', 'ben')],
    },
  ],
  [
    'a lunch that does not fit',
    'range',
    'recipients.0.tune.calendar',
    /does not fit/,
    {
      recipients: people({
        tune: { calendar: { lunch: { earliest: '12:00', latest: '12:20', minutes: 30 } } },
      }),
    },
    {
      recipients: people({
        tune: { calendar: { lunch: { earliest: '12:00', latest: '12:30', minutes: 30 } } },
      }),
    },
  ],
  [
    'a sum card without room',
    'range',
    'desk.cards.0.low',
    /below high/,
    { desk: desk(sum(9, 9)) },
    { desk: desk(sum(9, 10)) },
  ],
  [
    'a bucket that is not there',
    'range',
    'desk.cards.0.items.3.bucket',
    /no bucket 2/,
    { desk: desk(sort(2)) },
    { desk: desk(sort(1)) },
  ],
];

describe('a scenario that cannot be played is refused with path and reason', () => {
  test.each(cases)('%s', (_name, code, path, message, broken, mended) => {
    const found = problemsOf(village(broken));
    expect(found.map((p) => `${p.code} ${p.path.join('.')}`)).toEqual([`${code} ${path}`]);
    expect(found[0]?.message).toMatch(message);
    expect(problemsOf(village(mended))).toEqual([]);
  });

  test('R1: two names with the same hash are refused', () => {
    const hash = (name: string) => (name === 'ben' ? 1 : name.length * 1_000 + name.charCodeAt(0));
    expect(collisions(village(), hash)).toEqual([]);
    const clash = collisions(village(), (name) => (name === 'ben' ? hash('ada') : hash(name)));
    expect(clash.map((p) => p.message)).toEqual(['“ben” and “ada” have the same hash; rename one of them']);
  });
});
