import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Group, limit, type Row } from './estimate';
import { sectionOf } from './page';

/** 1 in `npm test`; `npm run test:long` takes so many times the runs. */
export const times = Number(process.env.VALIDATION_TIMES ?? 1);
export const longest = 120_000 * times;

/** Every row of a group is within the limit, and the document has these rows. A larger sample has rows of its own. */
export function holds(group: Group): Row[] {
  const rows = group.rows({ times });
  const off = rows.filter(({ z }) => !(Math.abs(z) <= limit));
  expect(off, sectionOf(group, off).join('\n')).toEqual([]);
  if (times === 1) expect(stands(sectionOf(group, rows)), 'run npm run validate -- --write').toBe(true);
  return rows;
}

/** Whether docs/validation.md has these lines. */
export const stands = (lines: readonly string[]): boolean =>
  readFileSync('docs/validation.md', 'utf8').includes(lines.join('\n'));
