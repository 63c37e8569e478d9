import type { Scenario } from '@/core/contract/scenario';

/**
 * What a person understands of the words they see, and a program does not: into which tray a slip goes, and which known facts a
 * request is about though nobody said so. Both stand in texts that are open to the participant.
 */
export interface Sense {
  tray: ReadonlyMap<string, string>;
  belongs: ReadonlyMap<string, readonly string[]>;
}

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
