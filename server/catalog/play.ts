import { liveHandle } from '@/core/contract/live';
import type { Draft, Snapshot } from '@/core/contract/wire';
import { type Seat, seatOf } from '../store/seats';
import { sharedDatabase } from '../store/shared';
import { touchTeam } from '../store/teams';

export interface PlayPage {
  seat: string;
  snapshot: Snapshot;
  drafts: Draft[];
}

/** A device's own seat; null for unknown seats and other people's alike. `tokenHash` is the hash of the device cookie. */
export const ownSeat = (seatId: string, tokenHash: string | null): Promise<Seat | null> =>
  tokenHash === null ? Promise.resolve(null) : seatOf(sharedDatabase(), seatId, tokenHash);

/** What the play page shows first, before its socket is connected. A visit keeps a solo team from being deleted. */
export async function playPage(seatId: string, tokenHash: string | null): Promise<PlayPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const open = seat && (await liveHandle().openRun(seat.runId));
  if (!seat || !open) return null;
  const { snapshot, drafts, clock } = open;
  await touchTeam(sharedDatabase(), seat.teamId, Date.now());
  return { seat: seat.seatId, snapshot: { ...snapshot, view: { ...snapshot.view, clock } }, drafts };
}
