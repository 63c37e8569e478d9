import type { Scenario } from '@/core/contract/scenario';
import type { Sense } from './step';

const known = new WeakMap<Scenario, Sense>();

/** What the words of a scenario mean to somebody who reads them; worked out once per document. */
export function senseOf(scenario: Scenario): Sense {
  const before = known.get(scenario);
  if (before) return before;
  const sense = build(scenario);
  known.set(scenario, sense);
  return sense;
}

function build(scenario: Scenario): Sense {
  const tray = new Map<string, string>();
  for (const kind of scenario.desk.cards)
    if (kind.kind === 'sort')
      for (const { text, bucket } of kind.items) tray.set(text, kind.buckets[bucket] ?? '');
  return { tray, belongs: new Map(scenario.requests.map((r) => [r.id, r.details])) };
}
