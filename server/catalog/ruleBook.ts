import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A rule of docs/SPEC.md in plain words. */
export interface Rule {
  number: string;
  text: string;
}

/** These rules as the rule book has them, in its order. RangeError where one does not stand there. */
export async function rulesOf(numbers: readonly string[]): Promise<Rule[]> {
  const book = rulesIn(await readFile(path.join(process.cwd(), 'docs', 'SPEC.md'), 'utf8'));
  const missing = numbers.filter((n) => !book.some((r) => r.number === n));
  if (missing.length > 0) throw new RangeError(`docs/SPEC.md has no ${missing.join(', ')}`);
  return book.filter((r) => numbers.includes(r.number));
}

/** A rule goes from its dash to the next one, or to an empty line. */
const rulesIn = (markdown: string): Rule[] =>
  markdown
    .split(/\n(?=- \*\*)|\n\n/)
    .map((part) => /^- \*\*([A-Z]\d+)\*\* ([\s\S]*)$/.exec(part))
    .filter((found) => found !== null)
    .map(([, number = '', text = '']) => ({ number, text: plain(text) }));

const plain = (text: string): string => text.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim();
