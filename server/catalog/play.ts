import { liveHandle } from '@/core/contract/live';
import type { RunPlace } from '@/core/contract/plan';
import type { RoomView } from '@/core/contract/room';
import type { Draft, Snapshot } from '@/core/contract/wire';
import { type Seat, seatOf } from '../store/seats';
import { sharedDatabase } from '../store/shared';
import { teamRecord, touchTeam } from '../store/teams';
import { placeOf } from './place';

export interface PlayPage {
  seat: string;
  run: string;
  place: RunPlace;
  snapshot: Snapshot;
  drafts: Draft[];
  /** The session it is played in; null for a plan of one's own. */
  room: RoomView | null;
}

/** A device's own seat; null for unknown seats and other people's alike. `tokenHash` is the hash of the device cookie. */
export const ownSeat = (seatId: string, tokenHash: string | null): Promise<Seat | null> =>
  tokenHash === null ? Promise.resolve(null) : seatOf(sharedDatabase(), seatId, tokenHash);

/** What the play page shows first, before its socket is connected. A visit keeps a solo team from being deleted. */
export async function playPage(seatId: string, tokenHash: string | null): Promise<PlayPage | null> {
  const seat = await ownSeat(seatId, tokenHash);
  const open = seat && (await liveHandle().openRun(seat.runId, seat.actor));
  const team = seat && (await teamRecord(sharedDatabase(), seat.teamId));
  const place = seat && team && placeOf(team, seat.runId);
  if (!open || !place) return null;
  const { snapshot, drafts, clock } = open;
  const { sessionId, teamId, actor } = seat;
  const room = sessionId === null ? null : await liveHandle().room(sessionId, teamId, actor);
  await touchTeam(sharedDatabase(), seat.teamId, Date.now());
  const shown = { ...snapshot, view: { ...snapshot.view, clock } };
  return { seat: seat.seatId, run: seat.runId, place, snapshot: shown, drafts, room };
}
