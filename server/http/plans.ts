import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { rowId, slug, typedSeed } from '@/core/contract/ids';
import { type Plan, type PlanChoice, planChoiceSchema, predictionSchema } from '@/core/contract/plan';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { newRowId, newSeed } from '../auth/token';
import { nextRun } from '../catalog/nextRun';
import { createSolo } from '../catalog/solo';
import type { Rooms } from '../session/rooms';
import { seatOf } from '../store/seats';
import { predictionOfForm } from './predictionForm';
import { json, seeOther, wantsJson } from './reply';
import { type Route, turnedAway, type Visit } from './visit';

/** A ticked box of a form, or a plain boolean. */
const ticked = z.union([z.boolean(), z.enum(['on', 'true']).transform(() => true)]);
const soloBody = z.object({
  scenario: slug,
  plan: planChoiceSchema.default('mail'),
  practice: ticked.default(false),
  twin: ticked.default(false),
  /** Whoever types no seed leaves it to chance. */
  seed: z.union([z.literal('').transform(() => undefined), typedSeed]).optional(),
});

/** Begins a solo plan for this device and goes to its page. */
export const solo: Route = async (visit, { db, env, limits }) => {
  const wanted = soloBody.safeParse(visit.fields);
  if (!wanted.success) return turnedAway(visit, refuse('invalid'));
  if (!env.solo) return turnedAway(visit, refuse('soloOff'));
  const full = await limits.solo(visit.net);
  if (full) return turnedAway(visit, full);
  const names = {
    teamId: newRowId(),
    runId: newRowId(),
    seatId: newRowId(),
    seed: wanted.data.seed ?? newSeed(),
    device: visit.device,
  };
  const seat = await createSolo(db, { ...wanted.data, plan: drawn(wanted.data.plan) }, names);
  return seat ? play(visit, seat.seatId) : turnedAway(visit, refuse('unknown'));
};

const drawn = (choice: PlanChoice): Plan => {
  if (choice !== 'chance') return choice;
  return randomInt(2) === 0 ? 'mailThenCall' : 'callThenMail';
};

const nextBody = z.object({
  seat: rowId,
  run: z.coerce.number().int().min(1).max(99).optional(),
  prediction: predictionSchema.optional(),
});

/** Begins the next run of a plan; a form without scripts gives the prediction in fields of its own. */
export const next: Route = async (visit, { db, rooms }) => {
  const { fields } = visit;
  const wanted = nextBody.safeParse({ ...fields, prediction: fields.prediction ?? predictionOfForm(fields) });
  if (!wanted.success) return turnedAway(visit, refuse('invalid'));
  const seat = await seatOf(db, wanted.data.seat, visit.device.tokenHash);
  if (!seat) return turnedAway(visit, refuse('unknown'));
  const over = seat.sessionId === null ? null : await sessionOver(rooms(), seat.sessionId);
  const no = over ?? (await nextRun(db, seat, wanted.data, newRowId()));
  return no ? turnedAway(visit, no, `/between/${seat.seatId}`) : play(visit, seat.seatId);
};

/** In a session the next run may be made as long as the session lasts; when it begins is the session's matter (T6). */
async function sessionOver(rooms: Rooms, sessionId: string): Promise<Refusal | null> {
  const room = await rooms.room(sessionId);
  return room && room.state.phase !== 'ended' ? null : refuse('sessionEnded');
}

const play = ({ req, res }: Visit, seat: string): void =>
  wantsJson(req) ? json(res, 201, { seat }) : seeOther(res, `/play/${seat}`);
