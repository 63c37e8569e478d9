import { expect, it } from 'vitest';
import { runEvents } from '@/server/store/runs';
import { sessionTeams } from '@/server/store/sessionRuns';
import { LiveServer, send } from '../support/liveServer';
import { control, joinSession, type Led, lead } from '../support/session';

const people = 12;
const moment = () => new Promise<void>((done) => setTimeout(done, 700));

/** Simulated things that happened in all runs of a session so far: everything but changes of the clock. */
async function happened(server: LiveServer, { sessionId }: Led): Promise<number> {
  const runs = (await sessionTeams(server.db, sessionId)).flatMap((team) => team.runs);
  const logs = await Promise.all(runs.map((run) => runEvents(server.db, run.header.runId)));
  return logs.flat().filter((e) => !e.type.startsWith('clock.')).length;
}

// Ten simulated minutes a second: within a moment much becomes due in every run.
it('T6: during a pause nothing becomes due in any run of the session, and everything goes on afterwards', async () => {
  const server = await LiveServer.start();
  const led = await lead(server);
  const sockets = [];
  for (let n = 0; n < people; n++)
    sockets.push(await server.connected(await joinSession(server, led, `Person ${n}`)));
  await control(led, 'start');
  for (const socket of sockets)
    for (const to of ['ada', 'ben', 'cleo'])
      await send(socket, 'mail.send', { to, subject: 'Well', text: 'How are things?', asks: ['bridge'] });
  // The window in which nothing will happen is one in which something would.
  const before = await happened(server, led);
  await moment();
  expect(await happened(server, led)).toBeGreaterThan(before);
  for (const socket of sockets)
    await send(socket, 'mail.send', { to: 'ada', subject: 'And', text: 'And the bridge?', asks: ['bridge'] });
  expect(await control(led, 'pause', { to: 'all' })).toMatchObject({ done: people });
  const paused = await happened(server, led);
  await moment();
  expect(await happened(server, led)).toBe(paused);
  expect(await control(led, 'resume', { to: 'all' })).toMatchObject({ done: people });
  await moment();
  expect(await happened(server, led)).toBeGreaterThan(paused + people);
});
