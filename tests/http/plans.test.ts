import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Prediction } from '@/core/contract/plan';
import { hashToken } from '@/server/auth/token';
import { nextRun } from '@/server/catalog/nextRun';
import { readScenarioFile } from '@/server/catalog/scenarioFile';
import { stepOf } from '@/server/catalog/step';
import { saveScenario } from '@/server/store/scenarios';
import { seatOf } from '@/server/store/seats';
import { type TeamRecord, teamRecord } from '@/server/store/teams';
import { LiveServer, send, type Visitor } from '../support/liveServer';
import { village } from '../support/village';

async function begun(server: LiveServer, body: object): Promise<Visitor> {
  const response = await server.post('/api/solo', { scenario: 'village', ...body });
  expect(response.status).toBe(201);
  const { seat } = (await response.json()) as { seat: string };
  return { seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function teamOf(server: LiveServer, me: Visitor): Promise<TeamRecord> {
  const seat = await seatOf(server.db, me.seat, hashToken(me.cookie.replace('device=', '')));
  const team = seat && (await teamRecord(server.db, seat.teamId));
  if (!team) throw new Error('no team');
  return team;
}

/** Plays the present run to its end. */
async function finished(server: LiveServer, me: Visitor): Promise<void> {
  const socket = await server.connected(me);
  await send(socket, 'clock.start', {});
  expect(await send(socket, 'run.finish', {})).toMatchObject({ ok: true });
  socket.disconnect();
}

const next = (server: LiveServer, me: Visitor, more: object = {}) =>
  server.post('/api/next', { seat: me.seat, ...more }, { cookie: me.cookie });
const runs = ({ runs: all }: TeamRecord) => all.map(({ role, header: h }) => [role, h.mode, h.runIndex]);
const guess: Prediction = [{ measure: 'blockedTime', higherIn: 'call', by: 600_000 }];

async function withPractice(): Promise<LiveServer> {
  const server = await LiveServer.start();
  const read = readScenarioFile(await readFile('prisma/scenarios/practice.yaml', 'utf8'));
  if (!read.ok) throw new Error('the practice cannot be read');
  await saveScenario(server.db, { scenario: read.scenario, sha256: 'x', now: 0 });
  return server;
}

describe('/api/solo', () => {
  test('without a plan begins one run by mail, as it always did', async () => {
    const server = await LiveServer.start();
    const team = await teamOf(server, await begun(server, {}));
    expect([team.plan, team.practice, runs(team)]).toEqual(['mail', false, [['played', 'mail', 0]]]);
  });

  test('begins any plan in its first mode, and nothing else', async () => {
    const server = await LiveServer.start();
    for (const [plan, mode] of [
      ['call', 'call'],
      ['free', 'free'],
      ['mailThenCall', 'mail'],
      ['callThenMail', 'call'],
    ])
      expect(runs(await teamOf(server, await begun(server, { plan })))).toEqual([['played', mode, 0]]);
    for (const body of [{ plan: 'both' }, { plan: ['mail'] }, { practice: 'maybe' }])
      expect((await server.post('/api/solo', { scenario: 'village', ...body })).status).toBe(400);
  });

  test('X6: a typed seed is the luck of the run; without one it is drawn, and no two are alike', async () => {
    const server = await LiveServer.start();
    const seedOf = async (body: object) =>
      (await teamOf(server, await begun(server, body))).runs.map(({ header }) => header.seed);
    expect(await seedOf({ seed: '  a day of rain ' })).toEqual(['a day of rain']);
    const [[drawn], [empty]] = [await seedOf({}), await seedOf({ seed: '' })];
    expect(drawn).toMatch(/^[0-9a-f]{16}$/);
    expect(empty).toMatch(/^[0-9a-f]{16}$/);
    expect(empty).not.toBe(drawn);
    for (const seed of [' ', 'x'.repeat(65), ['a', 'b']])
      expect((await server.post('/api/solo', { scenario: 'village', seed })).status).toBe(400);
  });

  test('X7: by chance both orders come up', async () => {
    const server = await LiveServer.start();
    const orders = new Set<string>();
    for (let i = 0; i < 40 && orders.size < 2; i++)
      orders.add((await teamOf(server, await begun(server, { plan: 'chance' }))).plan);
    expect([...orders].sort()).toEqual(['callThenMail', 'mailThenCall']);
  });

  test('X7: a practice comes first where it is asked for and there is one; it is no mission of its own', async () => {
    const server = await withPractice();
    const team = await teamOf(server, await begun(server, { plan: 'mailThenCall', practice: true }));
    expect(runs(team)).toEqual([['practice', 'free', 0]]);
    expect(stepOf(team)).toEqual({ at: 'practice' });
    expect((await server.post('/api/solo', { scenario: 'practice' })).status).toBe(404);
    const without = await LiveServer.start();
    expect(runs(await teamOf(without, await begun(without, { practice: true })))).toEqual([
      ['played', 'mail', 0],
    ]);
  });
});

describe('/api/next', () => {
  test('X7: the second run of a plan with a twin is of the twin, on the same seed', async () => {
    const server = await LiveServer.start();
    const base = village();
    const twin = { ...base, slug: 'town', title: 'Town', twinOf: base.slug };
    await saveScenario(server.db, { scenario: twin, sha256: 'x', now: 0 });
    await saveScenario(server.db, { scenario: { ...twin, slug: 'odd', lengthMin: 9 }, sha256: 'x', now: 0 });
    const me = await begun(server, { plan: 'mailThenCall', twin: true });
    await finished(server, me);
    expect((await next(server, me)).status).toBe(201);
    const both = (await teamOf(server, me)).runs.map(({ header }) => header);
    expect(both.map(({ scenario, mode }) => [scenario.title, mode])).toEqual([
      ['Village', 'mail'],
      ['Town', 'call'],
    ]);
    expect(both[0]?.seed).toBe(both[1]?.seed);
    const plain = await begun(server, { plan: 'mailThenCall' });
    expect((await teamOf(server, plain)).twin).toBeNull();
    expect((await server.post('/api/solo', { scenario: 'town' })).status).toBe(404);
  });

  test('D1: gives the second run on the same scenario and seed, with other cards, and keeps the prediction', async () => {
    const server = await LiveServer.start();
    const me = await begun(server, { plan: 'mailThenCall' });
    await finished(server, me);
    expect((await next(server, me, { prediction: guess })).status).toBe(201);
    const team = await teamOf(server, me);
    expect(runs(team)).toEqual([
      ['played', 'mail', 0],
      ['played', 'call', 1],
    ]);
    const [a, b] = team.runs.map(({ header: h }) => [h.seed, h.scenario.version, h.receipts]);
    expect(a).toEqual(b);
    expect(team.prediction).toEqual(guess);
    await finished(server, me);
    expect(stepOf(await teamOf(server, me))).toEqual({ at: 'ended' });
  });

  test('refuses with a sentence while the present run goes on, and after the last', async () => {
    const server = await LiveServer.start();
    const me = await begun(server, { plan: 'mailThenCall' });
    const early = await next(server, me);
    expect([early.status, await early.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'notYet', title: expect.stringMatching(/not ended/) }),
    ]);
    expect((await next(server, me, { run: 2 })).status).toBe(409);
    const only = await begun(server, {});
    await finished(server, only);
    expect(await (await next(server, only)).json()).toMatchObject({ code: 'planOver' });
  });

  test('makes one run however often and from however many tabs it is asked for', async () => {
    const server = await LiveServer.start();
    const me = await begun(server, { plan: 'callThenMail' });
    await finished(server, me);
    const seat = await seatOf(server.db, me.seat, hashToken(me.cookie.replace('device=', '')));
    if (!seat) throw new Error('no seat');
    const at = (n: number) => nextRun(server.db, seat, { run: 2 }, `run-number-${n}`);
    expect(await Promise.all([1, 2, 3].map(at))).toEqual([null, null, null]);
    expect((await next(server, me, { run: 2 })).status).toBe(201);
    expect(runs(await teamOf(server, me))).toEqual([
      ['played', 'call', 0],
      ['played', 'mail', 1],
    ]);
  });

  test('leaves a practice at any time, whether it has ended or not', async () => {
    const server = await withPractice();
    const me = await begun(server, { plan: 'call', practice: true });
    expect((await next(server, me, { run: 1, prediction: guess })).status).toBe(201);
    expect((await next(server, me, { run: 1 })).status).toBe(201);
    const team = await teamOf(server, me);
    expect(runs(team)).toEqual([
      ['practice', 'free', 0],
      ['played', 'call', 0],
    ]);
    expect(team.prediction).toBeNull();
  });

  test('takes a plain form, in minutes and cards, and leads to the play page', async () => {
    const server = await LiveServer.start();
    const me = await begun(server, { plan: 'mailThenCall' });
    await finished(server, me);
    const body = new URLSearchParams({
      seat: me.seat,
      run: '2',
      'higher-completionTime': 'call',
      'by-completionTime': '12',
      'higher-firstAnswer': 'same',
      'by-firstAnswer': '3',
      'higher-deskDone': 'mail',
      'by-deskDone': '4',
    });
    const init = { method: 'POST', body, redirect: 'manual', headers: { cookie: me.cookie } } as const;
    const response = await fetch(`${server.base}/api/next`, init);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/play/${me.seat}`]);
    expect((await teamOf(server, me)).prediction).toEqual([
      { measure: 'completionTime', higherIn: 'call', by: 720_000 },
      { measure: 'firstAnswer', higherIn: 'same', by: null },
      { measure: 'deskDone', higherIn: 'mail', by: 4 },
    ]);
  });

  test("rubbish, unknown seats and other people's are refused at the door", async () => {
    const server = await LiveServer.start();
    const [me, you] = [await begun(server, { plan: 'mailThenCall' }), await begun(server, {})];
    for (const more of [
      { run: 'x' },
      { run: 0 },
      { prediction: 'all' },
      { prediction: [{ measure: 'luck', higherIn: 'mail', by: 1 }] },
      { prediction: [{ measure: 'deskDone', higherIn: 'mail', by: -1 }] },
    ])
      expect((await next(server, me, more)).status, JSON.stringify(more)).toBe(400);
    expect((await next(server, { ...me, seat: you.seat })).status).toBe(404);
    expect((await next(server, { ...me, seat: 'abcdefghijklmnop' })).status).toBe(404);
  });
});

test('P9: an export is public until the whole plan has ended; each run of it can be had', async () => {
  const server = await LiveServer.start();
  const me = await begun(server, { plan: 'mailThenCall' });
  const got = async (query = '') => {
    const address = `${server.base}/api/runs/${me.seat}/export.json${query}`;
    const response = await fetch(address, { headers: { cookie: me.cookie } });
    return response.ok ? ((await response.json()) as object) : response.status;
  };
  await finished(server, me);
  expect(await got()).toMatchObject({ run: 1, mode: 'mail', revealed: false, seed: null });
  await next(server, me);
  expect(await got('?run=1')).toMatchObject({ run: 1, revealed: false, seed: null });
  expect(await got()).toMatchObject({ run: 2, mode: 'call', revealed: false });
  await finished(server, me);
  const seeds = [await got('?run=1'), await got('?run=2')];
  expect(seeds).toMatchObject([
    { mode: 'mail', revealed: true, seed: expect.any(String) },
    { mode: 'call', revealed: true },
  ]);
  expect([await got('?run=3'), await got('?run=0'), await got('?run=x')]).toEqual([404, 404, 404]);
});
