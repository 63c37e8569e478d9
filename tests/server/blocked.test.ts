import { expect, test } from 'vitest';
import { LiveServer, send } from '../support/liveServer';

/** What a page would not even send while its participant is on the phone. */
const attempts: [string, object][] = [
  ['mail.send', { to: 'cleo', text: 'Meanwhile' }],
  ['mail.sendLater', { to: 'cleo', text: 'Later', inMin: 5 }],
  ['mail.undo', { mailId: 'm1' }],
  ['mail.remind', { mailId: 'm1' }],
  ['desk.answer', { cardId: 'c1', choice: 0 }],
  ['call.dial', { to: 'ben' }],
  ['run.finish', {}],
  ['run.closeDay', {}],
];

test('C3: the server refuses whatever goes round the page while the line is taken, and stores none of it', async () => {
  const server = await LiveServer.start({ rate: 5 });
  const me = await server.visitor(undefined, 'free');
  const socket = await server.connected(me);
  await send(socket, 'clock.start', {});
  expect(await send(socket, 'mail.send', { to: 'ben', text: 'Before' })).toMatchObject({ ok: true });
  expect(await send(socket, 'call.dial', { to: 'ada' })).toMatchObject({ ok: true });

  const logged = () => server.db.read((db) => db.event.count({ where: { actor: 'p1' } }));
  const before = await logged();
  for (const [name, body] of attempts)
    expect(await send(socket, name, body), name).toMatchObject({ ok: false, refusal: { code: 'blocked' } });
  expect(await logged()).toBe(before);

  // Another tab of the same seat is no way round it, and a refused command is free to be sent again afterwards.
  const tab = await server.connected(me);
  const again = ['mail.send', { to: 'cleo', text: 'Meanwhile' }, 'the-same-command'] as const;
  expect(await send(tab, ...again)).toMatchObject({ refusal: { code: 'blocked' } });
  expect(await send(tab, 'call.hangUp', { callId: 'k1' })).toMatchObject({ ok: true });
  expect(await send(tab, ...again)).toMatchObject({ ok: true });
});
