import type { DocumentProblem } from '@/core/contract/authoring';
import type { Scenario } from '@/core/contract/scenario';
import { durations } from './durations';
import { neverAtWork, usualLength } from './fit';
import type { Problem } from './problem';
import { idle, reach } from './reach';
import { duplicates, hiddenDetails, references } from './references';
import { collisions, counts, lengths, ranges, startDate, timing } from './sizes';
import { ambiguous, revealing } from './wording';

/** Everything that keeps a document whose form is right from being played; empty when it can be. */
export function problemsOf(scenario: Scenario): Problem[] {
  return [
    ...duplicates(scenario),
    ...references(scenario),
    ...hiddenDetails(scenario),
    ...reach(scenario),
    ...startDate(scenario),
    ...timing(scenario),
    ...lengths(scenario),
    ...counts(scenario),
    ...ranges(scenario),
    ...durations(scenario),
    ...collisions(scenario),
  ];
}

/** Errors, which keep a document from being published, then warnings, which do not. */
export function judged(scenario: Scenario): DocumentProblem[] {
  const errors = problemsOf(scenario).map((p): DocumentProblem => ({ ...p, severity: 'error' }));
  const warnings = warningsOf(scenario).map((p): DocumentProblem => ({ ...p, severity: 'warning' }));
  return [...errors, ...warnings];
}

/** What can be played, and is probably not what its author meant. */
export const warningsOf = (scenario: Scenario): Problem[] => [
  ...idle(scenario),
  ...neverAtWork(scenario),
  ...usualLength(scenario),
  ...revealing(scenario),
  ...ambiguous(scenario),
];
