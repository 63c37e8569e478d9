import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wallClock } from '@/server/alarm/wallClock';

const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test('T2: setting the clock of the machine back and forth moves no time of a process that runs', () => {
  const machine = Date.now();
  const began = wallClock.now();
  let last = began;
  for (const step of [-hour, hour, -24 * hour, 24 * hour, 0]) {
    vi.setSystemTime(machine + step);
    const now = wallClock.now();
    expect(now).toBeGreaterThanOrEqual(last);
    expect(now - began).toBeLessThan(hour / 60);
    last = now;
  }
});

test('negative control: a clock that asks the machine steps with it', () => {
  const asked = () => Date.now();
  const before = asked();
  vi.setSystemTime(before - hour);
  expect(asked()).toBeLessThan(before);
});

test('T2: what waits rings at its time although the clock of the machine was set back meanwhile', async () => {
  const wanted = wallClock.now() + 20;
  vi.setSystemTime(Date.now() - hour);
  await new Promise<void>((ring) => wallClock.at(wanted, ring));
  expect(wallClock.now()).toBeGreaterThanOrEqual(wanted);
});
