import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { limits } from '@/core/contract/limits';
import type { Scenario } from '@/core/contract/scenario';
import { readScenarioFile } from '@/server/catalog/scenarioFile';
import { request, village, villager } from '@/tests/support/village';

const file = (more: Parameters<typeof village>[0]) => stringify(village(more));
const problems = (text: string) => {
  const read = readScenarioFile(text);
  return read.ok ? [] : read.problems.map((p) => `${p.path}: ${p.message}`);
};

test('a scenario file comes back as it was written', () => {
  const read = readScenarioFile(file({}));
  expect(read).toMatchObject({ ok: true, scenario: village() });
});

test.each<[string, Parameters<typeof village>[0], string]>([
  [
    'two of one name',
    { recipients: [villager('ada'), villager('ada'), villager('ben'), villager('cleo')] },
    'recipients.1.id: another of the recipients has the id “ada”',
  ],
  [
    'an unknown recipient',
    { requests: [request('one', 'zoe')] },
    'requests.0.recipient: there is no recipient “zoe”',
  ],
  [
    'an unknown persona',
    { recipients: [villager('ada', { persona: 'ghost' }), villager('ben'), villager('cleo')] },
    'recipients.0.persona: there is no persona “ghost”',
  ],
  [
    'an unknown detail',
    { requests: [request('one', 'ada', { details: ['size'] })] },
    'requests.0.details.0: there is no detail “size”',
  ],
  [
    'a detail nobody gives',
    { requests: [request('one', 'ada', { details: ['colour'] })] },
    'requests.0.details.0: one needs “colour”, but no request gives it, no mail is sure to bring it, and it is not known from the start',
  ],
  [
    'requests in a circle',
    {
      details: ['x', 'y'].map((id) => ({ id, label: id, text: `value of ${id}` })),
      requests: [
        request('one', 'ada', { details: ['x'], gives: 'y' }),
        request('two', 'ben', { details: ['y'], gives: 'x' }),
      ],
    },
    'requests.0: these wait for each other in a circle, so none can be answered: one, two',
  ],
  [
    'an address nobody reads',
    { recipients: [villager('ada', { address: 'outdated' }), villager('ben'), villager('cleo')] },
    'requests.0.recipient: bridge is needed, but mail to Ada bounces',
  ],
  [
    'a hidden detail that is none',
    { requests: [request('one', 'ada', { hidden: ['colour'] })] },
    'requests.0.hidden.0: “colour” is not among the details of one',
  ],
  ['no such day', { start: '2026-02-30T09:00' }, 'start: there is no such day'],
  [
    'nothing required',
    { requests: [request('one', 'ada', { required: false })] },
    'requests: at least one request must be required',
  ],
  [
    'a long answer',
    { requests: [request('one', 'ada', { answer: 'word '.repeat(21).trim() })] },
    'requests.0.answer: has 21 words; 20 is the most',
  ],
])('refused with place and reason: %s', (_, more, problem) => {
  expect(problems(file(more))).toContain(problem);
});

test('a wrong form is reported with its line', () => {
  const read = readScenarioFile(file({}).replace('lengthMin: 60', 'lengthMin: soon'));
  expect(read).toMatchObject({ ok: false, problems: [{ path: 'lengthMin', line: expect.any(Number) }] });
});

test('broken YAML, doubled keys, aliases and giants are refused in words', () => {
  expect(problems('a: [1')).toHaveLength(1);
  expect(problems('slug: a\nslug: b')).toHaveLength(1);
  expect(problems('a: &x [1]\nb: *x')).toEqual([': uses aliases, which are not allowed here']);
  expect(problems('x'.repeat(limits.scenarioBytes + 1))).toEqual([
    `: is larger than ${limits.scenarioBytes} bytes`,
  ]);
});

test('a billion laughs are not laughed', () => {
  const bomb = `a: &a [x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((k, i) => `${k}: &${k} [*${'abcdef'[i]},*${'abcdef'[i]}]`).join('\n')}`;
  expect(problems(bomb)).toEqual([': uses aliases, which are not allowed here']);
});

test('a scenario read twice is the same document', () => {
  const [a, b] = [readScenarioFile(file({})), readScenarioFile(file({}))];
  expect(a.ok && b.ok && (a.scenario satisfies Scenario) && a.sha256).toBe(b.ok && b.sha256);
});
