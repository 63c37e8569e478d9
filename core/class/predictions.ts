import type { ClassPrediction, ClassTeam } from '@/core/contract/classDebrief';
import type { Prediction } from '@/core/contract/plan';

/** What the class expected of each measure, and how often the direction was right. */
export function predictionsOf(
  teams: readonly (ClassTeam & { prediction: Prediction | null })[],
): ClassPrediction[] {
  const found = new Map<string, ClassPrediction>();
  for (const { prediction, runs } of teams)
    for (const { measure, higherIn } of prediction ?? []) {
      const row = found.get(measure) ?? { measure, mail: 0, same: 0, call: 0, right: 0, judged: 0 };
      row[higherIn]++;
      const value = (mode: 'mail' | 'call') => runs.find((r) => r.mode === mode)?.measures[measure] ?? null;
      const [mail, call] = [value('mail'), value('call')];
      if (mail !== null && call !== null) {
        row.judged++;
        const came = mail === call ? 'same' : mail > call ? 'mail' : 'call';
        if (came === higherIn) row.right++;
      }
      found.set(measure, row);
    }
  return [...found.values()];
}
