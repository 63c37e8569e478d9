import { expect, test } from 'vitest';
import { z } from 'zod';
import { habitsFor } from '@/core/policy/habits';
import { hashesOf, sha256 } from '../replication/studied';
import { person } from '../support/accounts';
import { LiveServer } from '../support/liveServer';
import { village } from '../support/village';

const path = '/api/scenarios/village/replications';
const result = z.object({
  logSha256: z.string(),
  replications: z.int(),
  against: z.object({ policy: z.string() }),
});

async function asked(search: string, form = 'json', signal?: AbortSignal) {
  const server = await LiveServer.start();
  const { cookie } = await person(server, 'fay@example.org', 'facilitator');
  const get = () =>
    fetch(`${server.base}${path}.${form}?${search}`, { headers: { cookie }, signal: signal ?? null });
  return { server, get };
}

test('a facilitator gets what simulate prints, played in a worker thread: the same logs for the same seed', async () => {
  const { get } = await asked('policy=parallel-mailer&against=serial-caller&replications=30&seed=door');
  const found = result.parse(await (await get()).json());
  const scenario = village();
  const study = {
    scenario,
    policy: 'parallel-mailer',
    mode: 'mail',
    habits: habitsFor(scenario),
    seed: 'door',
  } as const;
  const expected = sha256(hashesOf(study, 0, 30));
  expect(found).toMatchObject({
    logSha256: expected,
    replications: 30,
    against: { policy: 'serial-caller' },
  });
}, 30_000);

test('as rows it has one per replication', async () => {
  const { get } = await asked('policy=serial-caller&replications=7', 'csv');
  const response = await get();
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect((await response.text()).trim().split('\n')).toHaveLength(8);
}, 30_000);

test.each(['policy=nobody', 'policy=hybrid&replications=2001', 'policy=hybrid&seed=', ''])(
  'what cannot be understood (%s) is refused',
  async (search) => {
    const { get } = await asked(search);
    const response = await get();
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'invalid' }),
    ]);
  },
);

test('who goes away before the answer leaves the thread to others', async () => {
  const gone = new AbortController();
  const { server, get } = await asked('policy=serial-caller&replications=2000', 'json', gone.signal);
  const leaving = get();
  setTimeout(() => gone.abort(), 300);
  await expect(leaving).rejects.toThrow();
  const { cookie } = await person(server, 'ben@example.org', 'facilitator');
  const next = await fetch(`${server.base}${path}.json?policy=hybrid&replications=2`, {
    headers: { cookie },
  });
  expect(next.status).toBe(200);
}, 30_000);
