import { expect, onTestFinished, test, vi } from 'vitest';
import { takeBoard } from '@/app/_lib/boardWire';
import type { BoardChange } from '@/core/contract/board';
import { Board } from '@/server/session/board';
import { keptSamples, sampleMs, samplesOf, teamFlight } from '@/server/session/flight';
import { recalledFlights } from '@/server/session/recalled';
import type { Room } from '@/server/session/room';
import { Runner } from '@/server/session/runner';
import { saveScenario } from '@/server/store/scenarios';
import { sessionTeams } from '@/server/store/sessionRuns';
import { FakeWall } from '../support/fakeWall';
import { LiveServer, send } from '../support/liveServer';
import { packFile } from '../support/packFiles';
import { boardSocket, control, joinSession, type Led, lead, openBoard } from '../support/session';

const hourMs = 3_600_000;

test('a room holds as many requests at a moment as its teams hold together, by their latest changes', () => {
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

/** A practice left with two requests in flight, one of which is answered later, and the run that was begun instead. */
const practice = {
  startedAt: 1_000,
  changes: [
    { at: 2_000, inFlight: 2 },
    { at: 12_000, inFlight: 1 },
  ],
};
const real = { startedAt: 10_000, changes: [{ at: 11_000, inFlight: 3 }] };

test('of a team that left one run and began the next, the one it left counts until then', () => {
  const samples = samplesOf([teamFlight([practice, real])], { from: 0, until: 16_000 });
  expect(samples.map(({ inFlight }) => inFlight)).toEqual([0, 2, 0, 3]);
});

test('a run that waits for its first event ends nothing yet', () => {
  const waiting = { startedAt: null, changes: [] };
  expect(teamFlight([practice, waiting])).toEqual(practice.changes);
});

/** The logs of some runs, one of which cannot be read, and what was reported of them. */
function logs(stopAfter = Number.POSITIVE_INFINITY) {
  const read: string[] = [];
  const reported: string[] = [];
  return {
    ...{ read, reported },
    flight: async (runId: string) => {
      read.push(runId);
      if (runId === 'torn') throw new Error('a row that is no event');
      return runId === 'real' ? real : practice;
    },
    report: (what: string) => void reported.push(what),
    stopped: () => read.length >= stopAfter,
  };
}
const teams = [{ runIds: ['torn', 'real'] }, { runIds: ['practice'] }];

test('a log that cannot be read is reported by its run and missing; the others are drawn', async () => {
  const from = logs();
  expect(await recalledFlights(teams, from)).toEqual([real.changes, practice.changes]);
  expect(from.reported).toEqual(['what was in flight in run torn could not be read']);
});

test('when a session is let go while its logs are read, nothing more is read of it', async () => {
  const from = logs(2);
  expect(await recalledFlights(teams, from)).toBeNull();
  expect(from.read).toEqual(['torn', 'real']);
});

test('a board tells no more samples of before than it keeps itself', () => {
  const empty = { teams: new Map(), participants: new Map(), settings: {}, log: [] };
  const board = new Board({ state: empty } as unknown as Room);
  const [told] = [1, 2].map((at) => {
    board.sample(1e9 + at);
    return board.change(null, 0).flight;
  });
  expect(told).toHaveLength(1);
  board.precede(samplesOf([], { from: 0, until: 9 * hourMs }));
  const { flight } = board.change(null, 0);
  expect(flight).toHaveLength(keptSamples - 2);
  expect([...flight.slice(-1), ...board.flight().slice(-3, -2)].map(({ at }) => at)).toEqual([
    9 * hourMs - sampleMs,
    9 * hourMs - sampleMs,
  ]);
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

test('logs are read only where the chart lacks something', async () => {
  const wall = new FakeWall(Math.floor(Date.now()));
  const slowly = { wall, rate: 1 };
  const server = await LiveServer.start(slowly);
  const led = await lead(server);
  await server.connected(await joinSession(server, led, 'Ada'));
  await control(led, 'start');
  await wall.pass(sampleMs - 1_000);
  const reads = vi.spyOn(Runner.prototype, 'flight');
  onTestFinished(() => reads.mockRestore());
  const soon = await server.restarted(slowly);
  await watched(soon, led);
  await wall.pass(20_000);
  const chart = await watched(await soon.restarted(slowly), led);
  await expect.poll(() => chart().length).toBeGreaterThan(4);
  expect(reads).toHaveBeenCalledTimes(1);
});

test('a practice that was left counts no more after a restart, as it did not before', async () => {
  const wall = new FakeWall(Math.floor(Date.now()));
  const slowly = { wall, rate: 1 };
  const server = await LiveServer.start(slowly);
  const scenario = packFile('practice');
  await saveScenario(server.db, { scenario, sha256: 'practice', now: 0 });
  const led = await lead(server, { practice: true });
  const ada = await joinSession(server, led, 'Ada');
  const socket = await server.connected(ada);
  await control(led, 'start');
  await wall.pass(1_000);
  const ask = scenario.requests[0];
  if (!ask) throw new Error('the practice asks nothing');
  const letter = { to: ask.recipient, subject: 'Well', text: 'How is it?', asks: [ask.id] };
  expect(await send(socket, 'mail.send', letter)).toMatchObject({ ok: true });
  await wall.pass(9_000);
  expect((await server.post('/api/next', { seat: ada.seat }, { cookie: ada.cookie })).ok).toBe(true);
  const begun = await server.connected(ada);
  expect(await send(begun, 'clock.start', {})).toMatchObject({ ok: true });
  await wall.pass(30_000);
  const chart = await watched(await server.restarted(slowly), led);
  await expect.poll(() => chart().length).toBeGreaterThan(7);
  const asked = chart().map(([, inFlight]) => inFlight);
  expect(asked.slice(0, 2)).toEqual([0, 1]);
  expect(asked.slice(4, 8)).toEqual([0, 0, 0, 0]);
});
