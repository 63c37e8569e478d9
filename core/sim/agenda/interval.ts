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

/** Parts of `piece` that none of the sorted, disjoint `taken` covers. */
export function uncovered(piece: Interval, taken: readonly Interval[]): Interval[] {
  const parts: Interval[] = [];
  let from = piece.from;
  for (const t of taken) {
    if (t.to <= from) continue;
    if (t.from >= piece.to) break;
    if (t.from > from) parts.push({ from, to: t.from });
    if (t.to > from) from = t.to;
  }
  if (from < piece.to) parts.push({ from, to: piece.to });
  return parts;
}

/** Adds what is not yet taken; `taken` stays sorted and disjoint. Earlier kinds win. */
export function lay(taken: readonly Busy[], kind: BusyKind, pieces: readonly Interval[]): Busy[] {
  // Named fields, no spread: V8 gives the copy of a spread four times the memory, and a loaded run holds some hundreds.
  const added = pieces.flatMap((p) => uncovered(p, taken)).map(({ from, to }) => ({ from, to, kind }));
  return [...taken, ...added].sort((a, b) => a.from - b.from);
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
