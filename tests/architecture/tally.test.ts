import { describe, expect, it } from 'vitest';
import { browserCount, outcome, vitestCount } from '../support/tally';

const ok = { code: 0, output: '' };
const bad = { code: 1, output: 'why' };

describe('the tally of the test command', () => {
  it('counts the tests that passed and failed', () => {
    expect(outcome(bad, vitestCount({ numPassedTests: 7, numFailedTests: 2 }))).toMatchObject({
      passed: 7,
      failed: 2,
    });
    expect(outcome(ok, browserCount({ stats: { expected: 3, unexpected: 0, flaky: 0 } }))).toMatchObject({
      passed: 3,
      failed: 0,
    });
  });

  it('counts a flaky test as failed', () => {
    expect(browserCount({ stats: { expected: 3, unexpected: 1, flaky: 1 } })).toEqual({
      passed: 3,
      failed: 2,
    });
  });

  it('counts a run that ended badly without a failed test as one failure', () => {
    expect(outcome(bad, vitestCount({ numPassedTests: 7, numFailedTests: 0 })).failed).toBe(1);
  });

  it('counts a run without a report or without tests as one failure', () => {
    expect(outcome(ok, vitestCount(null)).failed).toBe(1);
    expect(outcome(ok, browserCount({ stats: { expected: 0, unexpected: 0, flaky: 0 } })).failed).toBe(1);
  });
});
