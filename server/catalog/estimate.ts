import { setImmediate as turn } from 'node:timers/promises';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { quantile } from '@/core/sim/measures/quantile';

/** How long one run takes, in real minutes: the median of runs played by a policy, and how many of them got everything done. */
export interface RunEstimate {
  minutes: number;
  finished: number;
  runs: number;
}
export interface Estimate {
  mail: RunEstimate;
  call: RunEstimate;
}

export const estimateRuns = 24;
const seed = 'estimate';
const players = { mail: 'parallel-mailer', call: 'serial-caller' } as const satisfies Record<
  keyof Estimate,
  PolicyName
>;

/** Versions are immutable, and drafts are others: kept by the document itself. */
const known = new WeakMap<Scenario, Promise<Estimate | null>>();

/**
 * How long a scenario takes in both modes, by policies as people play, on fixed seeds. Lets others have their turn between two
 * runs. Null where a policy cannot play it to the end.
 */
export function estimateOf(scenario: Scenario): Promise<Estimate | null> {
  const found = known.get(scenario) ?? estimated(scenario);
  known.set(scenario, found);
  return found;
}

async function estimated(scenario: Scenario): Promise<Estimate | null> {
  const mail = await played(scenario, 'mail');
  const call = mail && (await played(scenario, 'call'));
  return mail && call && { mail, call };
}

async function played(scenario: Scenario, mode: keyof Estimate): Promise<RunEstimate | null> {
  const realMs: number[] = [];
  let finished = 0;
  for (let k = 0; k < estimateRuns; k++) {
    const trial = { scenario, mode, policy: players[mode], habits: habitsFor(scenario) };
    const run = tried({ ...trial, seed: replicationSeed(seed, k) });
    if (!run) return null;
    realMs.push(run.realMs);
    if (run.measures.solved === 1) finished++;
    await turn();
  }
  return { minutes: (quantile(realMs, 0.5) ?? 0) / 60_000, finished, runs: estimateRuns };
}

/** A policy that is stuck says so by RangeError: then nothing can be said of the scenario, which may be anybody's. */
function tried(trial: Parameters<typeof replicate>[0]) {
  try {
    return replicate(trial);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
