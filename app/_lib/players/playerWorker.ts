import { expose } from 'comlink';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { type Played, playBatch, type Study } from '@/core/replication/batch';
import { judged } from '@/core/sim/scenario/problems';
import { pictureOf } from '@/core/whatIf/picture';
import { hardestOf, outcomeOf, separationOf } from '@/core/whatIf/separation';
import { playPiece } from '@/core/whatIf/study';

type UsualBatch = Omit<Study, 'habits'> & { from: number; to: number };

/** What a web worker can be asked for: the very functions that Node runs, so the same question has the same answer. */
const player = {
  piece: playPiece,
  picture: pictureOf,
  /** Replications by players with the habits of the mission's shape. */
  usual: ({ from, to, ...study }: UsualBatch): Played[] =>
    playBatch({ study: { ...study, habits: habitsFor(study.scenario) }, from, to }),
  outcome: (scenario: Pick<Scenario, 'requests'>, played: readonly Played[]) => ({
    outcome: outcomeOf(played),
    hardest: hardestOf(scenario, played),
  }),
  separation: separationOf,
  /** What the checks say of a document that is being written. */
  judged,
};
export type Player = typeof player;

expose(player);
