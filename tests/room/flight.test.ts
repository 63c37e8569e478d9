import { expect, test } from 'vitest';
import { takeBoard } from '@/app/_lib/boardWire';
import type { BoardChange } from '@/core/contract/board';
import { keptSamples, sampleMs, samplesOf } from '@/server/session/flight';
import { sessionTeams } from '@/server/store/sessionRuns';
import { FakeWall } from '../support/fakeWall';
import { LiveServer, send } from '../support/liveServer';
import { boardSocket, control, joinSession, type Led, lead, openBoard } from '../support/session';

const hourMs = 3_600_000;

test('a room holds as many requests at a moment as its runs hold together, by their latest changes', () => {
  const ada = [
    { at: 1_000, inFlight: 1 },
    { at: 6_000, inFlight: 3 },
    { at: 14_000, inFlight: 0 },
  ];
  const ben = [{ at: 5_000, inFlight: 2 }];
  const samples = samplesOf([ada, ben], { from: 0, until: 16_000 });
  expect(samples).toEqual([
    { at: 0, inFlight: 0 },
    { at: 5_000, inFlight: 3 },
    { at: 10_000, inFlight: 5 },
    { at: 15_000, inFlight: 2 },
  ]);
});

test('of a long day the latest four hours are kept, and what began before them counts', () => {
  const samples = samplesOf([[{ at: 10, inFlight: 2 }]], { from: 0, until: 9 * hourMs });
  expect(samples).toHaveLength(keptSamples);
  expect(samples[0]).toEqual({ at: 5 * hourMs, inFlight: 2 });
  expect(samples.at(-1)?.at).toBe(9 * hourMs - sampleMs);
});

/** Two people ask three things each, one of them finishes early, and the session goes on for a while; all within one process. */
async function played() {
  const wall = new FakeWall(Math.floor(Date.now()));
  // So slow that nobody answers meanwhile.
  const slowly = { wall, rate: 1 };
  const server = await LiveServer.start(slowly);
  const led = await lead(server);
  const [ada, ben] = [await joinSession(server, led, 'Ada'), await joinSession(server, led, 'Ben')];
  const sockets = [await server.connected(ada), await server.connected(ben)];
  await control(led, 'start');
  await wall.pass(1_000);
  for (const socket of sockets)
    for (const [to, asks] of [
      ['ada', ['bridge']],
      ['ben', ['harvest']],
      ['cleo', ['festival']],
    ] as const)
      expect(
        await send(socket, 'mail.send', { to, subject: 'Well', text: 'How is it?', asks }),
      ).toMatchObject({
        ok: true,
      });
  await wall.pass(20_000);
  const [first] = sockets;
  if (first) expect(await send(first, 'run.finish', {})).toMatchObject({ ok: true });
  await wall.pass(20_000);
  return { server, led, slowly };
}

/** The chart as a browser with an open board has it, from now on: ms since the start, and what was in flight. */
async function watched(server: LiveServer, { cookie, sessionId }: Led): Promise<() => [number, number][]> {
  const socket = boardSocket(server, cookie, sessionId);
  await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
  let board = await openBoard(socket);
  socket.on('board', (change: BoardChange) => {
    board = takeBoard(board, change);
  });
  return () => board.flight.map(({ at, inFlight }) => [at - (board.startedAt ?? 0), inFlight]);
}

test('after a restart the board of a room shows what was in flight before it; whoever finishes gives up the rest', async () => {
  const { server, led, slowly } = await played();
  const next = await server.restarted(slowly);
  const [five, six, three] = [5_000, 6, 3];
  const chart = [
    [0, 0],
    ...[1, 2, 3, 4].map((k) => [k * five, six]),
    ...[5, 6, 7, 8].map((k) => [k * five, three]),
  ];
  const early = await watched(next, led);
  // What the next process takes by itself comes after.
  await expect.poll(() => early().slice(0, chart.length)).toEqual(chart);
  const late = await watched(next, led);
  expect(late().slice(0, chart.length)).toEqual(chart);
});

test('it is drawn from the logs: without the log of one run its requests are missing', async () => {
  const { server, led, slowly } = await played();
  const [run] = (await sessionTeams(server.db, led.sessionId)).flatMap((team) => team.runs);
  const stream = `run:${run?.header.runId}`;
  await server.db.write((client) => client.event.deleteMany({ where: { stream } }));
  const chart = await watched(await server.restarted(slowly), led);
  await expect.poll(() => Math.max(...chart().map(([, inFlight]) => inFlight))).toBe(3);
});
