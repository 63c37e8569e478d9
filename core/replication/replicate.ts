import type { NewEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import type { Measures } from '@/core/contract/measures';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { Outlook } from '@/core/policy/outlook';
import { type Habits, playerOf } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { senseOf } from '@/core/policy/sense';
import { freshMind, type Mind } from '@/core/policy/step';
import { canonicalLog } from '@/core/sim/canonical';
import { draw, type Seed, seedOf } from '@/core/sim/chance/draw';
import { measuresOf } from '@/core/sim/measures/measure';
import { createWorld } from '@/core/sim/world';
import { HeadlessRun } from './headless';

export interface Trial {
  scenario: Scenario;
  policy: PolicyName;
  mode: Mode;
  habits: Habits;
  /** Of this one run. */
  seed: string;
}

export interface Replication {
  log: NewEvent[];
  measures: Measures;
  /** Real ms that a player would have sat there. */
  realMs: number;
}

/** The seed of the k-th replication, from the seed of all: own luck for each, the same whatever is played with it (X6). */
export function replicationSeed(seed: string, k: number): string {
  if (known.text !== seed) known = { text: seed, seed: seedOf(seed) };
  return Math.floor(draw(known.seed, 'replication', '', '', k) * 2 ** 53).toString(36);
}
/** The seed that was asked for last: it is the same for all replications of a study. */
let known: { text: string; seed: Seed } = { text: '', seed: [0, 0] };

/** Commands refused in a row before a policy counts as stuck. */
const mostRefused = 20;
/** After a refusal a player looks again so many real ms later. */
const startledMs = 1_000;

/** One run played by a policy from start to end, with its log and measures. */
export function replicate(trial: Trial): Replication {
  const log: NewEvent[] = [];
  const { realMs } = playInto((event) => log.push(event), trial);
  return { log, measures: measuresOf(log, trial.scenario), realMs };
}

/**
 * The same for whoever has another use for the events, or none: each canonical event goes to `sink`, and nothing is kept of it beyond
 * what the run itself knows. Pure but for that; RangeError when the policy does nothing but what is refused.
 */
export function playInto(
  sink: (event: NewEvent) => void,
  { scenario, policy, mode, habits, seed }: Trial,
): { realMs: number } {
  const run = new HeadlessRun(createWorld({ scenario, mode, seed, receipts: true, runIndex: 0 }), sink);
  const player = playerOf(seedOf(`player ${seed}`), policy, habits);
  const sense = senseOf(scenario);
  const outlook = new Outlook(player, sense);
  const { play } = policies[policy];
  let mind: Mind = freshMind;
  let refused = 0;
  while (!run.state.ended) {
    const step = play({ view: run.view, outlook: outlook.on(run.view), now: run.now, sense, player, mind });
    mind = step.mind;
    if ('wait' in step) {
      run.await(step.wait);
      continue;
    }
    run.pass(step.afterMs);
    if (run.state.ended) break;
    refused = run.give(step.do) ? 0 : refused + 1;
    if (refused > 0) run.pass(startledMs);
    if (refused > mostRefused)
      throw new RangeError(`${policy} is stuck at ${step.do.name} with seed ${seed}`);
  }
  return { realMs: run.wall };
}

export const canonicalOf = ({ log }: Replication): string => canonicalLog(log);
