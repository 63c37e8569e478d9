import { describe, expect, it } from 'vitest';
import type { ScreenView } from '@/core/contract/screen';
import { person } from '../support/accounts';
import { LiveServer } from '../support/liveServer';
import { boardSocket, control, joinSession, lead, openBoard } from '../support/session';

const link = async (server: LiveServer, session: string, cookie: string): Promise<[number, string]> => {
  const response = await server.post('/api/sessions/screen', { session }, { cookie });
  const body = (await response.json()) as { link?: string; code?: string };
  return [response.status, body.link?.split('/').at(-1) ?? body.code ?? ''];
};
const look = async (server: LiveServer, token: string): Promise<[number, ScreenView]> => {
  const response = await fetch(`${server.base}/api/screen/${token}`);
  return [response.status, (await response.json()) as ScreenView];
};

describe('a screen on the wall', () => {
  it('shows the way in and who has come, then the room as a whole', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const [, token] = await link(server, led.sessionId, led.cookie);
    await server.connected(await joinSession(server, led, 'Ada'));
    await joinSession(server, led, 'Bob');
    const [status, lobby] = await look(server, token);
    expect(status).toBe(200);
    expect(lobby).toMatchObject({ code: led.code, phase: 'lobby', playing: 0 });
    expect(lobby.people.map((p) => p.name)).toEqual(['Ada', 'Bob']);
    await control(led, 'start');
    await expect
      .poll(async () => (await look(server, token))[1])
      .toMatchObject({ phase: 'open', playing: 1, done: 0 });
    await control(led, 'endSession');
    expect((await look(server, token))[1]).toMatchObject({ phase: 'ended', code: null });
  });

  it('holds nobody’s results, no arm, no id', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { plan: 'orders' });
    await joinSession(server, led, 'Ada');
    const [, token] = await link(server, led.sessionId, led.cookie);
    const [, view] = await look(server, token);
    const text = JSON.stringify(view);
    for (const word of [
      'mailThenCall',
      'callThenMail',
      'teamId',
      'runId',
      'participantId',
      'seed',
      led.sessionId,
    ])
      expect(text).not.toContain(word);
  });

  it('has an address that ends with the next one, and is made by whoever leads alone', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const other = await person(server, 'other@example.org', 'facilitator');
    const [, first] = await link(server, led.sessionId, led.cookie);
    const [, second] = await link(server, led.sessionId, led.cookie);
    expect((await look(server, first))[0]).toBe(404);
    expect((await look(server, second))[0]).toBe(200);
    const absent = await link(server, 'AAAAAAAAAAAAAAAA', other.cookie);
    expect(absent).toEqual([404, 'unknown']);
    expect(await link(server, led.sessionId, other.cookie)).toEqual(absent);
  });
});

describe('a co-facilitator', () => {
  it('leads along once added, and is somebody else before', async () => {
    const server = await LiveServer.start();
    const led = await lead(server);
    const helper = await person(server, 'helper@example.org', 'facilitator');
    const refusedAt = (cookie: string) =>
      new Promise<string>((done) => {
        const socket = boardSocket(server, cookie, led.sessionId);
        socket.once('connect', () => done('in')).once('connect_error', (e) => done(e.message));
      });
    expect(await refusedAt(helper.cookie)).not.toBe('in');
    const add = (email: string, cookie: string) =>
      server.post('/api/sessions/helper', { session: led.sessionId, email }, { cookie });
    expect((await add('helper@example.org', helper.cookie)).status).toBe(404);
    expect(((await (await add('nobody@example.org', led.cookie)).json()) as { code: string }).code).toBe(
      'noAccount',
    );
    expect((await add('Helper@example.org', led.cookie)).status).toBe(201);
    const socket = boardSocket(server, helper.cookie, led.sessionId);
    await new Promise<void>((done) => socket.once('connect', done));
    expect((await openBoard(socket)).title).toBe('Monday');
    expect(await control({ ...led, board: socket }, 'start')).toMatchObject({ ok: true });
  });
});
