import { z } from 'zod';
import { rowId } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { seatOf } from '../store/seats';
import { json, seeOther, wantsJson } from './reply';
import { type Route, turnedAway } from './visit';

const body = z.object({ seat: rowId, which: z.enum(['before', 'after']) });

/** Takes a filled-in questionnaire of a session; its fields are called as its questions. */
export const answers: Route = async (visit, { db, rooms }) => {
  const wanted = body.safeParse(visit.fields);
  const seat = wanted.success ? await seatOf(db, wanted.data.seat, visit.device.tokenHash) : null;
  const room = seat?.sessionId ? await rooms().room(seat.sessionId) : null;
  if (!wanted.success || !seat || !room) return turnedAway(visit, refuse('unknown'));
  const { which } = wanted.data;
  const answered = await room.answer(seat.teamId, seat.actor, which, visit.fields);
  if (!answered.ok) return turnedAway(visit, answered.refusal, `/questions/${seat.seatId}?which=${which}`);
  const go = which === 'before' ? `/play/${seat.seatId}` : `/debrief/${seat.seatId}`;
  if (wantsJson(visit.req)) json(visit.res, 201, { go });
  else seeOther(visit.res, go);
};
