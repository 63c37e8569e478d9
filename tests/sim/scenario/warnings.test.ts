import { describe, expect, test } from 'vitest';
import { checkDocument, isPlayable } from '@/core/sim/scenario/checkDocument';
import type { Problem } from '@/core/sim/scenario/problem';
import { judged, problemsOf, warningsOf } from '@/core/sim/scenario/problems';
import { allPacks } from '@/tests/support/packFiles';
import { prompt, request, village, villager } from '@/tests/support/village';

type More = Parameters<typeof village>[0];
const people = (...more: Parameters<typeof villager>[1][]) =>
  ['ada', 'ben', 'cleo'].map((id, i) => villager(id, more[i]));
const note = (more: object) => ({ id: 'note', from: 'ada', subject: 'A note', text: 'A note.', ...more });
const silent = { ...prompt, reply: { ...prompt.reply, chance: [0] } };
const weekend = { ...prompt, calendar: { ...prompt.calendar, daysOff: [1, 2] } };
const slow = { ...prompt, handling: { kind: 'constant', value: 40 } } as const;
const colour = { id: 'colour', label: 'Colour', text: 'crimson' };
const asks = (title: string, ...phrasings: string[]) => ({ title, phrasings });

/** What is doubtful, the doubtful document, and the same document mended. */
const cases: [
  name: string,
  code: Problem['code'],
  path: string,
  message: RegExp,
  doubtful: More,
  mended: More,
][] = [
  [
    'a request that can be done without, to somebody who never answers',
    'unanswerable',
    'requests.1.recipient',
    /harvest will never be answered: Ben never answers a mail/,
    {
      personas: { prompt, silent },
      recipients: people({}, { persona: 'silent' }),
      requests: [request('bridge', 'ada'), request('harvest', 'ben', { required: false })],
      details: [],
    },
    { requests: [request('bridge', 'ada'), request('harvest', 'ben', { required: false })], details: [] },
  ],
  [
    'a mail that waits for an answer which never comes',
    'never-fires',
    'mail.0.on.answered',
    /note waits for the answer to harvest, which never comes/,
    {
      recipients: people({}, { address: 'outdated' }),
      requests: [request('bridge', 'ada'), request('harvest', 'ben', { required: false })],
      details: [],
      mail: [note({ on: { answered: 'harvest' } })],
    },
    {
      requests: [request('bridge', 'ada'), request('harvest', 'ben', { required: false })],
      details: [],
      mail: [note({ on: { answered: 'harvest' } })],
    },
  ],
  [
    'somebody who is never at work while the run lasts',
    'never-at-work',
    'recipients.1.persona',
    /Ben is not at work at any time/,
    {
      personas: { prompt, weekend },
      recipients: people({}, { persona: 'weekend' }),
      requests: [request('bridge', 'ada')],
      details: [],
    },
    { recipients: people(), requests: [request('bridge', 'ada')], details: [] },
  ],
  [
    'a chain that usually takes longer than the run',
    'short',
    'lengthMin',
    /usually takes 10\d minutes of work; the run lasts 60/,
    { personas: { prompt: slow } },
    { personas: { prompt: slow }, lengthMin: 240 },
  ],
  [
    'an answer that tells what another request is for',
    'reveals',
    'requests.2.answer',
    /has the detail “colour” in it, “crimson”, which bridge is asked for/,
    {
      details: [colour],
      requests: [
        request('bridge', 'ada', { gives: 'colour' }),
        request('harvest', 'ben', { details: ['colour'] }),
        request('festival', 'cleo', { answer: 'At nine; bring CRIMSON flags.' }),
      ],
    },
    {
      details: [colour],
      requests: [
        request('bridge', 'ada', { gives: 'colour' }),
        request('harvest', 'ben', { details: ['colour'], answer: 'With the crimson one, at nine.' }),
        request('festival', 'cleo', { answer: 'At nine; bring crimsonly flags.' }),
      ],
    },
  ],
  [
    'an answer with the whole answer to another request in it',
    'reveals',
    'requests.1.answer',
    /has the whole answer to bridge in it/,
    {
      details: [],
      requests: [
        request('bridge', 'ada', { answer: 'It opens at noon.' }),
        request('harvest', 'ben', { answer: 'Fine, and: it opens at noon!' }),
      ],
    },
    {
      details: [],
      requests: [
        request('bridge', 'ada', { answer: 'It opens at noon.' }),
        request('harvest', 'ben', { answer: 'Fine. It opens at nine.' }),
      ],
    },
  ],
  [
    'a mail that tells what a request is for',
    'reveals',
    'mail.0.text',
    /has the detail “colour” in it/,
    { mail: [note({ at: 1, text: 'Have you seen the crimson bridge?' })] },
    { mail: [note({ on: { answered: 'bridge' }, text: 'Have you seen the crimson bridge?' })] },
  ],
  [
    'words that are taken for another request of the same person',
    'ambiguous',
    'requests.0.phrasings.0',
    /would be taken for supper, which the same person is asked/,
    {
      details: [],
      requests: [
        request('hall', 'ada', asks('Hall booking', 'what is for supper tonight')),
        request('supper', 'ada', asks('Supper tonight', 'what will supper be')),
        request('ferry', 'ben'),
      ],
    },
    {
      details: [],
      requests: [
        request('hall', 'ada', asks('Hall booking', 'is the hall booked for us')),
        request('supper', 'ada', asks('Supper tonight', 'what will supper be')),
        request('ferry', 'ben'),
      ],
    },
  ],
  [
    'a fact that nobody tells and nobody needs',
    'unused',
    'details.1',
    /nobody tells “weight”, and nobody needs it/,
    { details: [colour, { id: 'weight', label: 'Weight', text: 'two tons' }] },
    { details: [colour] },
  ],
];

