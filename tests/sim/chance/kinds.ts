import type { Distribution } from '@/core/contract/distribution';

/** One of every kind, plain and truncated. */
export const kinds: Record<string, Distribution> = {
  constant: { kind: 'constant', value: 4 },
  uniform: { kind: 'uniform', low: 2, high: 9 },
  exponential: { kind: 'exponential', mean: 6 },
  shiftedExponential: { kind: 'exponential', mean: 0.1112, shift: 0.0333, atMost: 0.5 },
  lognormal: { kind: 'lognormal', median: 2.5, sigma: 0.5 },
  truncatedLognormal: { kind: 'lognormal', median: 47, sigma: 2.6704, atLeast: 1, atMost: 10_080 },
  lognormalMixture: {
    kind: 'lognormalMixture',
    parts: [
      { weight: 0.3077, median: 5.4, sigma: 1.4713 },
      { weight: 0.6923, median: 143, sigma: 2.1815 },
    ],
  },
  loguniform: { kind: 'loguniform', low: 1, high: 10_080 },
  triangular: { kind: 'triangular', low: 1, mode: 3, high: 12 },
  empirical: { kind: 'empirical', values: [1, 2, 3, 5, 8, 13, 21] },
};
