import type { Mode } from '@/core/contract/ids';
import type { Measures } from '@/core/contract/measures';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import type { Habits } from '@/core/policy/player';
import { canonicalOf, replicate, replicationSeed } from './replicate';
import { waitsOf } from './waits';

/** One policy on one scenario, again and again with luck of its own each time. */
export interface Study {
  scenario: Scenario;
  policy: PolicyName;
  mode: Mode;
  habits: Habits;
  /** Of all replications; each has one of its own from it. */
  seed: string;
}

/** What is kept of one replication. */
export interface Played {
  measures: Measures;
  /** Real ms that a player would have sat there. */
  realMs: number;
  /** For each request of the scenario: ms from being known to be askable to its answer, null where none came. */
  waits: (number | null)[];
}

/** Replications from `from` up to, not with, `to`: which they are decides what happens in them, not who plays them or when. */
export interface Batch {
  study: Study;
  from: number;
  to: number;
}

/** Plays a batch; `log` is told the canonical log of each replication, in order. Pure but for that. */
export function playBatch({ study, from, to }: Batch, log?: (text: string) => void): Played[] {
  const { seed, ...trial } = study;
  return Array.from({ length: to - from }, (_, i) => {
    const replication = replicate({ ...trial, seed: replicationSeed(seed, from + i) });
    log?.(canonicalOf(replication));
    const { measures, realMs } = replication;
    return { measures, realMs, waits: waitsOf(replication.log, study.scenario) };
  });
}

/**
 * Cuts replications 0 up to `count` into batches of at most `size`. Towards the end they get shorter: whoever has played their last
 * waits for whoever still plays one.
 */
export function batchesOf(study: Study, count: number, size: number): Batch[] {
  const batches: Batch[] = [];
  for (let from = 0; from < count; ) {
    const to = from + Math.min(size, count - from, Math.max(least, Math.ceil((count - from) / shareLeft)));
    batches.push({ study, from, to });
    from = to;
  }
  return batches;
}
/** A batch is at most this part of what is left: of two workers each plays some more of them to the end. */
const shareLeft = 8;
/** Handing over a shorter one costs more than it saves. */
const least = 5;
