import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { accountRole, email } from '@/core/contract/account';
import { refuse } from '@/core/contract/refusal';
import { makeLink, operator } from '../auth/links';
import type { Database } from '../store/database';
import { BodyTooLarge, json, problem, readFields } from './reply';

export const operatorPath = '/api/operator/link';
/** What `npm run admin -- link` asks for. */
export const linkOrder = z.object({ email, role: accountRole.nullable() });
export type LinkOrder = z.infer<typeof linkOrder>;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Answers command-line tools of this machine, which know `token` from a file in the server's folder. */
export async function answerOperator(
  req: IncomingMessage,
  res: ServerResponse,
  { db, token }: { db: Database; token: string },
): Promise<boolean> {
  if (req.url !== operatorPath || req.method !== 'POST') return false;
  const given = sha256(req.headers.authorization ?? '');
  if (!timingSafeEqual(given, sha256(`Bearer ${token}`))) {
    problem(res, 404, refuse('unknown'));
    return true;
  }
  const fields = await readFields(req).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return {};
    throw error;
  });
  const wanted = linkOrder.safeParse(fields);
  if (!wanted.success) problem(res, 400, refuse('invalid'));
  else json(res, 201, { token: await makeLink(db, { ...wanted.data, madeBy: operator }, Date.now()) });
  return true;
}
