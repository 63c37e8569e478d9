import type { DebriefView } from '@/core/contract/debrief';
import type { MeasureName } from '@/core/contract/measures';
import { briefSpan } from '../../_lib/clock';

export type Unit = 'share' | 'time' | 'count' | 'mean';

/** Every measure of section M with its unit: what came of it first, then what it cost, then how it went. */
export const measureUnits = {
  solved: 'share',
  completionTime: 'time',
  firstAnswer: 'time',
  deskDone: 'count',
  deskWhileWaiting: 'count',
  blockedTime: 'time',
  personTime: 'time',
  interruptionsCaused: 'count',
  timeLostToOthers: 'time',
  interruptionsSuffered: 'count',
  resumptionLag: 'time',
  attemptsPerContact: 'mean',
  clarifications: 'count',
  inFlightMax: 'count',
  inFlightMean: 'mean',
  outOfOrder: 'share',
  replyRate: 'share',
  latencyQ50: 'time',
  latencyQ90: 'time',
  messages: 'count',
  words: 'count',
  reminders: 'count',
  equality: 'mean',
} as const satisfies Record<MeasureName, Unit>;

export const measureOrder = Object.keys(measureUnits) as MeasureName[];

/** Zero by mail whatever anybody does (X6): shown, never tested. */
export const byConstruction: ReadonlySet<MeasureName> = new Set([
  'blockedTime',
  'interruptionsCaused',
  'timeLostToOthers',
]);

/** An amount of a measure as a person reads it. */
export function amountText(value: number, unit: Unit): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'time') return briefSpan(value);
  return unit === 'mean' ? value.toFixed(1) : String(value);
}

/** Why a measure has no value in this run: the name of its words. */
export type Missing =
  | 'notFinished'
  | 'noAnswer'
  | 'noMail'
  | 'noCall'
  | 'noContact'
  | 'tooFew'
  | 'onePerson'
  | 'none';

export function missing(name: MeasureName, { mode }: Pick<DebriefView, 'mode'>): Missing {
  switch (name) {
    case 'completionTime':
      return 'notFinished';
    case 'firstAnswer':
      return 'noAnswer';
    case 'inFlightMax':
    case 'inFlightMean':
    case 'replyRate':
      return 'noMail';
    case 'latencyQ50':
    case 'latencyQ90':
      return mode === 'call' ? 'noMail' : 'noAnswer';
    case 'outOfOrder':
      return mode === 'call' ? 'noMail' : 'tooFew';
    case 'attemptsPerContact':
      return mode === 'mail' ? 'noCall' : 'noContact';
    case 'equality':
      return 'onePerson';
    default:
      return 'none';
  }
}

/** The second of two values compared with the first, signed; null where one of them is missing. Shares in points. */
export function differenceText(first: number | null, second: number | null, unit: Unit): string | null {
  if (first === null || second === null) return null;
  const by = second - first;
  const text = unit === 'share' ? `${Math.round(Math.abs(by) * 100)} points` : amountText(Math.abs(by), unit);
  const none = unit === 'share' ? Math.round(by * 100) === 0 : text === amountText(0, unit);
  return none ? '0' : `${by > 0 ? '+' : '−'}${text}`;
}

/** The runs a difference is taken between: mail before call, else in the order played. */
export function compared(runs: readonly DebriefView[]): readonly [DebriefView, DebriefView] | null {
  const [a, b] = runs;
  if (!a || !b) return null;
  return b.mode === 'mail' && a.mode !== 'mail' ? [b, a] : [a, b];
}
