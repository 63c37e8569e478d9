import { describe, expect, test } from 'vitest';
import { readScenarioFile } from '@/server/catalog/scenarioFile';

/** A small file in which every line is known. */
const lines = [
  'schema: 1',
  'slug: two-doors',
  'title: Two doors',
  'language: en',
  'version: 1',
  'license: CC0-1.0',
  'summary: A file for tests.',
  'start: 2026-03-02T09:00',
  'lengthMin: 60',
  'playMin: 1',
  'brief: { you: You., story: A story., goal: A goal. }',
  'details: []',
  'recipients:',
  '  - id: ada',
  '    name: Ada',
  '    role: Clerk',
  '    about: Lives here.',
  '    persona: quick-notifier',
  '    voice: { clarify: Which?, unmatched: What?, forward: Passed on. }',
  'requests:',
  '  - id: door',
  '    title: The door',
  '    recipient: ada',
  '    answer: The red one.',
  '    phrasings: [which door]',
  '    ask: Which door is it?',
  'mail:',
  '  - id: hello',
  '    from: ada',
  '    subject: Hello',
  '    text: Hello.',
  '    on: { asked: door }',
  'desk:',
  '  title: Desk',
  '  intro: Work.',
  '  cards: [{ kind: match, prompt: Same?, pattern: "A-##" }]',
  'teaching: { shape: free, note: For tests. }',
];
const text = lines.join('\n');
const withLine = (old: string, ...now: string[]) => lines.flatMap((l) => (l === old ? now : [l])).join('\n');
const first = (source: string) => {
  const read = readScenarioFile(source);
  if (read.ok) return 'played';
  const { path, line, column, message } = read.problems[0] ?? {};
  return `${line}:${column} ${path}: ${message}`;
};

describe('a wrong file is refused with line, column, part and words', () => {
  test('the same file without a mistake is read', () => expect(first(text)).toBe('played'));

  test.each([
    ['a part is missing', withLine('lengthMin: 60'), '1:1 lengthMin: is missing'],
    ['a part is missing inside', withLine('    name: Ada'), '14:5 recipients.0.name: is missing'],
    ['a text for a number', withLine('lengthMin: 60', 'lengthMin: soon'), '9:1 lengthMin: must be a number'],
    ['a number for a text', withLine('title: Two doors', 'title: 2'), '3:1 title: must be a text'],
    ['another schema', withLine('schema: 1', 'schema: 2'), '1:1 schema: must be 1'],
    [
      'a part spelt wrong',
      withLine('playMin: 1', 'playMin: 1', 'lenght: 3'),
      '11:1 lenght: is not a known part here; did you mean “lengthMin”?',
    ],
    [
      'a trigger spelt wrong',
      withLine('    on: { asked: door }', '    on: { aksed: door }'),
      '32:5 mail.0.on: must be one of asked, answered, notAnsweredAfter, solved or quiet, with its value',
    ],
    [
      'an address with blanks',
      withLine('slug: two-doors', 'slug: Two doors'),
      '2:1 slug: is not written as expected (/^[a-z][a-z0-9-]{1,59}$/)',
    ],
    [
      'an unknown recipient, which only the rules can see',
      withLine('    recipient: ada', '    recipient: zoe'),
      '23:5 requests.0.recipient: there is no recipient “zoe”',
    ],
    ['a key twice', withLine('version: 1', 'version: 1', 'version: 2'), '6:1 : has the same key twice'],
    [
      'a tag',
      withLine('lengthMin: 60', 'lengthMin: !soon 60'),
      '9:12 : uses a tag, which is not allowed here',
    ],
    ['two documents', `${text}\n---\nslug: b`, '38:1 : holds more than one document'],
    ['nothing at all', '', 'null:null : must be a group of named parts'],
    ['a list', '- one', '1:1 : must be a group of named parts'],
  ])('%s', (_, source, problem) => expect(first(source)).toBe(problem));

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['dashes', '- '.repeat(200_000)],
  ])('200,000 nested %s are refused and do no harm', (_, source) => {
    expect(first(source)).toMatch(/is nested too deeply$/);
  });

  test('all that is wrong is said at once', () => {
    const read = readScenarioFile(
      text.replace('lengthMin: 60', 'lengthMin: x').replace('version: 1', 'version: y'),
    );
    expect(read.ok ? [] : read.problems.map((p) => p.path)).toEqual(['version', 'lengthMin']);
  });
});
