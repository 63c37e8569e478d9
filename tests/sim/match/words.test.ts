import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordCount } from '@/core/contract/wordCount';

const spaces = [...' \t\n\v\f\r\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...spaces), fc.constantFrom('a', 'é', '–', '7', '\u200b', '\u180e', '🚲')))
  .map((parts) => parts.join(''));

test('words are the runs of characters that a regular expression does not take for white space', () => {
  fc.assert(
    fc.property(texts, (text) => wordCount(text) === text.split(/\s+/).filter(Boolean).length),
    { seed: 1, numRuns: 2_000 },
  );
  expect(wordCount('')).toBe(0);
  expect(wordCount(' two\u00a0words\n')).toBe(2);
});
