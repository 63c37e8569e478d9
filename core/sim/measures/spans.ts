import type { Actor, NewEvent } from '@/core/contract/event';
import { minute } from '../time/localTime';

export interface Span {
  from: number;
  to: number;
}

/** What a finished card stands for: about five minutes of desk work before it was done (D2). */
export const cardMs = 5 * minute;

/**
 * Writing and reading scenes, and the stretches of desk work before each finished card, of one member. What the world
 * closes, since nobody touched it, is closed for everybody.
 */
export function busySpans(
  log: readonly NewEvent[],
  member: Actor,
  end: number,
): { scenes: Span[]; cards: Span[] } {
  const scenes: Span[] = [];
  const cards: Span[] = [];
  let open: number | null = null;
  let last = 0;
  for (const event of log) {
    if (event.actor !== member && event.actor !== 'world') continue;
    if (event.type === 'scene.opened') {
      open = event.simMs;
    } else if (event.type === 'scene.closed') {
      if (open !== null) scenes.push({ from: open, to: event.simMs });
      open = null;
      last = event.simMs;
    } else if (event.type === 'desk.done') {
      cards.push({ from: Math.max(last, event.simMs - cardMs), to: event.simMs });
      last = event.simMs;
    }
  }
  if (open !== null) scenes.push({ from: open, to: end });
  return { scenes, cards };
}

/** Length of the union of spans. */
export const covered = (spans: readonly Span[]): number => {
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const s of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, s.to - Math.max(s.from, reached));
    reached = Math.max(reached, s.to);
  }
  return total;
};

/** How long some of `spans` is going on and none of `others`. */
export const coveredOutside = (spans: readonly Span[], others: readonly Span[]): number =>
  spans.length === 0 ? 0 : covered([...spans, ...others]) - covered(others);
