import type { MeasureName } from '@/core/contract/measures';
import { predicted } from '@/core/contract/plan';

/** Measures that count things; all others a player is asked about are times, given in minutes. */
const counted: ReadonlySet<MeasureName> = new Set(['deskDone']);
const msPerMinute = 60_000;

/**
 * A prediction out of a form's fields `higher-NAME` and `by-NAME`, the latter in simulated minutes or cards; unparsed, for
 * the schema to judge. Undefined where no such field was sent.
 */
export function predictionOfForm(fields: Readonly<Record<string, unknown>>): unknown {
  const rows = predicted.flatMap((measure) => {
    const higherIn = fields[`higher-${measure}`];
    return typeof higherIn === 'string' && higherIn !== ''
      ? [{ measure, higherIn, by: higherIn === 'same' ? null : amount(measure, fields[`by-${measure}`]) }]
      : [];
  });
  return rows.length === 0 ? undefined : rows;
}

function amount(measure: MeasureName, value: unknown): number | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return Number(value) * (counted.has(measure) ? 1 : msPerMinute);
}
