import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { replications, type Watching } from './replications';
import type { PlayedSide } from './result';
import type { Workers } from './workers';

/** Replications of one policy in the mode it is made for, by a player with the scenario's habits. */
export async function playSide(
  scenario: Scenario,
  policy: PolicyName,
  { replications: count, seed }: { replications: number; seed: string },
  workers: Workers,
  watching: Watching,
): Promise<PlayedSide> {
  const [mode] = policies[policy].modes;
  const study = { scenario, policy, mode, habits: habitsFor(scenario), seed };
  return { policy, mode, ...(await replications(study, count, workers, watching)) };
}
