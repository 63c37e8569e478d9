import type { MeasureName } from '@/core/contract/measures';

/** Figures of a comparison of runs or teams, beside the measures. */
export const comparisonNames = [
  'difference',
  'constructed',
  'student',
  'bootstrap',
  'median',
  'orders',
  'pairs',
  'predictions',
  'flow',
] as const;
export type ComparisonName = (typeof comparisonNames)[number];

/** Figures of the timeline and the reveal, about the simulated people. */
export const peopleNames = ['waits', 'chance', 'draw', 'handling', 'found', 'lost', 'felt', 'price'] as const;
export type PeopleName = (typeof peopleNames)[number];

/** Where a figure is explained: its rule, formula and source. */
export const figureHref = (
  name: MeasureName | ComparisonName | PeopleName | 'measures' | 'personas',
): string => `/about/figures#${name}`;
