import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { differences } from '@/core/replication/difference';
import { summaries } from '@/core/replication/summary';
import type { Replications } from '../../replication/replications';

/** Replications of one policy. */
export interface PlayedSide extends Replications {
  policy: PolicyName;
  mode: Mode;
}

/** The document that `simulate --json` prints; with a second policy what it came to, and the difference pair by pair. */
export function resultOf(scenario: Scenario, seed: string, first: PlayedSide, second: PlayedSide | null) {
  const one = sideOf(first);
  return {
    scenario: scenario.slug,
    version: scenario.version,
    policy: first.policy,
    mode: first.mode,
    seed,
    replications: first.played.length,
    ...one,
    ...(second && {
      against: { policy: second.policy, mode: second.mode, ...sideOf(second) },
      difference: differences(
        first.played.map((p) => p.measures),
        second.played.map((p) => p.measures),
      ),
    }),
  };
}
export type Result = ReturnType<typeof resultOf>;

function sideOf({ played, logSha256 }: PlayedSide) {
  const measures = summaries(played.map((p) => p.measures));
  return { solvedShare: measures.solved.mean, measures, logSha256 };
}
