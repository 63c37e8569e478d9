import type { MeasureName, Measures } from '@/core/contract/measures';
import { spanText } from '../../_lib/clock';

type Unit = 'share' | 'time' | 'count' | 'mean';

/** Measures that a mail run can have, each with its unit. */
export const mailMeasures = [
  { name: 'solved', unit: 'share' },
  { name: 'completionTime', unit: 'time' },
  { name: 'firstAnswer', unit: 'time' },
  { name: 'deskDone', unit: 'count' },
  { name: 'deskWhileWaiting', unit: 'count' },
  { name: 'inFlightMax', unit: 'count' },
  { name: 'inFlightMean', unit: 'mean' },
  { name: 'outOfOrder', unit: 'share' },
  { name: 'replyRate', unit: 'share' },
  { name: 'latencyQ50', unit: 'time' },
  { name: 'latencyQ90', unit: 'time' },
  { name: 'messages', unit: 'count' },
  { name: 'words', unit: 'count' },
  { name: 'clarifications', unit: 'count' },
  { name: 'reminders', unit: 'count' },
  { name: 'resumptionLag', unit: 'time' },
  { name: 'personTime', unit: 'time' },
] as const satisfies readonly { name: MeasureName; unit: Unit }[];

/** A measure as a person reads it; null where it was not reached or does not apply. */
export function measureText(measures: Measures, name: MeasureName, unit: Unit): string | null {
  const value = measures[name];
  if (value === null) return null;
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'time') return spanText(value);
  return unit === 'mean' ? value.toFixed(1) : String(value);
}
