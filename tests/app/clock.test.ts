import { describe, expect, it } from 'vitest';
import { clockText, simNow, spanText, wholeMinutes } from '@/app/_lib/clock';
import type { ClockView } from '@/core/contract/view';

const clock = (more: Partial<ClockView> = {}): ClockView => ({
  state: 'running',
  simMs: 60_000,
  rate: 60,
  why: 'idle',
  pausedWhy: null,
  speed: 'normal',
  ...more,
});

describe('the simulated clock in the browser', () => {
  it('T2: goes on at its rate from where it was received', () => {
    expect(simNow({ clock: clock(), at: 1_000 }, 3_000)).toBe(60_000 + 2_000 * 60);
  });

  it('T2: stands while paused, ready or ended, however long that lasts', () => {
    for (const state of ['paused', 'ready', 'ended'] as const)
      expect(simNow({ clock: clock({ state }), at: 0 }, 99_000)).toBe(60_000);
  });

  it('T5: never shows less than the server said, whatever the local time does', () => {
    expect(simNow({ clock: clock(), at: 5_000 }, 1_000)).toBe(60_000);
  });

  it('T9: stops at the length of the run', () => {
    expect(simNow({ clock: clock(), at: 0 }, 1_000_000, 120_000)).toBe(120_000);
  });

  it('is read as the time of the story, over midnight too', () => {
    expect(clockText('2026-03-02T09:00', 41 * 60_000)).toBe('09:41');
    expect(clockText('2026-03-02T23:30', 45 * 60_000)).toBe('00:15');
  });

  it('says spans in minutes, and in hours from one hour on', () => {
    expect([0, 59_999, 60_000, 59 * 60_000, 65 * 60_000].map(spanText)).toEqual([
      '0 min',
      '0 min',
      '1 min',
      '59 min',
      '1 h 05 min',
    ]);
  });
});

it('whole minutes are enough for what was measured, and never none', () => {
  expect([0, 20_000, 60_000, 300_000, 308_000].map(wholeMinutes)).toEqual([1, 1, 1, 5, 6]);
});
