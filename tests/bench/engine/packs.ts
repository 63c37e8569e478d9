import { type PolicyName, policyNames } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { policies } from '@/core/policy/policies';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { cpuSeconds } from './cpu';
import type { PackRate } from './packRate';

const packs = [
  { slug: 'launch-week-quick', goal: 2_000 },
  { slug: 'launch-week', goal: 1_000 },
] as const;
/** Replications in a row. */
const inARow = 400;
/** How often each is played so before the first round: so long the engine goes on compiling what runs often. */
const warmUp = 5;

/** Whole replications of the packs, with log and measures, by each policy in the mode it is for, in turn. */
async function packRates(rounds: number): Promise<PackRate[]> {
  const all = await players();
  for (let k = 0; k < warmUp; k++) for (const player of all) player.play();
  for (let round = 0; round < rounds; round++) for (const player of all) player.round();
  return all.map((player) => player.rate);
}

async function players(): Promise<Player[]> {
  const read = await readScenarioFolder(packsFolder);
  return packs.flatMap(({ slug, goal }) => {
    const result = read.find(({ result }) => result.ok && result.scenario.slug === slug)?.result;
    if (!result?.ok) throw new Error(`there is no pack ${slug}`);
    return policyNames.map((policy) => new Player(result.scenario, policy, goal));
  });
}

class Player {
  readonly rate: PackRate;
  private played = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly policy: PolicyName,
    goal: number,
  ) {
    this.rate = { pack: scenario.slug, policy, rates: [], longest: 0, goal };
  }

  round(): void {
    this.rate.rates.push(inARow / cpuSeconds(() => this.play()));
  }

  play(): void {
    const { scenario, policy, rate } = this;
    const mode = policies[policy].modes[0];
    const habits = habitsFor(scenario);
    for (let i = 0; i < inARow; i++) {
      const seed = replicationSeed('bench', this.played++);
      const { log } = replicate({ scenario, policy, mode, habits, seed });
      if (log.at(-1)?.type !== 'run.ended') throw new Error(`${policy} did not end ${scenario.slug}`);
      rate.longest = Math.max(rate.longest, log.length);
    }
  }
}

// A program of its own: `node packs.js ROUNDS`.
process.stdout.write(`${JSON.stringify(await packRates(Number(process.argv[2])))}\n`);
