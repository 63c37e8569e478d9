import type { DebriefView } from '@/core/contract/debrief';
import type { MeasureName } from '@/core/contract/measures';
import { amountText, type Unit } from '../../_lib/measureText';

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
