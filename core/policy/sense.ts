import type { Scenario } from '@/core/contract/scenario';
import type { Sense } from './step';

/** What the words of a scenario mean to somebody who reads them. */
export function senseOf(scenario: Scenario): Sense {
  const tray = new Map<string, string>();
  for (const kind of scenario.desk.cards)
    if (kind.kind === 'sort')
      for (const { text, bucket } of kind.items) tray.set(text, kind.buckets[bucket] ?? '');
  return { tray, belongs: new Map(scenario.requests.map((r) => [r.id, r.details])) };
}
