import type { MeasureName } from '@/core/contract/measures';
import { briefSpan } from './clock';

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

/** The mean of many, which for counts lies between whole numbers. */
export const meanText = (value: number, unit: Unit): string =>
  unit === 'count' ? value.toFixed(1) : amountText(value, unit);
