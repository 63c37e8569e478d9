import { expect, it } from 'vitest';
import { deleteSession, expiredSessions } from '@/server/store/retention';
import { LiveServer, send } from '../support/liveServer';
import { control, joinSession, lead } from '../support/session';

it('a session is deleted whole once it has been over for long enough, and no other with it', async () => {
  const server = await LiveServer.start();
  const [old, other] = [await lead(server), await lead(server)];
  for (const led of [old, other]) {
    const socket = await server.connected(await joinSession(server, led, 'Ada'));
    await control(led, 'start');
    await send(socket, 'mail.send', { to: 'ada', subject: 'Bridge', text: 'Well?' });
  }
  await control(old, 'endSession');
  const later = Date.now() + 60_000;
  expect(await expiredSessions(server.db, Date.now() - 60_000)).toEqual([]);
  // One that never ended goes by the day it was opened.
  expect((await expiredSessions(server.db, later)).map((s) => s.sessionId)).toEqual([
    old.sessionId,
    other.sessionId,
  ]);
  const [expired] = await expiredSessions(server.db, later);
  if (expired) await deleteSession(server.db, expired);
  const left = await server.db.read(async (client) => ({
    sessions: (await client.session.findMany()).map((s) => s.id),
    teams: await client.team.count(),
    runs: await client.run.count(),
    seats: await client.seat.count(),
    streams: (await client.event.findMany({ distinct: ['stream'] })).length,
  }));
  expect(left).toEqual({ sessions: [other.sessionId], teams: 1, runs: 1, seats: 1, streams: 2 });
});
