import { createHash } from 'node:crypto';
import { z } from 'zod';
import { rowId } from '@/core/contract/ids';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { personName, sessionCode } from '@/core/contract/session';
import { newRowId } from '../auth/token';
import { sessionByCode } from '../store/sessions';
import { json, seeOther, wantsJson } from './reply';
import { type ApiParts, type Route, turnedAway, type Visit } from './visit';

const joinBody = z.object({
  code: z.string().max(40),
  name: z.string().max(400).default(''),
  /** A team somebody chose; empty: a new one, or chance. */
  team: z.preprocess((value) => (value === '' ? undefined : value), rowId.optional()),
  consent: z.union([z.boolean(), z.enum(['on', 'true']).transform(() => true)]).default(false),
});

/** Takes a seat in the session of this code, under a name, and goes to its page. */
export const join: Route = async (visit, parts) => {
  const fields = joinBody.safeParse(visit.fields);
  if (!fields.success) return turnedAway(visit, refuse('invalid'), '/join');
  const code = sessionCode.safeParse(fields.data.code);
  const session = code.success ? await sessionByCode(parts.db, code.data) : null;
  if (!session || !code.success)
    return turnedAway(visit, (await parts.limits.wrongCode(visit.net)) ?? refuse('noSession'), '/join');
  const answer = await seatIn(session.sessionId, fields.data, visit, parts);
  if ('code' in answer) return turnedAway(visit, answer, `/j/${code.data}`);
  const go = `/play/${answer.seat}`;
  if (wantsJson(visit.req)) json(visit.res, 201, { ...answer, go });
  else seeOther(visit.res, go);
};

async function seatIn(
  sessionId: string,
  { name, team, consent }: z.infer<typeof joinBody>,
  visit: Visit,
  { rooms, limits }: ApiParts,
): Promise<{ seat: string } | Refusal> {
  const room = await rooms().room(sessionId);
  if (!room) return refuse('unknown');
  const { settings } = room.state;
  const given = settings.names === 'free' ? personName.safeParse(name) : null;
  if (given && !given.success) return refuse('nameNeeded');
  const full = await limits.join(visit.net);
  if (full) return full;
  const seatId = newRowId();
  const joined = await room.join(
    {
      participantId: newRowId(),
      newTeamId: newRowId(),
      name: given?.data ?? null,
      teamId: team ?? null,
      consent: consent && settings.consent !== '' ? hashOf(settings.consent) : null,
    },
    { seatId, device: visit.device, runId: newRowId() },
  );
  return joined.ok ? { seat: seatId } : joined.refusal;
}

/** The version of a wording somebody agreed to. */
const hashOf = (wording: string): string => createHash('sha256').update(wording).digest('hex');
