import type { MeasureName, Measures } from '@/core/contract/measures';
import { spanText } from '../../_lib/clock';

type Unit = 'share' | 'time' | 'count' | 'mean';

/** Measures that a mail run can have, in the order of the story, each with its unit. */
export const mailMeasures: readonly {
  name: MeasureName;
  unit: Unit;
  group: 'work' | 'answers' | 'flight' | 'writing';
}[] = [
  { name: 'solved', unit: 'share', group: 'work' },
  { name: 'completionTime', unit: 'time', group: 'work' },
  { name: 'firstAnswer', unit: 'time', group: 'work' },
  { name: 'deskDone', unit: 'count', group: 'work' },
  { name: 'deskWhileWaiting', unit: 'count', group: 'work' },
  { name: 'inFlightMax', unit: 'count', group: 'flight' },
  { name: 'inFlightMean', unit: 'mean', group: 'flight' },
  { name: 'outOfOrder', unit: 'share', group: 'flight' },
  { name: 'replyRate', unit: 'share', group: 'answers' },
  { name: 'latencyQ50', unit: 'time', group: 'answers' },
  { name: 'latencyQ90', unit: 'time', group: 'answers' },
  { name: 'messages', unit: 'count', group: 'writing' },
  { name: 'words', unit: 'count', group: 'writing' },
  { name: 'clarifications', unit: 'count', group: 'writing' },
  { name: 'reminders', unit: 'count', group: 'writing' },
  { name: 'resumptionLag', unit: 'time', group: 'writing' },
  { name: 'personTime', unit: 'time', group: 'writing' },
];

/** A measure as a person reads it; null where it was not reached or does not apply. */
export function measureText(measures: Measures, name: MeasureName, unit: Unit): string | null {
  const value = measures[name];
  if (value === null) return null;
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'time') return spanText(value);
  return unit === 'mean' ? value.toFixed(1) : String(value);
}
