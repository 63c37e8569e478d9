import fc from 'fast-check';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { plainText } from '@/core/contract/text';
import { generator } from '../view/random';
import { randomScenario } from './randomScenario';

/** Characters that YAML, JSON, XML or spreadsheets treat in a way of their own. */
const awkward = [
  ...'\n\t "\'\\{}[]:#-?!|>&*%@`,=+~<>/_;$',
  '_x000D_',
  '---',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\ufeff',
];
const word = fc.constantFrom(
  'yes',
  'null',
  '1e5',
  '007',
  '2026-03-02',
  '=A1',
  'true',
  '09:30',
  '[]',
  '{}',
  '~',
);

/** Any text that a document may have, of one to so many characters. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom(...awkward),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
        maxLength: 60,
      }),
      word,
    )
    .map((given) => plainText.trim().max(most).safeParse(given).data ?? '')
    .map((given) => given || 'x');

/** Any document of the schema: people, requests and mail by chance, texts of every kind. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({ seed: fc.integer({ min: 1 }), texts: fc.array(text(60), { minLength: 12, maxLength: 24 }) })
  .map(({ seed, texts }) => {
    let next = 0;
    const some = () => texts[next++ % texts.length] ?? 'x';
    return withTexts(randomScenario(generator(seed)), some);
  });

/** The beginning of a text, without half a character at its end. */
const beginning = (given: string, most: number): string =>
  given
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim() || 'x';

function withTexts(scenario: Scenario, some: () => string): Scenario {
  return scenarioSchema.parse({
    ...scenario,
    title: some(),
    summary: some(),
    tags: [beginning(some(), 30), beginning(some(), 30)],
    brief: { you: some(), story: `${some()}\n${some()}`, goal: some() },
    details: scenario.details.map((d) => ({ ...d, text: some() })),
    recipients: scenario.recipients.map((r) => ({
      ...r,
      role: some(),
      about: some(),
      voice: { ...r.voice, clarify: some(), greeting: some() },
      ...(some().length % 5 === 0 && { tune: { calendar: { lunch: null }, reply: { chance: [0.5, 1] } } }),
    })),
    requests: scenario.requests.map((r) => ({
      ...r,
      ask: some(),
      answer: some(),
      phrasings: [some(), some(), some()],
      keywords: some().length % 3 === 0 ? [] : [beginning(some(), 40)],
    })),
    mail: scenario.mail.map((m) => ({ ...m, subject: some(), text: some() })),
    desk: {
      title: some(),
      intro: some(),
      cards: [
        {
          kind: 'sum',
          prompt: some(),
          unit: beginning(some(), 12),
          items: [some(), some(), some()],
          low: 1,
          high: 9,
        },
        {
          kind: 'sort',
          prompt: some(),
          buckets: [beginning(some(), 30), 'other'],
          items: [0, 1, 0, 1].map((bucket) => ({ text: some(), bucket })),
        },
      ],
    },
    teaching: { shape: 'free', note: some(), questions: [some(), some()] },
  });
}
