import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A quiet run is a passing run: whatever a test writes to the console fails it. A test that expects words spies on the console itself. */
const methods = ['log', 'info', 'debug', 'warn', 'error'] as const;
const heard: string[] = [];

beforeEach(() => {
  heard.length = 0;
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      heard.push(`${method}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  for (const method of methods) vi.mocked(console[method]).mockRestore?.();
  expect(heard, 'the test wrote to the console').toEqual([]);
});
