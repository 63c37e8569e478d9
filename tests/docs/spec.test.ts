import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const rules = new Set(
  [...readFileSync('docs/SPEC.md', 'utf8').matchAll(/^- \*\*([TRPAD]\d+)\*\*/gm)].map((m) => m[1] ?? ''),
);
/** Rules about what is not built, or that no test of behaviour can show. */
const unproved = new Set(['T1', 'T6', 'R5', 'A5', 'D2']);

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.startsWith('docs'))
  .map((file) => path.join('tests', file));
const cited = new Set(
  files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b([TRPAD]\d{1,2})(?=[:,])/g)].map((m) => m[1] ?? ''),
  ),
);

test('the rule book has all its chapters', () => {
  expect(rules.size).toBeGreaterThan(35);
});

test('every rule that a test names stands in docs/SPEC.md', () => {
  expect([...cited].filter((rule) => !rules.has(rule))).toEqual([]);
});

test('every rule that is built is named by a test', () => {
  expect([...rules].filter((rule) => !cited.has(rule) && !unproved.has(rule))).toEqual([]);
});
