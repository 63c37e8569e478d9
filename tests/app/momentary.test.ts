import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '@/app/_lib/connection';
import { refuse } from '@/core/contract/refusal';
import { viewOf } from '@/core/view/viewOf';
import { FakeWire, MemoryOutbox } from '../support/fakeWire';
import { Play } from '../support/play';
import { village } from '../support/village';

const view = viewOf(new Play(village()).state);
const letter = { to: 'ada', text: 'hello', asks: ['bridge'] };

function online() {
  const wire = new FakeWire();
  const outbox = new MemoryOutbox();
  const connection = new Connection({
    initial: { view, epoch: 0, n: 0, drafts: [] },
    wire: wire.open,
    outbox,
    now: () => 0,
  });
  connection.start();
  wire.connect();
  return { wire, outbox, connection, names: () => wire.delivered.map((item) => item.name) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('commands that mean something only now', () => {
  it('a dial without a server fails at once and never rings later, while a mail waits and goes out', async () => {
    const { wire, connection, names } = online();
    await settle();
    wire.drop();
    expect(await connection.send('call.dial', { to: 'ada' })).toBeNull();
    void connection.send('mail.send', letter);
    wire.connect();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(names()).toEqual(['mail.send']);
  });

  it('a dial that waits behind a mail when the line breaks is given up; the mail is not', async () => {
    const { wire, connection, names } = online();
    await settle();
    wire.answer = () => null;
    void connection.send('mail.send', letter);
    await settle();
    const dial = connection.send('call.dial', { to: 'ada' });
    wire.drop();
    expect(await dial).toBeNull();
    wire.answer = () => ({ ok: true, n: 0 });
    wire.connect();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(names())).toEqual(new Set(['mail.send']));
  });

  it('a dial that the server is too busy for is not tried again, hanging up is', async () => {
    const { wire, connection, names } = online();
    await settle();
    wire.answer = () => ({ ok: false, refusal: refuse('busy') });
    const dial = connection.send('call.dial', { to: 'ada' });
    // Not the refusal: its sentence says that it will be tried again.
    expect(await dial).toBeNull();
    void connection.send('call.hangUp', { callId: 'k1' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(names().filter((name) => name === 'call.dial')).toHaveLength(1);
    expect(names().filter((name) => name === 'call.hangUp').length).toBeGreaterThan(1);
  });

  it('a dial that is never answered fails in the time of one answer', async () => {
    const { wire, connection } = online();
    await settle();
    wire.answer = () => null;
    expect(await connection.send('call.accept', { callId: 'k1' })).toBeNull();
    expect(connection.store.getState().outbox).toEqual([]);
  });
});
