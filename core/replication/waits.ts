import type { NewEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { askedRequests } from '@/core/sim/measures/asked';
import { prerequisitesOf } from '@/core/sim/scenario/depth';

/**
 * How long each request of a scenario took, in its order: ms from the moment everything it needs had been answered (the
 * start, where it needs nothing) to its own answer; null where no answer came. An answer that came earlier took no time.
 */
export function waitsOf(
  log: readonly NewEvent[],
  scenario: Pick<Scenario, 'requests' | 'details' | 'mail'>,
): (number | null)[] {
  const ids = scenario.requests.map((r) => r.id);
  const answered = new Map(askedRequests(log, ids).map((a) => [a.request, a.answeredMs]));
  return scenario.requests.map((request) => {
    const at = answered.get(request.id) ?? null;
    if (at === null) return null;
    const needed = prerequisitesOf(scenario, request).map((r) => answered.get(r.id) ?? 0);
    return Math.max(0, at - Math.max(0, ...needed));
  });
}
