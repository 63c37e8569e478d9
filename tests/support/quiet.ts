import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * A quiet run is a passing run: whatever a test writes to the console fails it. A test that expects words mocks the
 * console's method itself.
 */
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
  expect(heard.splice(0), 'the test wrote to the console').toEqual([]);
});
