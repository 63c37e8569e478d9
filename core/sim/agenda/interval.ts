/** Half-open: from <= t < to, in simulated ms. */
export interface Interval {
  from: number;
  to: number;
}

/** Why a recipient is not at their desk; `call` is one of other people's calls (P10, P11). */
export type BusyKind = 'off' | 'lunch' | 'meeting' | 'away' | 'call';
export interface Busy extends Interval {
  kind: BusyKind;
}

/**
 * Adds what of the pieces is not yet taken. Both lists are sorted and disjoint, and so is the result, made in one walk through
 * them. Earlier kinds win.
 */
export function lay(taken: readonly Busy[], kind: BusyKind, pieces: readonly Interval[]): Busy[] {
  const all: Busy[] = [];
  let next = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    let from = Math.max(piece.from, reached);
    for (let t = taken[next]; t && t.from < piece.to; t = taken[++next]) {
      if (t.from > from) all.push({ from, to: t.from, kind });
      all.push(t);
      reached = t.to;
      from = Math.max(from, reached);
    }
    if (from < piece.to) all.push({ from, to: piece.to, kind });
  }
  for (let t = taken[next]; t; t = taken[++next]) all.push(t);
  return all;
}

/** Index of the last interval that starts at or before t, or -1. */
export function indexAt(list: readonly Interval[], t: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((list[mid]?.from ?? 0) <= t) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
