import type { Request, Scenario } from '@/core/contract/scenario';

/** Requests that must be answered before this one can be: those that give a detail it needs and nobody else makes known. */
export function prerequisitesOf(
  scenario: Pick<Scenario, 'requests' | 'details' | 'mail'>,
  request: Request,
): Request[] {
  const free = new Set([
    ...scenario.details.filter((d) => d.known).map((d) => d.id),
    ...scenario.mail.flatMap((m) => (m.gives ? [m.gives] : [])),
  ]);
  const needed = request.details.filter((d) => !free.has(d));
  return scenario.requests.filter((r) => r.gives !== undefined && needed.includes(r.gives));
}

/** Longest chain of requests that must follow each other (A4); 1 for a mission without prerequisites; null when they form a cycle. */
export function depthOf(scenario: Pick<Scenario, 'requests' | 'details' | 'mail'>): number | null {
  const known = new Map<string, number>();
  const visiting = new Set<string>();
  const depth = (request: Request): number => {
    const done = known.get(request.id);
    if (done !== undefined) return done;
    if (visiting.has(request.id)) return Number.NaN;
    visiting.add(request.id);
    // A circle gives NaN, which Math.max passes on.
    const own = Math.max(0, ...prerequisitesOf(scenario, request).map(depth)) + 1;
    visiting.delete(request.id);
    known.set(request.id, own);
    return own;
  };
  const deepest = Math.max(0, ...scenario.requests.map(depth));
  return Number.isNaN(deepest) ? null : deepest;
}
