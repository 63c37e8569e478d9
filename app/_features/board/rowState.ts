import type { BoardRow } from '@/core/contract/board';

/** Where a team is. */
export type RowPlace = 'lobby' | 'practice' | 'playing' | 'paused' | 'between' | 'done' | 'gone';

export function placeOf({ dropped, members, run, ended, runs }: BoardRow): RowPlace {
  if (dropped || members.every((m) => m.removed)) return 'gone';
  if (ended >= runs) return 'done';
  if (!run || run.state === 'ready') return ended > 0 ? 'between' : 'lobby';
  if (run.state === 'ended') return 'between';
  if (run.state === 'paused') return 'paused';
  return run.practice ? 'practice' : 'playing';
}

/** How far a team has come, for sorting: runs ended first, then requests solved. */
export const progressOf = ({ ended, run }: BoardRow): number =>
  ended * 100 + (run && !run.practice ? run.solved : 0);

export const nameOf = ({ members }: BoardRow): string =>
  members
    .filter((m) => !m.removed)
    .map((m) => m.name ?? '–')
    .join(', ');

/** Requests in flight in the whole room. */
export const inFlightNow = (rows: readonly BoardRow[]): number =>
  rows.reduce((sum, r) => sum + (r.dropped ? 0 : (r.run?.inFlight ?? 0)), 0);
