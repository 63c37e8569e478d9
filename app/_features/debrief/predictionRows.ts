import type { DebriefView } from '@/core/contract/debrief';
import type { MeasureName } from '@/core/contract/measures';
import type { Prediction } from '@/core/contract/plan';

export interface PredictionRow {
  measure: MeasureName;
  expected: { higherIn: 'mail' | 'call' | 'same'; by: number | null };
  /** Null where one of the runs has no value, or there is no run of each mode. */
  came: { higherIn: 'mail' | 'call' | 'same'; by: number } | null;
  /** Whether the direction was right; null where nothing came to hold it against. */
  right: boolean | null;
}

/** What was expected of the second run, beside what came. */
export function predictionRows(prediction: Prediction, runs: readonly DebriefView[]): PredictionRow[] {
  const value = (mode: 'mail' | 'call', measure: MeasureName) =>
    runs.find((r) => r.mode === mode)?.measures[measure] ?? null;
  return prediction.map(({ measure, higherIn, by }) => {
    const mail = value('mail', measure);
    const call = value('call', measure);
    const came =
      mail === null || call === null
        ? null
        : {
            higherIn: mail === call ? ('same' as const) : mail > call ? ('mail' as const) : ('call' as const),
            by: Math.abs(mail - call),
          };
    return { measure, expected: { higherIn, by }, came, right: came && came.higherIn === higherIn };
  });
}
