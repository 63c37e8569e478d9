import type { MissionItem } from '@/core/contract/view';

const shortest = 4;

/**
 * The open request that shares most words with what is being written; null where nothing does, or two do equally. Only
 * offered: what a mail is taken for is decided by the server when it is sent (A1).
 */
export function likelyRequest(text: string, items: readonly MissionItem[]): MissionItem | null {
  const written = new Set(words(text));
  if (written.size === 0) return null;
  const scored = items
    .map((item) => ({ item, score: words(`${item.title} ${item.ask}`).filter((w) => written.has(w)).length }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score === 0 || first.score === second?.score) return null;
  return first.item;
}

const words = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length >= shortest),
  ),
];
