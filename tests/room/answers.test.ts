import { describe, expect, it } from 'vitest';
import type { RoomView } from '@/core/contract/room';
import { readSessionLog } from '@/server/store/sessionLog';
import { LiveServer } from '../support/liveServer';
import { control, joinSession, lead } from '../support/session';

const asked = { before: 'What do you expect?', after: 'How was it?', tlx: true };

const answersOf = async (server: LiveServer, sessionId: string) =>
  (await readSessionLog(server.db, sessionId)).flatMap((e) =>
    e.type === 'participant.answered' ? [e.data] : [],
  );

describe('questionnaires of a session', () => {
  it('are kept as they were answered; what is left out, or is no answer, stays empty', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, asked);
    const ada = await joinSession(server, led, 'Ada');
    const { cookie, seat } = ada;
    const room = await new Promise<RoomView>((done) => server.socket(ada).once('room', done));
    expect(room.owed).toEqual(['before', 'after']);
    const fields = {
      seat,
      which: 'after',
      'question-1': '  <b>Long</b>, and then short. ',
      'tlx-mental': '55',
      'tlx-effort': '101',
      'tlx-temporal': '-5',
      'tlx-performance': '12.5',
      'tlx-frustration': 'very',
      other: 'thing',
    };
    const response = await server.post('/api/answers', fields, { cookie });
    expect([response.status, await response.json()]).toEqual([201, { go: `/debrief/${seat}` }]);
    const [given] = await answersOf(server, led.sessionId);
    expect(given).toMatchObject({
      which: 'after',
      answers: {
        'question-1': '<b>Long</b>, and then short.',
        'tlx-mental': 55,
        'tlx-physical': null,
        'tlx-effort': null,
        'tlx-temporal': null,
        'tlx-performance': null,
        'tlx-frustration': null,
      },
    });
    expect(Object.keys(given?.answers ?? {})).toHaveLength(7);
    const again = await new Promise<RoomView>((done) => server.socket(ada).once('room', done));
    expect(again.owed).toEqual(['before']);
  });

  it('are answered once: two tabs and a double click change nothing', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, asked);
    const { cookie, seat } = await joinSession(server, led, 'Ada');
    const answer = (text: string) =>
      server.post('/api/answers', { seat, which: 'before', 'question-1': text }, { cookie });
    const both = await Promise.all([answer('first'), answer('second')]);
    expect(both.map((r) => r.status)).toEqual([201, 201]);
    expect((await answersOf(server, led.sessionId)).map((a) => a.answers)).toEqual([
      { 'question-1': 'first' },
    ]);
  });

  it('are nobody else’s to answer, and not there where none was asked for', async () => {
    const server = await LiveServer.start();
    const led = await lead(server, { before: 'Well?' });
    const ada = await joinSession(server, led, 'Ada');
    const bob = await joinSession(server, led, 'Bob');
    const body = { seat: ada.seat, which: 'before', 'question-1': 'x' };
    const by = async (fields: object, cookie: string) => {
      const response = await server.post('/api/answers', fields, { cookie });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    const absent = await by({ ...body, seat: 'AAAAAAAAAAAAAAAA' }, bob.cookie);
    expect(absent).toEqual([404, 'unknown']);
    expect(await by(body, bob.cookie)).toEqual(absent);
    expect(await by({ ...body, which: 'after' }, ada.cookie)).toEqual(absent);
    expect(await answersOf(server, led.sessionId)).toEqual([]);
  });
});

it('T6: after the end of a session no further run of a plan is made', async () => {
  const server = await LiveServer.start();
  const led = await lead(server, { plan: 'mailThenCall' });
  const { cookie, seat } = await joinSession(server, led, 'Ada');
  await server.connected({ cookie, seat });
  await control(led, 'start');
  await control(led, 'end', { to: 'all' });
  await control(led, 'endSession');
  const response = await server.post('/api/next', { seat, run: 2 }, { cookie });
  expect(((await response.json()) as { code: string }).code).toBe('sessionEnded');
});
