import { describe, expect, it } from 'vitest';
import { measuresOf } from '@/core/sim/measures/measure';
import { hashToken } from '@/server/auth/token';
import { runEvents, runRecord } from '@/server/store/runs';
import { seatOf } from '@/server/store/seats';
import { LiveServer, send, type Visitor } from '../support/liveServer';
import { control, joinSession, type Led, lead, openBoard } from '../support/session';

const token = (who: Visitor) => hashToken(who.cookie.split('=')[1] ?? '');

/** All that the database holds, as text. */
async function everything(server: LiveServer): Promise<string> {
  return server.db.read(async (client) =>
    JSON.stringify([
      await client.event.findMany(),
      await client.draft.findMany(),
      await client.seat.findMany(),
      await client.team.findMany(),
    ]),
  );
}

/** Somebody who has typed a canary into every field there is, in a session in free mode. */
async function typed(server: LiveServer): Promise<{ led: Led; ada: Visitor; runId: string }> {
  const led = await lead(server, { plan: 'free', before: 'Well?' });
  const ada = await joinSession(server, led, 'CANARY-name');
  const socket = await server.connected(ada);
  await control(led, 'start');
  const letter = { to: 'ada', subject: 'CANARY-subject', text: 'CANARY-text', asks: ['bridge'] };
  expect(await send(socket, 'mail.send', letter)).toMatchObject({ ok: true });
  expect(
    await send(socket, 'mail.sendLater', {
      ...letter,
      to: 'ben',
      subject: 'CANARY-later',
      text: 'CANARY-l',
      inMin: 20,
    }),
  ).toMatchObject({ ok: true });
  await send(socket, 'draft.save', {
    conversation: 'cleo',
    subject: 'CANARY-draft',
    text: 'CANARY-d',
    asks: [],
    details: [],
    rev: 0,
  });
  await server.post(
    '/api/answers',
    { seat: ada.seat, which: 'before', 'question-1': 'CANARY-answer' },
    { cookie: ada.cookie },
  );
  const runId = (await seatOf(server.db, ada.seat, token(ada)))?.runId ?? '';
  await expect
    .poll(
      async () =>
        (await runEvents(server.db, runId)).some(
          (e) => e.type === 'mail.received' && e.data.kind === 'answer',
        ),
      {
        timeout: 10_000,
      },
    )
    .toBe(true);
  return { led, ada, runId };
}

const measures = async (server: LiveServer, runId: string) => {
  const record = await runRecord(server.db, runId);
  return record && measuresOf(await runEvents(server.db, runId), record.header.scenario);
};

describe('A5: erasure', () => {
  it('A5: by a facilitator takes out every word somebody typed, and leaves every measure as it was', async () => {
    const server = await LiveServer.start();
    const { led, ada, runId } = await typed(server);
    await control(led, 'end', { to: 'all' });
    const before = await measures(server, runId);
    expect((await everything(server)).match(/CANARY-\w+/g)?.length).toBeGreaterThan(7);
    const [row] = (await openBoard(led.board)).rows;
    const participant = row?.members[0]?.participantId ?? '';
    expect(await control(led, 'erase', { participant })).toMatchObject({ ok: true, done: 1 });
    expect((await everything(server)).match(/CANARY-\w+/g)).toBeNull();
    expect(await measures(server, runId)).toEqual(before);
    expect(before?.words).toBeGreaterThan(0);
    // The log can still be read, by the server that went on and by the page of nobody.
    expect((await openBoard(led.board)).rows[0]?.members[0]).toMatchObject({ name: null, removed: true });
    expect(await seatOf(server.db, ada.seat, token(ada))).toBeNull();
    expect(await control(led, 'erase', { participant })).toMatchObject({ ok: true, done: 0 });
  });

  it('A5: by the person themselves, in the middle of a run: they leave, and nothing more is typed', async () => {
    const server = await LiveServer.start();
    const { led, ada, runId } = await typed(server);
    const response = await server.post('/api/erase', { seat: ada.seat }, { cookie: ada.cookie });
    expect(response.status).toBe(200);
    expect(await everything(server)).not.toContain('CANARY');
    // What was to be sent later goes out without its words; the world goes on.
    const sent = async () => (await runEvents(server.db, runId)).filter((e) => e.type === 'mail.sent');
    await expect.poll(async () => (await sent()).length, { timeout: 10_000 }).toBe(2);
    expect(await everything(server)).not.toContain('CANARY');
    expect(server.reports).toEqual([]);
    expect((await openBoard(led.board)).rows[0]?.members[0]).toMatchObject({ name: null, removed: true });
  });

  it('A5: nobody erases somebody else', async () => {
    const server = await LiveServer.start();
    const { led, ada } = await typed(server);
    const bob = await joinSession(server, led, 'Bob');
    const by = async (seat: string, cookie: string) => {
      const response = await server.post('/api/erase', { seat }, { cookie });
      return [response.status, await response.text()];
    };
    const absent = await by('AAAAAAAAAAAAAAAA', bob.cookie);
    expect(absent[0]).toBe(404);
    expect(await by(ada.seat, bob.cookie)).toEqual(absent);
    expect(await everything(server)).toContain('CANARY-text');
  });

  it('A5: a plan of one’s own is deleted whole', async () => {
    const server = await LiveServer.start();
    const { seat, cookie } = await server.visitor();
    const socket = await server.connected({ seat, cookie });
    await send(socket, 'clock.start', {});
    await send(socket, 'mail.send', { to: 'ada', subject: 'CANARY-s', text: 'CANARY-t' });
    expect(await everything(server)).toContain('CANARY-t');
    expect((await server.post('/api/erase', { seat }, { cookie })).status).toBe(200);
    expect(JSON.parse(await everything(server))).toEqual([[], [], [], []]);
  });
});
