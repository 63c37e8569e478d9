import { z } from 'zod';
import { rowId } from '@/core/contract/ids';
import { liveHandle } from '@/core/contract/live';
import { refuse } from '@/core/contract/refusal';
import { deleteSoloTeam } from '../store/erase';
import { seatOf } from '../store/seats';
import { json, seeOther, wantsJson } from './reply';
import { type Route, turnedAway } from './visit';

const body = z.object({ seat: rowId });

/** Whoever plays has their own data erased: a plan of one's own whole; in a session what they typed, their name and answers (A5). */
export const erase: Route = async (visit, { db, rooms }) => {
  const wanted = body.safeParse(visit.fields);
  const seat = wanted.success ? await seatOf(db, wanted.data.seat, visit.device.tokenHash) : null;
  if (!seat) return turnedAway(visit, refuse('unknown'));
  if (seat.sessionId === null) {
    await liveHandle().dropRun(seat.runId);
    await db.write((client) => client.$transaction((tx) => deleteSoloTeam(tx, seat.teamId)));
  } else {
    const room = await rooms().room(seat.sessionId);
    const erased = await room?.erase(seat.teamId, seat.actor);
    if (!erased?.ok) return turnedAway(visit, erased?.refusal ?? refuse('unknown'));
  }
  if (wantsJson(visit.req)) json(visit.res, 200, { go: '/?erased=1' });
  else seeOther(visit.res, '/?erased=1');
};
