import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { rowId, slug } from '@/core/contract/ids';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { ensureDevice } from '../auth/device';
import type { Limits } from '../auth/limits';
import { fromOwnPages } from '../auth/origin';
import { hashToken, newRowId, newSeed, newToken } from '../auth/token';
import { addressOf, isSecure, netOf } from '../auth/visitor';
import { createSolo } from '../catalog/solo';
import type { Env } from '../env';
import type { Database } from '../store/database';
import { exchangeLink, issueLink, seatOf } from '../store/seats';
import { BodyTooLarge, json, problem, readFields, seeOther, wantsJson } from './reply';

export interface ApiParts {
  db: Database;
  env: Env;
  limits: Limits;
  report: (what: string, error: unknown) => void;
}

interface Visit {
  req: IncomingMessage;
  res: ServerResponse;
  fields: Record<string, unknown>;
  device: { id: string; tokenHash: string };
  net: string;
}
type Route = (visit: Visit, parts: ApiParts) => Promise<void>;

const routes: Record<string, Route> = { '/api/solo': solo, '/api/link': link, '/api/resume': resume };

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

const status: Partial<Record<Refusal['code'], number>> = {
  soloOff: 403,
  soloFull: 429,
  tooFast: 429,
  unknown: 404,
};
const refused = (res: ServerResponse, refusal: Refusal): void =>
  problem(res, status[refusal.code] ?? 400, refusal);

/** Begins a solo run for this device and goes to its page. */
async function solo({ req, res, fields, device, net }: Visit, { db, env, limits }: ApiParts): Promise<void> {
  const wanted = z.object({ scenario: slug }).safeParse(fields);
  if (!wanted.success) return turnedAway(req, res, refuse('invalid'));
  if (!env.solo) return turnedAway(req, res, refuse('soloOff'));
  const full = await limits.solo(net);
  if (full) return turnedAway(req, res, full);
  const names = {
    teamId: newRowId(),
    runId: newRowId(),
    seatId: newRowId(),
    seed: newSeed(),
    device,
  };
  const seat = await createSolo(db, { ...wanted.data, plan: 'mail' }, names);
  if (!seat) return turnedAway(req, res, refuse('unknown'));
  return wantsJson(req) ? json(res, 201, { seat: seat.seatId }) : seeOther(res, `/play/${seat.seatId}`);
}

/** Somebody who pressed a button reads the reason on the page they came from; a program gets the problem itself. */
const turnedAway = (req: IncomingMessage, res: ServerResponse, refusal: Refusal): void => {
  const minutes = refusal.values?.minutes;
  return wantsJson(req)
    ? refused(res, refusal)
    : seeOther(res, `/?refused=${refusal.code}${minutes === undefined ? '' : `&minutes=${minutes}`}`);
};

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
