import { type PolicyName, policyNames } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { type Figure, median } from '../report';
import { cpuSeconds } from './cpu';

const packs = [
  { slug: 'launch-week-quick', goal: 2_000 },
  { slug: 'launch-week', goal: 1_000 },
] as const;
/** Replications in a row; the warm-up before the first round is five times as many. */
const inARow = 400;

/** Whole replications of the two packs, with log and measures, by each policy in the mode it is for. */
export async function packRates(): Promise<PackRate[]> {
  const read = await readScenarioFolder(packsFolder);
  return packs.flatMap(({ slug, goal }) => {
    const result = read.find(({ result }) => result.ok && result.scenario.slug === slug)?.result;
    if (!result?.ok) throw new Error(`there is no pack ${slug}`);
    return policyNames.map((policy) => new PackRate(result.scenario, policy, goal));
  });
}

class PackRate {
  private readonly rates: number[] = [];
  private played = 0;
  private longest = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly policy: PolicyName,
    private readonly goal: number,
  ) {}

  round(): void {
    if (this.rates.length === 0) for (let i = 0; i < 5; i++) this.play();
    this.rates.push(inARow / cpuSeconds(() => this.play()));
  }

  private play(): void {
    const { scenario, policy } = this;
    const mode = policies[policy].modes[0];
    const habits = habitsFor(scenario);
    for (let i = 0; i < inARow; i++) {
      const seed = replicationSeed('bench', this.played++);
      const { log } = replicate({ scenario, policy, mode, habits, seed });
      if (log.at(-1)?.type !== 'run.ended') throw new Error(`${policy} did not end ${scenario.slug}`);
      this.longest = Math.max(this.longest, log.length);
    }
  }

  figures(): Figure[] {
    const value = median(this.rates);
    return [
      {
        metric: `${this.scenario.slug}, ${this.policy}, up to ${this.longest} events`,
        unit: 'replications per second',
        value,
        min: Math.min(...this.rates),
        max: Math.max(...this.rates),
        baseline: null,
        ratio: null,
        goal: `at least ${this.goal.toLocaleString('en')} per second`,
        met: value >= this.goal,
      },
    ];
  }
}
