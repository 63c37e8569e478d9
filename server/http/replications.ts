import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { policyNames } from '@/core/contract/policy';
import { refuse } from '@/core/contract/refusal';
import type { Scenario } from '@/core/contract/scenario';
import type { Accounts } from '../auth/accounts';
import { may, whoOf } from '../auth/may';
import { resultOf } from '../replication/result';
import { replicationRows } from '../replication/rows';
import { playSide } from '../replication/side';
import { workerThreads } from '../replication/workers';
import type { Database } from '../store/database';
import { headedScenario } from '../store/scenarios';
import { problem } from './reply';

const address = /^\/api\/scenarios\/([a-z0-9-]{1,60})\/replications\.(json|csv)$/;
const query = z.object({
  policy: z.enum(policyNames),
  against: z.enum(policyNames).optional(),
  replications: z.coerce.number().int().min(1).max(2_000).default(500),
  seed: z.string().min(1).max(64).default('what-if'),
});
type Asked = z.infer<typeof query>;

/** One thread for all who ask: the other processors are for those who play. It is started with the first and ends by itself. */
const workers = workerThreads(1);
/** Who plays at the moment, and who waits. More are told to come back. */
let under = 0;
const most = 4;

/**
 * Answers `/api/scenarios/{slug}/replications.json|csv?policy=NAME&against=NAME&replications=N&seed=S`, what
 * `npm run simulate` prints, for who may study that scenario. Ends when whoever asked has gone. False where the request is
 * for somebody else.
 */
export async function answerReplications(
  req: IncomingMessage,
  res: ServerResponse,
  { db, accounts }: { db: Database; accounts: Accounts },
): Promise<boolean> {
  const [path = '', search = ''] = (req.url ?? '').split('?');
  const [, slug, form] = address.exec(path) ?? [];
  if (slug === undefined) return false;
  const me = await accounts.current(req.headers.cookie ?? null);
  const found = await headedScenario(db, slug);
  const scenario = found && may(whoOf(me), 'scenario.study', found.head) ? found.scenario : null;
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(search)));
  if (!scenario) problem(res, 404, refuse('unknown'));
  else if (!asked.success) problem(res, 400, refuse('invalid'));
  else if (under >= most) problem(res, 503, refuse('busy'));
  else await answer(res, scenario, asked.data, form === 'csv');
  return true;
}

async function answer(res: ServerResponse, scenario: Scenario, asked: Asked, csv: boolean): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  under++;
  try {
    const play = (policy: Asked['policy']) =>
      playSide(scenario, policy, asked, workers, { signal: gone.signal });
    const first = await play(asked.policy);
    const second = asked.against ? await play(asked.against) : null;
    const text = csv
      ? replicationRows(second ? [first, second] : [first], asked.seed)
      : JSON.stringify(resultOf(scenario, asked.seed, first, second));
    res.writeHead(200, {
      'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${scenario.slug}-replications.${csv ? 'csv' : 'json'}"`,
      'cache-control': 'no-store',
    });
    res.end(text);
  } catch (error) {
    // Nobody is there any more to be told.
    if (!gone.signal.aborted) throw error;
  } finally {
    under--;
  }
}
