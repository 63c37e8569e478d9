import type { MeasureName } from '@/core/contract/measures';
import type { ComparisonName, PeopleName } from '../../_lib/figures';
import type { SourceId } from './sources';

/**
 * What a figure rests on. `counted`: the log alone. `research`: a measure that studies of media report, counted here in the log.
 * `assumption`: it would be another figure if something else were assumed.
 */
export type Basis = 'counted' | 'research' | 'assumption';

export interface Ground {
  basis: Basis;
  /** Numbers in docs/SPEC.md. */
  rules: readonly string[];
  sources: readonly SourceId[];
}

const counted = (...rules: string[]): Ground => ({ basis: 'counted', rules, sources: [] });
const research = (sources: SourceId[], ...rules: string[]): Ground => ({ basis: 'research', rules, sources });
const assumed = (sources: SourceId[], ...rules: string[]): Ground => ({
  basis: 'assumption',
  rules,
  sources,
});

export const measureGrounds = {
  solved: counted('A3'),
  completionTime: research(['baltes', 'lisiecka'], 'A3', 'X5'),
  firstAnswer: counted('A3'),
  deskDone: assumed([], 'D1', 'D2'),
  deskWhileWaiting: assumed([], 'D2', 'A3'),
  blockedTime: counted('C1', 'C3'),
  personTime: assumed([], 'D2', 'C5', 'T8'),
  interruptionsCaused: assumed([], 'C5', 'P11'),
  timeLostToOthers: assumed(['jackson', 'mark2008'], 'C5'),
  interruptionsSuffered: counted('C7', 'P7'),
  resumptionLag: research(['altmann'], 'D1'),
  attemptsPerContact: research(['salovaara'], 'C1', 'C2'),
  clarifications: counted('A4', 'P4'),
  inFlightMax: counted('A2', 'A3'),
  inFlightMean: counted('A2', 'A3'),
  outOfOrder: counted('A3'),
  replyRate: research(['dabbish', 'kooti'], 'A3', 'P4'),
  latencyQ50: research(['kooti'], 'A3', 'X5'),
  latencyQ90: research(['kooti'], 'A3', 'X5'),
  messages: counted('A6'),
  words: research(['kooti'], 'A5'),
  reminders: counted('P6'),
  equality: research(['mcleod'], 'P8'),
} as const satisfies Record<MeasureName, Ground>;

/** How runs and teams are compared: what stands in both debriefs beside the measures. */
export const comparisonGrounds = {
  difference: counted('X1', 'X7'),
  constructed: counted('X6'),
  student: research([], 'X1', 'X3'),
  bootstrap: research(['efron'], 'X1', 'X3'),
  median: research(['hollander'], 'X1', 'X5'),
  orders: research(['senn', 'welch'], 'X1', 'X7'),
  pairs: assumed(['guenther'], 'X8'),
  predictions: counted('X7'),
  flow: counted('A2', 'A3'),
} as const satisfies Record<ComparisonName, Ground>;

/** What the timeline and the reveal show of the simulated people. */
export const peopleGrounds = {
  waits: counted('P3', 'P11'),
  chance: assumed(['kooti', 'dabbish'], 'P4', 'P6'),
  draw: research(['salmon'], 'R1', 'R2'),
  handling: assumed([], 'P3', 'C8'),
  found: assumed(['pielot', 'hiya'], 'C2', 'C9'),
  lost: assumed(['jackson'], 'C5'),
  felt: counted('T8'),
  price: counted('A4'),
} as const satisfies Record<PeopleName, Ground>;

/** Every rule that some figure names, once. */
export const namedRules: readonly string[] = [
  ...new Set(
    [measureGrounds, comparisonGrounds, peopleGrounds].flatMap((some) =>
      Object.values<Ground>(some).flatMap(({ rules }) => rules),
    ),
  ),
];
