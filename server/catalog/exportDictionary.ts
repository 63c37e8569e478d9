import { events } from '@/core/contract/event';
import type { MeasureName } from '@/core/contract/measures';
import { columnOf } from './exportRun';

/** What each measure is, in a line (docs/SPEC.md, section M). Times are simulated ms, shares 0 to 1; empty: not reached, or not applicable. */
export const measureMeanings: Record<MeasureName, string> = {
  solved: 'share of the required requests that were answered',
  firstAnswer: 'ms; the first required answer',
  completionTime: 'ms; the last required answer; empty if one is missing at the end',
  blockedTime: 'ms; sum over own calls of end minus dial (incoming: minus accept)',
  inFlightMax: 'requests asked by mail and not settled, at the busiest moment',
  inFlightMean: 'the same, averaged over [0, end]',
  outOfOrder: 'share of pairs of answered mail requests answered in the other order than asked',
  replyRate: 'share of the requests asked by mail that were answered',
  latencyQ50: 'ms; from first sending to answer, nearest-rank median, unanswered ones last',
  latencyQ90: 'ms; the same, 90 %',
  attemptsPerContact: 'dials divided by connected calls',
  interruptionsCaused: 'connected calls that took somebody from mail or focused work',
  timeLostToOthers: 'ms; what these people needed to find back, added up',
  interruptionsSuffered: 'incoming calls that were accepted',
  resumptionLag: 'ms; from an opened reply or the end of a call to the next card, lower median',
  deskDone: 'correct cards',
  deskWhileWaiting: 'correct cards finished while a request was in flight',
  messages: 'mails sent, without those undone',
  words: 'words in these mails',
  clarifications: 'questions that came back, by mail or on the line',
  reminders: 'reminders sent',
  personTime: 'ms; what the mission cost everyone, desk work not counted',
  equality: '1 minus the Gini coefficient of messages and calls per member',
};

const runColumns = { run: 'the run; the key of runs.csv' };

/** Every column of every table of an export that has one fixed set of them, and what it holds. */
export const columns = {
  'participants.csv': {
    participant: 'pseudonymous id',
    name: 'as given or drawn; empty once erased, and in an export without names',
    team: 'the team this person is in; the key of teams.csv',
    member: 'which member of the team, p1 to p8',
    joinedAt: 'ms, see timeBase in session.json',
    late: 'came after the session had started',
    removed: 'was removed by a facilitator',
    consent: 'SHA-256 of the wording agreed to; empty where there was nothing to agree to',
    bot: 'the policy of a bot, or usual: by mode; empty for a person',
  },
  'teams.csv': {
    team: 'pseudonymous id',
    number: 'in the order of joining, from 1',
    arm: 'the plan it was assigned to',
    slot: 'place in the permuted blocks of the assignment; teams of bots have blocks of their own from 100000 on',
    dropped: 'left before it began; its place was given to another',
    begun: 'a member has done something in one of its runs',
    seed: 'seed of its runs',
  },
  'runs.csv': {
    ...runColumns,
    team: 'the team that played it',
    role: 'practice or played',
    place: 'which run of the plan, from 1; 0 for the practice',
    mode: 'mail, call or free',
    scenario: 'slug of the mission',
    version: 'its version',
    lengthMs: 'simulated ms it was to last, extensions included',
    endMs: 'simulated ms at which it ended; empty while it goes on',
    endReason: 'length, finished, closedDay or facilitator',
    short: 'ended for its participants before 90 % of its length',
    engineVersion: 'the same seed and commands give the same log under the same number',
    createdAt: 'ms, see timeBase in session.json',
  },
  'questionnaires.csv': {
    participant: 'who answered',
    which: 'before or after',
    question: 'id of the question',
    label: 'its wording; empty for the items of the NASA task load index',
    answer: 'text, or a number: 1 to steps on a scale, 0 to 100 for the task load index',
  },
  'predictions.csv': {
    team: 'who predicted, before the second run',
    measure: 'of which measure',
    higherIn: 'mail, call or same',
    by: 'by how much, in the unit of the measure; empty where no amount was given',
  },
  'controls.csv': {
    seq: 'number in the log of the session',
    at: 'ms, see timeBase in session.json',
    type: 'what happened',
    actor: 'who did it: a facilitator, a participant, the session',
    data: 'JSON',
  },
} as const satisfies Record<string, Record<string, string>>;
export type FixedTable = keyof typeof columns;

/** The fields of all events of runs, in order, with the events that have them. */
export const eventFields: ReadonlyMap<string, string[]> = fieldsOf();

function fieldsOf(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [type, { schema }] of Object.entries(events))
    for (const field of Object.keys(schema.shape).map(columnOf))
      found.set(field, [...(found.get(field) ?? []), type]);
  for (const field of ['requests', 'required']) found.set(field, ['run.started']);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Columns of events.csv before those of the data. */
export const eventColumns = {
  ...runColumns,
  seq: 'number in the log of the run, from 1 without gaps',
  simMs: 'simulated ms since the start of the run',
  at: 'ms, see timeBase in session.json',
  type: 'what happened',
  actor: 'p1 to p8 a member, r:id a recipient, world, facilitator',
};

/** The data dictionary: every column of every table. */
export function dictionary(): { file: string; column: string; meaning: string }[] {
  const of = (file: string, list: Record<string, string>) =>
    Object.entries(list).map(([column, meaning]) => ({ file, column, meaning }));
  return [
    ...Object.entries(columns).flatMap(([file, list]) => of(file, list)),
    ...of('measures.csv', { ...runColumns, ...measureMeanings }),
    ...of('events.csv', eventColumns),
    ...[...eventFields].map(([column, types]) => ({
      file: 'events.csv',
      column,
      meaning: `field of ${types.join(', ')}; lists and objects as JSON`,
    })),
  ];
}
