import { describe, expect, it } from 'vitest';
import type { RoomChange, RoomView } from '@/core/contract/room';
import type { Frame, Snapshot, Writing } from '@/core/contract/wire';
import { LiveServer, send } from '../support/liveServer';
import { control, joinSession, lead } from '../support/session';

type Client = Awaited<ReturnType<LiveServer['connected']>>;
const snapshot = async (socket: Client): Promise<Snapshot> =>
  ((await socket.timeout(5_000).emitWithAck('resume', null)) as { snapshot: Snapshot }).snapshot;
const next = <T>(socket: Client, event: string): Promise<T> =>
  new Promise((done) => socket.once(event, done));

/** Two people in one team of a session that has begun. */
async function pair(fields: Record<string, unknown> = {}) {
  const server = await LiveServer.start();
  const led = await lead(server, { teamSize: 3, teamsBy: 'chance', ...fields });
  const ada = await server.connected(await joinSession(server, led, 'Ada'));
  const bob = await server.connected(await joinSession(server, led, 'Bob'));
  await control(led, 'start');
  return { server, led, ada, bob };
}

describe('a team in a session (P8)', () => {
  it('shares a run: each sees the mail of the other, and neither the other’s desk', async () => {
    const { ada, bob } = await pair();
    const seen: Frame[] = [];
    bob.on('frame', (frame: Frame) => seen.push(frame));
    const before = (await snapshot(bob)).view.desk;
    await send(ada, 'desk.answer', { cardId: 'c1', choice: 0 });
    await send(ada, 'mail.send', { to: 'ada', text: 'Good morning' });
    const { view } = await snapshot(bob);
    expect(view.me).toBe('p2');
    expect(view.desk).toEqual(before);
    expect(view.mails[0]).toMatchObject({ by: 'p1', text: 'Good morning' });
    expect(view.clock.rate).toBe(20);
    expect(seen.flatMap((f) => f.changes.map((c) => c.type))).not.toContain('desk');
  });

  it('knows who is in it and who is there, as people come, are renamed and go', async () => {
    const { server, led, ada, bob } = await pair();
    const changed = next<RoomChange>(ada, 'roomChange');
    const visitor = await joinSession(server, led, 'Cleo');
    expect((await changed).team?.map((m) => [m.name, m.present])).toEqual([
      ['Ada', true],
      ['Bob', true],
      ['Cleo', false],
    ]);
    const came = next<RoomChange>(ada, 'roomChange');
    const cleo = server.socket(visitor);
    const room = await next<RoomView>(cleo, 'room');
    expect(room.team.map((m) => m.member)).toEqual(['p1', 'p2', 'p3']);
    expect((await came).team?.[2]).toMatchObject({ name: 'Cleo', present: true });
    const went = next<RoomChange>(ada, 'roomChange');
    bob.disconnect();
    expect((await went).team?.[1]).toMatchObject({ name: 'Bob', present: false });
  });

  it('gives who comes while it plays a desk, and the mails so far', async () => {
    const { server, led, ada } = await pair();
    await send(ada, 'mail.send', { to: 'ada', text: 'Good morning' });
    const cleo = await server.connected(await joinSession(server, led, 'Cleo'));
    const { view } = await snapshot(cleo);
    expect(view.me).toBe('p3');
    expect(view.mails).toHaveLength(1);
    expect(view.desk.card?.cardId).toBe('c1p3');
  });

  it('passes on that somebody writes, to the others of the run alone, and nothing that is no such hint', async () => {
    const { server, led, ada, bob } = await pair({ teamSize: 2 });
    const other = await server.connected(await joinSession(server, led, 'Cleo'));
    const heard: Writing[] = [];
    for (const socket of [ada, other]) socket.on('writing', (hint: Writing) => heard.push(hint));
    const told = next<Writing>(ada, 'writing');
    bob.emit('writing', { conversation: 'ada', member: 'p1' });
    bob.emit('writing', 'x'.repeat(10_000));
    bob.emit('writing', { conversation: 'ben' });
    expect(await told).toEqual({ conversation: 'ben', member: 'p2' });
    // Too soon after the one before.
    bob.emit('writing', { conversation: 'ada' });
    await snapshot(bob);
    await snapshot(ada);
    expect(heard).toHaveLength(1);
  });

  it('takes nobody in by a wish where chance forms the teams, and nobody over its size', async () => {
    const { server, led } = await pair({ teamSize: 2 });
    const view = await snapshot(await server.connected(await joinSession(server, led, 'Cleo')));
    expect(view.view.me).toBe('p1');
    const choosing = await lead(server, { teamSize: 2, teamsBy: 'choice' });
    const first = await server.connected(await joinSession(server, choosing, 'Dora'));
    const second = await server.connected(await joinSession(server, choosing, 'Emil'));
    expect((await snapshot(first)).stream).not.toBe((await snapshot(second)).stream);
  });
});
