import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '@/app/_lib/connection';
import { refuse } from '@/core/contract/refusal';
import type { Change } from '@/core/contract/view';
import type { Frame } from '@/core/contract/wire';
import { applyChange } from '@/core/view/applyChange';
import { viewOf } from '@/core/view/viewOf';
import { FakeWire, MemoryOutbox } from '../support/fakeWire';
import { Play } from '../support/play';
import { village } from '../support/village';

const view = viewOf(new Play(village()).state);
const letter = { to: 'ada', text: 'hello', asks: ['bridge'] };

const noticed = (id: string): Change => ({
  type: 'notice',
  notice: { id, kind: 'followUp', simMs: 0, mailId: null },
});
const frame = (n: number, epoch = 0): Frame => ({
  stream: 'run:x',
  epoch,
  n,
  changes: [noticed(`n${String(n)}`)],
});

function open(outbox = new MemoryOutbox()) {
  let now = 0;
  const wire = new FakeWire();
  const connection = new Connection({
    initial: { view, epoch: 0, n: 0, drafts: [] },
    wire: wire.open,
    outbox,
    now: () => now,
  });
  connection.start();
  const seen = () => connection.store.getState().view.notices.map((notice) => notice.id);
  const setNow = (ms: number) => {
    now = ms;
  };
  return { wire, connection, outbox, seen, setNow, state: () => connection.store.getState() };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the browser's copy of a run", () => {
  it('takes frames in order and leaves out what it already has', async () => {
    const { wire, seen, state } = open();
    wire.connect();
    await settle();
    for (const n of [1, 2, 2, 1, 3]) wire.push(frame(n));
    expect(seen()).toEqual(['n1', 'n2', 'n3']);
    expect(state().n).toBe(3);
  });

  it('asks for what is missing when a frame was lost, and ends as if it had not been', async () => {
    const { wire, seen } = open();
    wire.connect();
    await settle();
    wire.push(frame(1));
    wire.onResume = () => ({ ok: true, frames: [frame(2), frame(3)] });
    wire.push(frame(3));
    await settle();
    expect(wire.resumed.at(-1)).toEqual({ epoch: 0, n: 1 });
    expect(seen()).toEqual(['n1', 'n2', 'n3']);
  });

  it('control: without the answer to its question a gap would be skipped over', () => {
    const skipped = [frame(1), frame(3)].flatMap((f) => f.changes).reduce(applyChange, view);
    expect(skipped.notices.map((notice) => notice.id)).toEqual(['n1', 'n3']);
  });

  it('takes a whole view when what it may see has changed', async () => {
    const { wire, state } = open();
    wire.connect();
    await settle();
    const other = { ...view, notices: [] };
    wire.onResume = () => ({
      ok: true,
      snapshot: { stream: 'run:x', epoch: 2, n: 40, view: other },
      drafts: [],
    });
    wire.push(frame(1, 2));
    await settle();
    expect([state().epoch, state().n]).toEqual([2, 40]);
  });

  it('asks again when a reply promises a frame that does not come', async () => {
    const { wire, connection, seen } = open();
    wire.connect();
    await settle();
    wire.answer = () => ({ ok: true, n: 1 });
    await connection.send('scene.open', { scene: 'compose' });
    wire.onResume = () => ({ ok: true, frames: [frame(1)] });
    expect(wire.resumed).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen()).toEqual(['n1']);
  });

  it('shows what the clock says now after a resume, not what it said in an old frame', async () => {
    const { wire, connection } = open();
    wire.onResume = () => ({
      ok: true,
      frames: [
        { ...frame(1), changes: [{ type: 'clock', clock: { ...view.clock, state: 'paused', simMs: 5 } }] },
      ],
      clock: { ...view.clock, state: 'paused', simMs: 90_000 },
    });
    wire.connect();
    await settle();
    expect(connection.simNow()).toBe(90_000);
  });

  it('T5: the clock shown stands while the server is away, and never goes backwards when it is back', async () => {
    const { wire, connection, setNow } = open();
    const running = { ...view.clock, state: 'running' as const, rate: 60, simMs: 60_000 };
    wire.onResume = () => ({ ok: true, frames: [], clock: running });
    wire.connect();
    await settle();
    setNow(1_000);
    expect(connection.simNow()).toBe(120_000);
    wire.drop();
    setNow(90_000);
    expect(connection.simNow()).toBe(120_000);
  });

  it('says how it stands to the server', async () => {
    const { wire, state } = open();
    expect(state().link).toBe('connecting');
    wire.connect();
    await settle();
    expect(state().link).toBe('online');
    wire.drop();
    expect(state().link).toBe('offline');
  });
});

