/** Runs loaded to see what one takes, and those loaded and dropped before, so that what all share is there already. */
export const withRuns = 1_000;
export const warmUpRuns = 50;

export const runName = (i: number): string => `bench-run-${i}`.padEnd(21, '-');
