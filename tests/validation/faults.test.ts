import { describe, expect, test } from 'vitest';
import { limit, type Row } from './estimate';
import { batchRows, hourlyCase } from './groups/checks';
import { interruptionRow } from './groups/direction';
import { nineToFive, readingHourRows, waitAsIf } from './groups/hours';
import { savedContact } from './groups/published';
import { mm1Rows } from './groups/queues';
import { retryRows } from './groups/retries';
import { longest } from './holds';

const worst = (rows: readonly Row[]): number => Math.max(...rows.map(({ z }) => Math.abs(z)));

/** Each plants one fault, in no more runs than the suite has; without it the same rows hold there. */
describe('a fault in a mechanism fails the suite', { timeout: longest }, () => {
  test('service 5 % slower or faster', () => {
    for (const service of [1.05, 0.95])
      expect(worst(mm1Rows(2, 6, 900, 60, { service }))).toBeGreaterThan(limit);
  });

  test('gated instead of exhaustive checks, and the other way round', () => {
    expect(worst(batchRows(hourlyCase, 'exhaustive', 24, 'gated'))).toBeGreaterThan(limit);
    expect(worst(batchRows(hourlyCase, 'gated', 24, 'exhaustive'))).toBeGreaterThan(limit);
  });

  test('2 % less chance of picking up', () => {
    expect(Math.abs(savedContact(20, 0.7 * 0.98).z)).toBeGreaterThan(limit);
  });

  test('a calendar an hour later, and one an hour shorter', () => {
    expect(worst(readingHourRows(20, { ...nineToFive, from: '10:00', to: '18:00' }))).toBeGreaterThan(limit);
    expect(worst(waitAsIf({ ...nineToFive, to: '16:00' }, 25))).toBeGreaterThan(limit);
  });

  test('R2: dials within ten minutes of each other, which meet the same draw', () => {
    expect(worst(retryRows({ pickUp: 2 / 3, gapMin: 30, chains: 60 }, 50, 5))).toBeGreaterThan(limit);
  });

  test('a lag after an interruption that is a third longer', () => {
    expect(Math.abs(interruptionRow(20, 64 * (4 / 3)).z)).toBeGreaterThan(limit);
  });
});