describe('the outbox', () => {
  it('keeps a mail sent offline and hands it over once the server is there', async () => {
    const { wire, connection, outbox } = open();
    void connection.send('mail.send', letter);
    await settle();
    expect(wire.delivered).toHaveLength(0);
    expect(outbox.items.size).toBe(1);
    wire.answer = () => ({ ok: true, n: 0, mailId: 'm1' });
    wire.connect();
    await settle();
    expect(wire.delivered.map((i) => i.name)).toEqual(['mail.send']);
    expect(outbox.items.size).toBe(0);
  });

  it('repeats a command whose answer was lost under the same id', async () => {
    const { wire, connection } = open();
    wire.connect();
    await settle();
    let lost = 2;
    wire.answer = () => (lost-- > 0 ? null : { ok: true, n: 0, mailId: 'm1' });
    const reply = connection.send('mail.send', letter);
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await reply)?.ok).toBe(true);
    expect(wire.delivered).toHaveLength(3);
    expect(new Set(wire.delivered.map((i) => i.commandId)).size).toBe(1);
  });

  it('control: two mails are two commands with two ids', async () => {
    const { wire, connection } = open();
    wire.connect();
    await settle();
    await connection.send('mail.send', letter);
    await connection.send('mail.send', letter);
    expect(new Set(wire.delivered.map((i) => i.commandId)).size).toBe(2);
  });

  it('outlives a reload: the next page sends what the last one could not, with its id', async () => {
    const first = open();
    void first.connection.send('mail.send', letter);
    await settle();
    const [kept] = [...first.outbox.items.keys()];
    first.connection.close();
    const second = open(first.outbox);
    await settle();
    second.wire.connect();
    await settle();
    expect(second.wire.delivered.map((i) => i.commandId)).toEqual([kept]);
  });

  it('keeps the order in which things were asked', async () => {
    const { wire, connection } = open();
    void connection.send('mail.send', { ...letter, text: 'one' });
    void connection.send('mail.send', { ...letter, text: 'two' });
    void connection.send('mail.remind', { mailId: 'm1' });
    await settle();
    wire.connect();
    await settle();
    expect(wire.delivered.map((i) => (i.name === 'mail.send' ? i.body.text : i.name))).toEqual([
      'one',
      'two',
      'mail.remind',
    ]);
  });

  it('waits and tries again when the server could not save it', async () => {
    const { wire, connection, state } = open();
    wire.connect();
    await settle();
    wire.answer = () => ({ ok: false, refusal: refuse('unsaved') });
    void connection.send('mail.send', letter);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state().outbox[0]?.refused).toBeUndefined();
    wire.answer = () => ({ ok: true, n: 0, mailId: 'm1' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(new Set(wire.delivered.map((i) => i.commandId)).size).toBe(1);
    expect(state().outbox[0]?.mailId).toBe('m1');
  });

  it('shows a mail that was refused with the reason, and does not send it again', async () => {
    const { wire, connection, state } = open();
    wire.connect();
    await settle();
    wire.answer = () => ({ ok: false, refusal: refuse('paused') });
    await connection.send('mail.send', letter);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(wire.delivered).toHaveLength(1);
    expect(state().outbox[0]?.refused).toContain('paused');
  });

  it('goes on in memory and says so where the browser blocks storage', async () => {
    const outbox = new MemoryOutbox();
    outbox.blocked = true;
    const { wire, connection, state } = open(outbox);
    void connection.send('mail.send', letter);
    await settle();
    expect(state().storageBlocked).toBe(true);
    wire.connect();
    await settle();
    expect(wire.delivered).toHaveLength(1);
  });

  it('does not keep what means something only now', async () => {
    const { wire, connection, outbox } = open();
    expect(await connection.send('clock.pause', {})).toBeNull();
    wire.connect();
    await settle();
    expect(wire.delivered).toHaveLength(0);
    expect(outbox.items.size).toBe(0);
  });
});
