import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { rowId } from '@/core/contract/ids';
import { refuse } from '@/core/contract/refusal';
import { ensureDevice } from '../auth/device';
import { fromOwnPages } from '../auth/origin';
import { hashToken, newRowId, newToken } from '../auth/token';
import { addressOf, isSecure, netOf } from '../auth/visitor';
import { exchangeLink, issueLink, seatOf } from '../store/seats';
import { answers } from './answers';
import { erase } from './erase';
import { join } from './join';
import { next, solo } from './plans';
import { BodyTooLarge, json, problem, readFields } from './reply';
import { type ApiParts, type Route, refused, type Visit } from './visit';

const routes: Record<string, Route> = {
  '/api/solo': solo,
  '/api/next': next,
  '/api/join': join,
  '/api/answers': answers,
  '/api/erase': erase,
  '/api/link': link,
  '/api/resume': resume,
};

/** Answers the POST routes of joining and resuming; false where the request is for somebody else. */
export async function answerApi(
  req: IncomingMessage,
  res: ServerResponse,
  parts: ApiParts,
): Promise<boolean> {
  const route = routes[(req.url ?? '').split('?')[0] ?? ''];
  if (!route) return false;
  if (req.method !== 'POST') {
    res.setHeader('allow', 'POST');
    problem(res, 405, refuse('invalid'));
    return true;
  }
  if (!fromOwnPages(req, parts.env.publicUrl)) {
    problem(res, 403, refuse('notPossible'));
    return true;
  }
  try {
    await route(await visit(req, res, parts), parts);
  } catch (error) {
    fault(res, error, parts);
  }
  return true;
}

async function visit(req: IncomingMessage, res: ServerResponse, { env }: ApiParts): Promise<Visit> {
  const device = ensureDevice(req.headers.cookie, isSecure(req, env.trustProxy));
  if (device.setCookie) res.setHeader('set-cookie', device.setCookie);
  return {
    req,
    res,
    fields: await readFields(req),
    device: { id: newRowId(), tokenHash: hashToken(device.token) },
    net: netOf(addressOf(req, env.trustProxy)),
  };
}

function fault(res: ServerResponse, error: unknown, { report }: ApiParts): void {
  if (error instanceof BodyTooLarge) return problem(res, 413, refuse('tooLarge'));
  report('a request failed', error);
  problem(res, 503, refuse('unsaved'));
}

/** A personal link for one's own seat; the one before stops working. */
async function link({ req, res, fields, device }: Visit, { db, env }: ApiParts): Promise<void> {
  const wanted = z.object({ seat: rowId }).safeParse(fields);
  const seat = wanted.success ? await seatOf(db, wanted.data.seat, device.tokenHash) : null;
  if (!seat) return refused(res, refuse('unknown'));
  const token = newToken();
  await issueLink(db, seat.seatId, hashToken(token));
  const base =
    env.publicUrl ??
    `${isSecure(req, env.trustProxy) ? 'https' : 'http'}://${req.headers.host ?? 'localhost'}`;
  json(res, 201, { link: `${base}/resume#${token}` });
}

/** The same place on this device. */
async function resume({ res, fields, device, net }: Visit, { db, limits }: ApiParts): Promise<void> {
  const wanted = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }).safeParse(fields);
  const found = wanted.success
    ? await exchangeLink(db, {
        linkHash: hashToken(wanted.data.token),
        device,
        seatId: newRowId(),
        now: Date.now(),
      })
    : null;
  if (found) return json(res, 200, { seat: found.seatId });
  return refused(res, (await limits.wrongLink(net)) ?? refuse('unknown'));
}
