import { expect, test } from 'vitest';
import { StoreUnavailable } from '@/server/session/ports';
import { Live } from '../support/live';
import { LiveServer, send } from '../support/liveServer';
import { storeOnDisk } from '../support/storeFixture';

const letter = { to: 'ada', subject: 'B', text: 'Hello', asks: ['bridge'] };
const reason = 'Nothing can be stored: the database cannot be written to.';

test('on a database that cannot be written to a command is refused, /readyz says why, and later it succeeds once', async () => {
  const server = await LiveServer.start();
  const socket = await server.connected(await server.visitor());
  const ready = async () => (await fetch(`${server.base}/readyz`)).json();
  await send(socket, 'clock.start', {});
  await server.db.writing.script('PRAGMA query_only = ON');
  const refused = await send(socket, 'mail.send', letter, 'same-command-twice');
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'unsaved' } });
  expect(await ready()).toEqual({ ready: false, reasons: [reason] });

  await server.db.writing.script('PRAGMA query_only = OFF');
  const first = await send(socket, 'mail.send', letter, 'same-command-twice');
  expect(first).toMatchObject({ ok: true });
  expect(await send(socket, 'mail.send', letter, 'same-command-twice')).toEqual(first);
  expect(await ready()).toEqual({ ready: true, reasons: [] });
  expect(await server.db.read((client) => client.event.count({ where: { type: 'mail.sent' } }))).toBe(1);
});

test('a heartbeat that is written is enough to be ready again: nobody needs to play', async () => {
  const { db, store } = await storeOnDisk();
  await db.writing.script('PRAGMA query_only = ON');
  await expect(store.beat('process', 1)).rejects.toThrow(StoreUnavailable);
  expect(store.refusal).toBe('the database cannot be written to');
  await db.writing.script('PRAGMA query_only = OFF');
  await store.beat('process', 2);
  expect(store.refusal).toBeNull();
});

test('T10: who could not come in because nothing could be stored is counted once when they do', async () => {
  const live = await new Live({ rule: { kind: 'constant', rate: 1 } }).begin();
  await live.runner.leave(live.runId);
  await live.pass(31_000);
  const pauses = async () => (await live.story('clock.paused')).length;
  expect(await pauses()).toBe(1);
  live.memory.refuseNext(new StoreUnavailable('the disk is full'));
  await expect(live.runner.join(live.runId)).rejects.toThrow('the disk is full');
  await live.runner.join(live.runId);
  await live.runner.leave(live.runId);
  await live.pass(31_000);
  expect(await pauses()).toBe(2);
});
