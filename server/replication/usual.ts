import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import type { Study } from '@/core/replication/batch';

/** A policy on a scenario in the mode it is made for, by players with the habits of the mission's shape. */
export function usualStudy(scenario: Scenario, policy: PolicyName, seed: string): Study {
  return { scenario, policy, mode: policies[policy].modes[0], habits: habitsFor(scenario), seed };
}
