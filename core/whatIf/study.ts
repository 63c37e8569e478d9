import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import {
  type PlayerKind,
  type Settings,
  type StudyMeasure,
  type StudyMission,
  studyMeasures,
} from '@/core/contract/whatIf';
import { habitsFor } from '@/core/policy/habits';
import type { Habits } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { playBatch } from '@/core/replication/batch';
import { changedScenario } from './changed';
import { colleaguesScenario } from './colleagues';
import type { Row } from './rows';

/** Some replications of one policy at one setting: a piece of work that takes a few hundredths of a second. */
export interface Piece {
  mission: StudyMission;
  settings: Settings;
  policy: PolicyName;
  players: PlayerKind;
  seed: string;
  from: number;
  to: number;
}

const practised: Record<PlayerKind, number> = { mix: 2 / 3, practised: 1, novice: 0 };

/** The mission that is played with these settings. */
export const scenarioFor = (mission: StudyMission, settings: Settings): Scenario =>
  mission.kind === 'colleagues' ? colleaguesScenario(settings) : changedScenario(mission.scenario, settings);

/** Patience is that of the mission as it stands: a longer day does not make anybody wait longer before reminding. */
export function habitsOf(scenario: Scenario, players: PlayerKind): Habits {
  return { ...habitsFor(scenario), practised: practised[players] };
}

/** The mode a policy is made for. */
export const modeOf = (policy: PolicyName): Mode => policies[policy].modes[0];

/** Plays a piece. Pure: the same piece gives the same rows wherever and whenever it is played. */
export function playPiece({ mission, settings, policy, players, seed, from, to }: Piece): Row[] {
  const scenario = scenarioFor(mission, settings);
  const study = { scenario, policy, mode: modeOf(policy), habits: habitsOf(scenario, players), seed };
  return playBatch({ study, from, to }).map(({ measures }) => {
    const value = (name: StudyMeasure) =>
      name === 'finished' ? Number(measures.completionTime !== null) : measures[name];
    return studyMeasures.map(value);
  });
}
