import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '@/core/contract/refusal';
import { hashToken } from '../auth/token';
import { addressOf, netOf } from '../auth/visitor';
import { screenOf } from '../session/screen';
import { sessionByScreen } from '../store/sessions';
import { json, problem } from './reply';
import type { ApiParts } from './visit';

const address = /^\/api\/screen\/([A-Za-z0-9_-]{43})$/;

/** Answers `GET /api/screen/{token}` with how the session stands, for a screen on the wall; false where the request is for somebody else. */
export async function answerScreen(
  req: IncomingMessage,
  res: ServerResponse,
  { db, rooms, limits, env }: ApiParts,
): Promise<boolean> {
  const [, token] = address.exec((req.url ?? '').split('?')[0] ?? '') ?? [];
  if (token === undefined) return false;
  const session = await sessionByScreen(db, hashToken(token));
  const board = session && (await rooms().board(session.sessionId));
  if (board) json(res, 200, screenOf(board));
  else {
    const slow = await limits.wrongLink(netOf(addressOf(req, env.trustProxy)));
    problem(res, slow ? 429 : 404, slow ?? refuse('unknown'));
  }
  return true;
}
