import { type ParameterName, type Settings, type StudyMeasure, studyMeasures } from '@/core/contract/whatIf';

/** What one replication came to, in the order of `studyMeasures`; null where it was not reached or does not apply. */
export type Row = readonly (number | null)[];

/** One measure out of what was played. */
export function figuresOf(rows: readonly Row[], measure: StudyMeasure): (number | null)[] {
  const column = studyMeasures.indexOf(measure);
  return rows.map((row) => row[column] ?? null);
}

/** The settings at one value of what is swept, in the picture of one value of the second parameter. */
export const settingsAt = (
  settings: Settings,
  sweep: ParameterName,
  value: number,
  by: ParameterName | null,
  level: number | null,
): Settings => ({ ...settings, ...(by !== null && level !== null && { [by]: level }), [sweep]: value });
