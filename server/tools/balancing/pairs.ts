import type { MeasureName, Measures } from '@/core/contract/measures';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { modeOf } from '@/core/whatIf/study';
import { replications } from '../../replication/replications';
import type { Workers } from '../../replication/workers';

/** How a table is computed: so many replications of each cell, from this seed, by these workers. */
export interface Bench {
  workers: Workers;
  count: number;
  seed: string;
}

/** What one policy comes to on a mission, replication by replication. */
export async function measured(
  { workers, count, seed }: Bench,
  scenario: Scenario,
  policy: PolicyName,
  practised?: number,
): Promise<Measures[]> {
  const usual = habitsFor(scenario);
  const habits = { ...usual, practised: practised ?? usual.practised };
  const study: Study = { scenario, policy, mode: modeOf(policy), habits, seed };
  return (await replications(study, count, workers)).played.map((p) => p.measures);
}

/** A mission played both ways with the same players and the same luck. */
export interface BothWays {
  scenario: Scenario;
  mail: Measures[];
  call: Measures[];
}

export async function bothWays(bench: Bench, scenario: Scenario): Promise<BothWays> {
  const mail = await measured(bench, scenario, 'parallel-mailer');
  return { scenario, mail, call: await measured(bench, scenario, 'serial-caller') };
}

/** A column of a table: a figure of a run, null where it has none. */
export type Column = (m: Measures, scenario: Scenario) => number | null;

const minutes =
  (name: MeasureName): Column =>
  (m) => {
    const ms = m[name];
    return ms === null ? null : ms / 60_000;
  };
const amount =
  (name: MeasureName): Column =>
  (m) =>
    m[name];

export const columns = {
  finished: (m) => (m.completionTime === null ? 0 : 100),
  /** An unfinished run counts with the length of the mission. */
  allAnswers: (m, s) => (m.completionTime ?? s.lengthMin * 60_000) / 60_000,
  firstAnswer: minutes('firstAnswer'),
  blocked: minutes('blockedTime'),
  deskCards: amount('deskDone'),
  personMinutes: minutes('personTime'),
  mails: amount('messages'),
  dials: amount('attemptsPerContact'),
  resumptionLag: minutes('resumptionLag'),
  clarifications: amount('clarifications'),
} as const satisfies Record<string, Column>;
