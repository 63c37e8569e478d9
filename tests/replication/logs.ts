import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { canonicalOf, replicate, replicationSeed } from '@/core/replication/replicate';

/** The whole canonical logs of so many replications (T3), each in the first mode of its policy. Bundled for browsers too. */
export function logs(scenario: Scenario, policy: PolicyName, seed: string, count: number): string[] {
  const [mode] = policies[policy].modes;
  const habits = habitsFor(scenario);
  return Array.from({ length: count }, (_, k) =>
    canonicalOf(replicate({ scenario, policy, mode, habits, seed: replicationSeed(seed, k) })),
  );
}
