import { policyNames } from '@/core/contract/policy';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import type { Study } from '@/core/replication/batch';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';

/** What is played, without its luck. */
export type Kind = Omit<Study, 'seed'>;

/** Every pack by every policy, in each of its modes. */
export async function studiesOfPacks(): Promise<Kind[]> {
  const read = await readScenarioFolder(packsFolder);
  return read.flatMap(({ result }) => {
    if (!result.ok) throw new Error('a pack cannot be read');
    const { scenario } = result;
    const habits = habitsFor(scenario);
    return policyNames.flatMap((policy) =>
      policies[policy].modes.map((mode): Kind => ({ scenario, policy, mode, habits })),
    );
  });
}
