import { describe, expect, test } from 'vitest';
import { endsThatDay, minutesTo, written } from '@/app/_features/edit/model/moment';

const start = '2026-03-02T09:00';

describe('a moment by the clock of the story', () => {
  test.each([0, 41, 899, 900, 1440, 28_800])(
    '%d minutes after the start are written and read back',
    (minutes) => {
      expect(minutesTo(start, written(start, minutes, false))).toBe(minutes);
    },
  );

  test('on one day the clock alone says it', () => {
    expect(written(start, 150, true)).toBe('11:30');
    expect(minutesTo(start, '11:30')).toBe(150);
    expect(minutesTo(start, '08:59')).toBe(-1);
    expect(written(start, 899.6, true)).toBe('00:00');
  });

  test('what is no moment is no number, also while the start is being written', () => {
    for (const [from, text] of [
      [start, ''],
      [start, '2026-03'],
      ['', '11:30'],
      ['2026', '2026-03-02T09:00'],
    ] as const)
      expect(minutesTo(from, text)).toBeNaN();
    expect(endsThatDay('', 10)).toBe(false);
  });

  test('what no field can hold is nothing: a draft may count any number of minutes', () => {
    for (const minutes of [1e13, -1e12, 5e9, Number.POSITIVE_INFINITY])
      expect([written(start, minutes, false), written(start, minutes, true)]).toEqual(['', '']);
    expect(endsThatDay(start, 1e13)).toBe(false);
  });

  test('a story ends that day up to the last minute of it', () => {
    expect(endsThatDay(start, 899)).toBe(true);
    expect(endsThatDay(start, 900)).toBe(false);
  });
});
