import type { Draft } from '@/core/contract/draft';
import { edgesOf, waitingFor } from './needs';

/** How requests can hang together by what they need. */
export type NeedsShape = Extract<Draft['teaching']['shape'], 'fan-out' | 'mixed' | 'chain'>;

/** What the needs come to; null where there are too few requests to say. */
export function shapeOf(draft: Pick<Draft, 'requests'>): NeedsShape | null {
  const { requests } = draft;
  if (requests.length < 2) return null;
  if (edgesOf(draft).length === 0) return 'fan-out';
  // In a chain the first has all others after it, the second all but one, and so on.
  const after = requests.map((r) => waitingFor(draft, r.id).size).sort((a, b) => a - b);
  return after.every((size, i) => size === i + 1) ? 'chain' : 'mixed';
}
