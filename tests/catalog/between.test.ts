import { expect, test } from 'vitest';
import { hashToken } from '@/server/auth/token';
import { betweenPage } from '@/server/catalog/between';
import { planOf } from '@/server/catalog/plan';
import { shareDatabase } from '@/server/store/shared';
import { LiveServer, send } from '../support/liveServer';

/** Somebody in the plan mail then call, whose run by mail had one card and was ended. */
async function afterOneRun() {
  const server = await LiveServer.start();
  shareDatabase(server.db);
  const response = await server.post('/api/solo', { scenario: 'village', plan: 'mailThenCall' });
  const { seat } = (await response.json()) as { seat: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = hashToken(cookie.replace('device=', ''));
  const before = await betweenPage(seat, token);
  const socket = await server.connected({ seat, cookie });
  await send(socket, 'clock.start', {});
  await send(socket, 'run.finish', {});
  return { server, seat, cookie, token, before };
}

test('P9: between two runs a page knows the measures of the first, the mode of the second, and nothing else', async () => {
  const { seat, token, before } = await afterOneRun();
  expect(before).toMatchObject({ step: { at: 'run', k: 1, n: 2 }, last: null, next: 'call' });
  const page = await betweenPage(seat, token);
  expect(page).toEqual({
    seat,
    title: 'Village',
    step: { at: 'predict', k: 2, n: 2 },
    last: {
      mode: 'mail',
      measures: expect.objectContaining({ solved: 0, deskDone: 0, blockedTime: 0, completionTime: null }),
      answers: 0,
      required: expect.any(Number),
    },
    next: 'call',
    predict: true,
    twin: null,
  });
  for (const secret of ['seed', 'persona', 'runId']) expect(JSON.stringify(page)).not.toContain(secret);
});

test('a plan is told with its runs and the prediction, to its own device alone', async () => {
  const { server, seat, cookie, token } = await afterOneRun();
  const prediction = [{ measure: 'deskDone', higherIn: 'mail', by: 2 }];
  await server.post('/api/next', { seat, prediction }, { cookie });
  expect(await planOf(seat, token)).toMatchObject({
    plan: 'mailThenCall',
    scenario: { slug: 'village', version: 1 },
    step: { at: 'run', k: 2, n: 2 },
    runs: [
      { role: 'played', mode: 'mail', runIndex: 0, endedAt: expect.any(Number) },
      { role: 'played', mode: 'call', runIndex: 1, endedAt: null },
    ],
    prediction,
  });
  expect(await planOf(seat, hashToken('somebody else'))).toBeNull();
  expect(await betweenPage(seat, null)).toBeNull();
});
