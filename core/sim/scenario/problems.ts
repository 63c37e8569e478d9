import type { Scenario } from '@/core/contract/scenario';
import type { Problem } from './problem';
import { reach } from './reach';
import { duplicates, hiddenDetails, references } from './references';
import { collisions, counts, lengths, ranges, startDate, timing } from './sizes';

/** Everything that is wrong with a document whose form is right; empty when it can be played. */
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
