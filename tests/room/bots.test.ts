import { describe, expect, it } from 'vitest';
import type { BoardView } from '@/core/contract/board';
import { classDebrief } from '@/server/catalog/classDebrief';
import { readSessionLog } from '@/server/store/sessionLog';
import { LiveServer, send } from '../support/liveServer';
import { boardSocket, control, joinSession, lead, openBoard } from '../support/session';

const waitFor = async (server: { board: () => Promise<BoardView> }, what: (b: BoardView) => boolean) => {
  for (let i = 0; i < 200; i++) {
    if (what(await server.board())) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('it did not come to that');
};

describe('bots in a session (B5)', () => {
  it('take seats from the board, begin with everybody, and play', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { plan: 'orders' });
    expect(await control(led, 'bots', { count: 4, policy: 'usual' })).toEqual({
      ok: true,
      done: 4,
      skipped: 0,
      failed: 0,
    });
    const board = () => openBoard(led.board);
    await waitFor({ board }, (b) => b.rows.every((r) => r.members.every((m) => m.present)));
    const { rows } = await board();
    expect(rows.map((r) => r.members.map((m) => [m.name, m.bot])[0])).toEqual([
      ['Bot 1', true],
      ['Bot 2', true],
      ['Bot 3', true],
      ['Bot 4', true],
    ]);
    expect(rows.filter((r) => r.arm === 'mailThenCall')).toHaveLength(2);
    expect(await control(led, 'start')).toMatchObject({ done: 4 });
    await waitFor({ board }, (b) => b.rows.every((r) => (r.run?.lastDeedAt ?? null) !== null));
    expect(server.reports).toEqual([]);
  });

  it('leave the blocks of people as they are (X2), and have no door of their own', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { plan: 'orders' });
    await control(led, 'bots', { count: 3, policy: 'usual' });
    for (const name of ['Ada', 'Ben', 'Cleo', 'Dora']) await joinSession(server, led, name);
    const people = (await openBoard(led.board)).rows.filter((r) => r.members.every((m) => !m.bot));
    expect(people.filter((r) => r.arm === 'mailThenCall')).toHaveLength(2);
    const seats = await server.db.read((client) => client.seat.count());
    expect(seats).toBe(4);
  });

  it('play together in teams, never in a team of people, who never wait for a seat', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { teamSize: 2, teamsBy: 'chance' });
    await joinSession(server, led, 'Ada');
    await control(led, 'bots', { count: 3, policy: 'usual' });
    await joinSession(server, led, 'Ben');
    const teams = (await openBoard(led.board)).rows.map((r) => r.members.map((m) => m.name));
    expect(teams).toEqual([['Ada', 'Ben'], ['Bot 1', 'Bot 2'], ['Bot 3']]);
  });

  it('go when they are removed and when the session ends', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    await control(led, 'bots', { count: 2, policy: 'usual' });
    const board = () => openBoard(led.board);
    await waitFor({ board }, (b) => b.rows.every((r) => r.members.every((m) => m.present)));
    const gone = (await board()).rows[0]?.members[0]?.participantId;
    await control(led, 'remove', { participant: gone });
    await waitFor({ board }, (b) => b.rows[0]?.members[0]?.present === false);
    await control(led, 'endSession');
    await waitFor({ board }, (b) => b.rows.every((r) => r.members.every((m) => !m.present)));
  });

  it('play on after the process was replaced', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    await control(led, 'bots', { count: 1, policy: 'usual' });
    await waitFor({ board: () => openBoard(led.board) }, (b) => b.rows[0]?.members[0]?.present === true);
    await control(led, 'start');
    const again = await server.restarted();
    const socket = boardSocket(again, led.cookie, led.sessionId);
    await new Promise<void>((done) => socket.once('connect', done));
    const before = (await readSessionLog(server.db, led.sessionId)).length;
    await waitFor({ board: () => openBoard(socket) }, (b) => (b.rows[0]?.run?.lastDeedAt ?? 0) > 0);
    expect(await readSessionLog(server.db, led.sessionId)).toHaveLength(before);
  });

  it('are left out of the class debrief once a person has played, and counted until then', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    await control(led, 'bots', { count: 2, policy: 'usual' });
    const board = () => openBoard(led.board);
    await waitFor({ board }, (b) => b.rows.every((r) => r.members.every((m) => m.present)));
    const ada = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    const bots = (await board()).rows.filter((r) => r.members[0]?.bot).map((r) => r.teamId);
    await control(led, 'end', { to: bots });
    const before = await classDebrief(server.db, led.sessionId, { short: true });
    expect(before?.bots).toEqual({ runs: 2, included: true });
    expect(before?.arms[0]?.whole).toBe(2);
    await send(ada, 'run.finish', {});
    const after = await classDebrief(server.db, led.sessionId, { short: true });
    expect(after?.bots).toEqual({ runs: 2, included: false });
    expect(after?.arms[0]).toMatchObject({ assigned: 1, whole: 1 });
    const both = await classDebrief(server.db, led.sessionId, { short: true, bots: true });
    expect(both?.arms[0]).toMatchObject({ assigned: 3, whole: 3 });
  });
});
