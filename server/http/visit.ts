import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '@/core/contract/refusal';
import type { Limits } from '../auth/limits';
import type { Env } from '../env';
import type { Rooms } from '../session/rooms';
import type { Database } from '../store/database';
import { problem, seeOther, wantsJson } from './reply';

export interface ApiParts {
  db: Database;
  rooms: () => Rooms;
  env: Env;
  limits: Limits;
  report: (what: string, error: unknown) => void;
}

/** A POST from our own pages, with its fields and the device it came from. */
export interface Visit {
  req: IncomingMessage;
  res: ServerResponse;
  fields: Record<string, unknown>;
  device: { id: string; tokenHash: string };
  net: string;
}
export type Route = (visit: Visit, parts: ApiParts) => Promise<void>;

const status: Partial<Record<Refusal['code'], number>> = {
  soloOff: 403,
  soloFull: 429,
  tooFast: 429,
  unknown: 404,
  notYet: 409,
  planOver: 409,
  wrongSignIn: 401,
  signInFirst: 401,
  tooManyTries: 429,
  linkGone: 404,
  lastAdmin: 409,
  changed: 409,
  packStays: 409,
  hasErrors: 422,
  badFile: 422,
};
export const refused = (res: ServerResponse, refusal: Refusal): void =>
  problem(res, status[refusal.code] ?? 400, refusal);

/** Somebody who pressed a button reads the reason on the page at `path`; a program gets the problem itself. */
export function turnedAway({ req, res }: Visit, refusal: Refusal, path = '/'): void {
  const minutes = refusal.values?.minutes;
  if (wantsJson(req)) return refused(res, refusal);
  seeOther(res, `${path}?refused=${refusal.code}${minutes === undefined ? '' : `&minutes=${minutes}`}`);
}
