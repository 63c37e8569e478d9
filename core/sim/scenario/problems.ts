import type { DocumentProblem } from '@/core/contract/authoring';
import type { Scenario } from '@/core/contract/scenario';
import type { Problem } from './problem';
import { reach } from './reach';
import { duplicates, hiddenDetails, references } from './references';
import { collisions, counts, lengths, ranges, startDate, timing } from './sizes';

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
    ...collisions(scenario),
  ];
}

/** Errors, which keep a document from being published, then warnings, which do not. */
export const judged = (scenario: Scenario): DocumentProblem[] => [
  ...problemsOf(scenario).map((problem): DocumentProblem => ({ ...problem, severity: 'error' })),
  ...warningsOf(scenario).map((problem): DocumentProblem => ({ ...problem, severity: 'warning' })),
];

/** What can be played, and is probably not what its author meant. */
export function warningsOf(_scenario: Scenario): Problem[] {
  return [];
}
