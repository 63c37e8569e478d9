import { describe, expect, it } from 'vitest';
import type { BoardChange } from '@/core/contract/board';
import type { RoomView } from '@/core/contract/room';
import type { Snapshot } from '@/core/contract/wire';
import { readSessionLog } from '@/server/store/sessionLog';
import { person } from '../support/accounts';
import { LiveServer, send } from '../support/liveServer';
import { boardSocket, control, joinSession, lead, openBoard } from '../support/session';

const resume = async (socket: Awaited<ReturnType<LiveServer['connected']>>): Promise<Snapshot> =>
  ((await socket.timeout(5_000).emitWithAck('resume', null)) as { snapshot: Snapshot }).snapshot;

describe('a session', () => {
  it('begins when its facilitator starts it, for everybody who is there; who comes later begins when they come (T6)', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const ada = await joinSession(server, led, 'Ada');
    const socket = server.socket(ada);
    const room = await new Promise<RoomView>((done) => socket.once('room', done));
    expect(room).toMatchObject({ phase: 'lobby', name: 'Ada', title: 'Monday' });
    expect(await send(socket, 'clock.start', {})).toMatchObject({ refusal: { code: 'notStarted' } });

    const bob = await joinSession(server, led, 'Bob');
    expect(await control(led, 'start')).toEqual({ ok: true, done: 1, skipped: 1, failed: 0 });
    expect((await resume(socket)).view.clock.state).toBe('running');

    const late = await server.connected(bob);
    expect((await resume(late)).view.clock.state).toBe('ready');
    expect(await send(late, 'clock.start', {})).toMatchObject({ ok: true });
    expect((await resume(late)).view.clock.state).toBe('running');
  });

  it('is not steered by those who play in it: pause, speed and skipping are the facilitator’s', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    for (const [name, body] of [
      ['clock.pause', {}],
      ['clock.skip', {}],
      ['clock.resume', {}],
      ['clock.speed', { speed: 'fast' }],
    ] as const)
      expect(await send(socket, name, body)).toMatchObject({ refusal: { code: 'notPossible' } });
  });

  it('stands still everywhere while it is paused, and refuses play with words (T2)', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const sockets = [];
    for (const name of ['Ada', 'Bob', 'Cleo'])
      sockets.push(await server.connected(await joinSession(server, led, name)));
    await control(led, 'start');
    expect(await control(led, 'pause', { to: 'all' })).toEqual({ ok: true, done: 3, skipped: 0, failed: 0 });
    const at = await Promise.all(sockets.map(async (s) => (await resume(s)).view.clock));
    for (const [i, socket] of sockets.entries()) {
      expect(at[i]).toMatchObject({ state: 'paused', pausedWhy: 'facilitator' });
      expect(await send(socket, 'desk.answer', { cardId: 'c1', choice: 0 })).toMatchObject({
        refusal: { code: 'paused' },
      });
      expect((await resume(socket)).view.clock.simMs).toBe(at[i]?.simMs);
    }
    expect(await control(led, 'resume', { to: 'all' })).toMatchObject({ done: 3 });
    for (const socket of sockets) expect((await resume(socket)).view.clock.state).toBe('running');
  });

  it('a run that begins during a pause begins paused (T6)', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    await control(led, 'start');
    await control(led, 'pause', { to: 'all' });
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    expect(await send(socket, 'clock.start', {})).toMatchObject({ ok: true });
    expect((await resume(socket)).view.clock).toMatchObject({ state: 'paused', pausedWhy: 'facilitator' });
  });

  it('tells whom something was done for: mails, messages and hints reach one team or all', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const ada = await server.connected(await joinSession(server, led, 'Ada'));
    const bob = await server.connected(await joinSession(server, led, 'Bob'));
    await control(led, 'start');
    const { rows } = await openBoard(led.board);
    const team = rows.find((row) => row.members[0]?.name === 'Ada')?.teamId;
    const heard: object[] = [];
    for (const socket of [ada, bob]) socket.on('roomChange', (change: object) => heard.push(change));
    expect(await control(led, 'message', { to: [team], text: 'Look at the board.' })).toMatchObject({
      done: 1,
    });
    expect(await control(led, 'hint', { to: 'all', text: 'Ask Ben first.' })).toMatchObject({ done: 2 });
    const mail = { from: 'ben', subject: 'News', text: 'There is cake.' };
    expect(await control(led, 'inject', { to: 'all', ...mail })).toMatchObject({ done: 2 });
    const views = await Promise.all([ada, bob].map(resume));
    for (const { view } of views)
      expect(view.mails.at(-1)).toMatchObject({ contact: 'ben', subject: 'News' });
    expect(heard.filter((c) => 'message' in c)).toHaveLength(3);
    expect(await control(led, 'inject', { to: 'all', ...mail, from: 'nobody' })).toMatchObject({
      skipped: 2,
    });
  });

  it('gives more time to runs that have not ended', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { lengthMin: 30 });
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    expect((await resume(socket)).view.run.lengthMs).toBe(30 * 60_000);
    expect(await control(led, 'extend', { to: 'all', byMin: 15 })).toMatchObject({ done: 1 });
    expect((await resume(socket)).view.run.lengthMs).toBe(45 * 60_000);
  });

  it('runs at the rate its facilitator chose, and takes another one', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { clock: 20 });
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    expect((await resume(socket)).view.clock).toMatchObject({ rate: 20 });
    expect(await control(led, 'speed', { to: 'all', rate: 90 })).toMatchObject({ done: 1 });
    expect((await resume(socket)).view.clock).toMatchObject({ rate: 90, why: 'set' });
    const scene = await lead(server);
    await control(scene, 'start');
    expect(await control(scene, 'speed', { to: 'all', rate: 90 })).toMatchObject({
      refusal: { code: 'sceneClock' },
    });
  });

  it('ends every run and lets nobody in any more, but its pages stay', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const ada = await joinSession(server, led, 'Ada');
    const socket = await server.connected(ada);
    await control(led, 'start');
    expect(await control(led, 'endSession')).toMatchObject({ done: 1 });
    expect((await resume(socket)).view.ended).toMatchObject({ reason: 'facilitator' });
    await expect(joinSession(server, led, 'Bob')).rejects.toThrow('sessionEnded');
    expect(await control(led, 'pause', { to: 'all' })).toMatchObject({ refusal: { code: 'sessionEnded' } });
  });

  it('takes a repeated control once, and another one under its name not at all', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    await server.connected(await joinSession(server, led, 'Ada'));
    const first = await control(led, 'message', { to: 'all', text: 'Once' }, 'the-same-id');
    expect(await control(led, 'message', { to: 'all', text: 'Once' }, 'the-same-id')).toEqual(first);
    expect(await control(led, 'message', { to: 'all', text: 'Twice' }, 'the-same-id')).toMatchObject({
      refusal: { code: 'repeated' },
    });
    const log = await readSessionLog(server.db, led.sessionId);
    expect(log.filter((e) => e.type === 'message.posted')).toHaveLength(1);
  });

  it('removes somebody: their sockets leave, and their seat opens nothing any more', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const ada = await joinSession(server, led, 'Ada');
    const socket = await server.connected(ada);
    const gone = new Promise((done) => socket.once('disconnect', done));
    const told = new Promise((done) => socket.once('roomChange', done));
    const participant = (await openBoard(led.board)).rows[0]?.members[0]?.participantId;
    expect(await control(led, 'remove', { participant })).toMatchObject({ done: 1 });
    expect(await told).toEqual({ removed: true });
    await gone;
    expect(await server.refusal(server.socket(ada))).toBe('unknown');
  });

  it('is found by its code however it is typed, and only by it', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const typed = ` ${led.code.slice(0, 3).toLowerCase()}-${led.code.slice(3).toLowerCase()} `;
    await joinSession(server, { code: typed }, 'Ada');
    await expect(joinSession(server, { code: 'AAAAAA' }, 'Bob')).rejects.toThrow('noSession');
    await expect(joinSession(server, led, 'ada')).rejects.toThrow('nameTaken');
    await expect(joinSession(server, led, ' \u0000 ')).rejects.toThrow('nameNeeded');
  });

  it('stops those who try codes out, not a class that mistypes', async () => {
    const limits = { wrongCodePerNet: { points: 3, seconds: 600 } };
    const server = await LiveServer.start({ limits });
    const led = await lead(server);
    for (let i = 0; i < 3; i++)
      await expect(joinSession(server, { code: 'AAAAAA' }, 'X')).rejects.toThrow('noSession');
    await expect(joinSession(server, { code: 'AAAAAA' }, 'X')).rejects.toThrow('tooFast');
    await joinSession(server, led, 'Ada');
  });

  it('shows its board to those who lead it alone: other facilitators and nobody get the same answer as for no session', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const other = await person(server, 'other@example.org', 'facilitator');
    for (const [cookie, session] of [
      [other.cookie, led.sessionId],
      ['', led.sessionId],
      [led.cookie, 'no-such-session'],
    ] as const)
      expect(await server.refusal(boardSocket(server, cookie, session))).toBe('unknown');
    const gone = new Promise((done) => led.board.once('disconnect', done));
    await server.post('/api/account/sign-out', {}, { cookie: led.cookie });
    await gone;
  });

  it('tells the board what changes: rows of those who did something, presence, totals', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { clock: 20 });
    const changes: BoardChange[] = [];
    led.board.on('board', (change: BoardChange) => changes.push(change));
    const next = async (until: (change: BoardChange) => boolean) => {
      for (;;) {
        const found = changes.find(until);
        if (found) return found;
        await new Promise((done) => led.board.once('board', done));
      }
    };
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await next(({ rows }) => rows.some((r) => r.members.some((m) => m.present)));
    await control(led, 'start');
    await send(socket, 'mail.send', { to: 'ada', subject: 'a', text: '', asks: ['bridge'] });
    const asked = await next(({ rows }) => rows.some((r) => (r.run?.inFlight ?? 0) > 0));
    expect(asked.rows[0]?.run).toMatchObject({ state: 'running', solved: 0, practice: false });
    socket.disconnect();
    changes.length = 0;
    await next(({ rows }) => rows.some((r) => r.members.every((m) => !m.present)));
  });

  it('survives the end of the process: log, pause and what was not handed on yet', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    await control(led, 'pause', { to: 'all' });
    const before = await openBoard(led.board);
    socket.disconnect();
    const next = await server.restarted();
    const board = boardSocket(next, led.cookie, led.sessionId);
    const after = await openBoard(board);
    expect(after).toMatchObject({ phase: 'open', paused: true });
    expect(after.log).toEqual(before.log);
    expect(await control({ ...led, board }, 'resume', { to: 'all' })).toMatchObject({ done: 1 });
    expect((await openBoard(board)).rows[0]?.run).toMatchObject({ state: 'running' });
  });
});