describe('a warning about a document that can be played', () => {
  test.each(cases)('%s', (_, code, path, message, doubtful, mended) => {
    const scenario = village(doubtful);
    expect(problemsOf(scenario)).toEqual([]);
    // Whatever waits for an answer that never comes is told beside that request, too.
    const warnings = warningsOf(scenario)
      .filter((p) => p.code === code)
      .map(({ values: _, ...p }) => ({ ...p, path: p.path.join('.') }));
    expect(warnings).toEqual([{ code, path, message: expect.stringMatching(message) }]);
    expect(warningsOf(village(mended))).toEqual([]);
  });

  test('does not keep it from being published, as an error does', () => {
    const [, , , , doubtful] = cases[0] ?? [];
    const withWarning = checkDocument(village(doubtful));
    expect(withWarning.problems.map((p) => p.severity)).toEqual(['warning']);
    expect(isPlayable(withWarning)).toBe(true);
    const withError = checkDocument({ ...village(), start: '2026-02-30T09:00' });
    expect(withError.problems.map((p) => p.severity)).toEqual(['error']);
    expect(isPlayable(withError)).toBe(false);
  });
});

test('no pack gives a warning', () => {
  expect(allPacks().flatMap((s) => judged(s).map((p) => [s.slug, p.path, p.message]))).toEqual([]);
});

test('R3: a distribution that is cut off where nothing of it lies is an error, and harms no other check', () => {
  const personas = { prompt: { ...prompt, handling: { kind: 'constant', value: 5, atLeast: 9 } } } as const;
  expect(judged(village({ personas })).filter((p) => p.severity === 'error')).toEqual([
    {
      path: ['personas', 'prompt', 'handling'],
      code: 'range',
      severity: 'error',
      message: 'nothing of this constant distribution lies between its bounds',
      values: { why: 'bounds' },
    },
  ]);
});

test('a hundred requests that each need eight others are judged at once', () => {
  const details = Array.from({ length: 100 }, (_, i) => ({
    id: `d${i}`,
    label: `Detail ${i}`,
    text: `fact ${i}`,
  }));
  const requests = details.map(({ id }, i) =>
    request(`r${i}`, 'ada', {
      gives: id,
      details: details.slice(Math.max(0, i - 8), i).map((d) => d.id),
    }),
  );
  const started = performance.now();
  expect(judged(village({ details, requests })).map((p) => p.code)).toContain('short');
  expect(performance.now() - started).toBeLessThan(5_000);
});
