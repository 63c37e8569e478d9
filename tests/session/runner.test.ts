import { describe, expect, test } from 'vitest';
import { applyChange } from '@/core/view/applyChange';
import { AppendConflict, StoreUnavailable } from '@/server/session/ports';
import { Live } from '@/tests/support/live';

const letter = { to: 'ada', subject: 'Bridge', text: 'Hello', asks: ['bridge'] };
const constant = { kind: 'constant', rate: 60 } as const;

describe('a live run', () => {
  test('T3, T7: at a constant 60x a reply due after eight simulated minutes comes after eight real seconds, not before', async () => {
    const live = await new Live({ rule: constant }).begin();
    await live.send('mail.send', letter);
    await live.pass(7_900);
    expect(await live.story('mail.received')).toEqual([]);
    await live.pass(200);
    expect(await live.story('mail.received')).toEqual(['8 mail.received']);
  });

  test('T2: while paused nothing is due and play is refused; afterwards everything goes on from there', async () => {
    const live = await new Live({ rule: constant }).begin();
    await live.send('mail.send', letter);
    await live.pass(4_000);
    await live.send('clock.pause', {});
    await live.pass(60_000);
    expect(await live.send('mail.send', letter)).toMatchObject({ ok: false, refusal: { code: 'paused' } });
    expect(await live.story('mail.received')).toEqual([]);
    await live.send('clock.resume', {});
    await live.pass(4_100);
    expect(await live.story('mail.received')).toEqual(['8 mail.received']);
  });

  test('before the start every play command is refused', async () => {
    const live = new Live();
    await live.runner.join(live.runId);
    expect(await live.send('mail.send', letter)).toMatchObject({ refusal: { code: 'notRunning' } });
  });

  test('an unknown run is refused like any other', async () => {
    const live = await new Live().begin();
    expect(
      await live.runner.command('run-9999999999', { name: 'run.finish', body: {} }, 'p1', 'abcdefghijkl'),
    ).toMatchObject({
      refusal: { code: 'unknown' },
    });
  });
});

describe('T8: the scene clock', () => {
  const rates = async (live: Live) =>
    (await live.log()).flatMap((e) =>
      e.type === 'clock.rate' || e.type === 'clock.started' ? [[e.at - 1_000_000, e.data.rate]] : [],
    );

  test('T8: 1x while writing, 30x for two seconds after sending, then 60x', async () => {
    const live = await new Live().begin();
    await live.send('scene.open', { scene: 'compose' });
    await live.pass(12_000);
    await live.send('mail.send', letter);
    await live.pass(5_000);
    expect(await rates(live)).toEqual([
      [0, 60],
      [0, 1],
      [12_000, 30],
      [14_000, 60],
    ]);
  });

  test('T8: a scene without input for a minute returns to 60x and is closed as idle; a keystroke opens it again', async () => {
    const live = await new Live().begin();
    await live.send('scene.open', { scene: 'compose' });
    await live.pass(50_000);
    await live.send('draft.save', {
      conversation: 'ada',
      subject: '',
      text: 'H',
      asks: [],
      details: [],
      rev: 0,
    });
    await live.pass(59_000);
    expect((await rates(live)).at(-1)?.[1]).toBe(1);
    await live.pass(2_000);
    expect((await live.log()).findLast((e) => e.type === 'scene.closed')?.data).toEqual({
      scene: 'compose',
      reason: 'idle',
    });
    expect((await rates(live)).at(-1)).toEqual([110_000, 60]);
    await live.send('draft.save', {
      conversation: 'ada',
      subject: '',
      text: 'He',
      asks: [],
      details: [],
      rev: 1,
    });
    expect((await rates(live)).at(-1)?.[1]).toBe(1);
  });

  test('T8: reading takes at most half a second a word', async () => {
    const live = await new Live().begin();
    await live.send('mail.send', letter);
    await live.pass(12_000);
    await live.send('mail.open', { mailId: 'm2' });
    await live.pass(6_000);
    const after = (await rates(live)).slice(-3);
    expect(after.map((r) => r[1])).toEqual([1, 30, 60]);
    expect((after[1]?.[0] ?? 0) - (after[0]?.[0] ?? 0)).toBe(4 * 500);
  });
});

describe('T10: alone', () => {
  test('T10: thirty real seconds after the last viewer left the clock stands, and it goes on when one returns', async () => {
    const live = await new Live({ rule: constant }).begin();
    await live.runner.leave(live.runId);
    await live.pass(29_000);
    expect(await live.story('clock.paused')).toEqual([]);
    await live.pass(2_000);
    expect(await live.story('clock.paused')).toEqual(['30 clock.paused']);
    await live.pass(600_000);
    expect(live.runner.size).toBe(0);
    await live.runner.join(live.runId);
    await live.pass(1_000);
    await live.send('run.finish', {});
    expect(await live.story('run.ended')).toEqual(['31 run.ended']);
  });

  test('T10: skip ahead goes to the next thing that is seen, and no further than half an hour', async () => {
    const live = await new Live({ rule: constant }).begin();
    await live.send('mail.send', letter);
    const first = await live.send('clock.skip', {});
    expect(first).toMatchObject({ ok: true, result: { toMs: 5 * 60_000 } });
    await live.send('clock.skip', {});
    const beyond = await live.send('clock.skip', {});
    expect(beyond).toMatchObject({ result: { toMs: 38 * 60_000 } });
  });

  test('P9: skip ahead does not stop where a recipient reads unseen', async () => {
    const live = await new Live({ rule: constant, receipts: false }).begin();
    await live.send('mail.send', letter);
    expect(await live.send('clock.skip', {})).toMatchObject({ result: { toMs: 8 * 60_000 } });
  });
});

describe('T5: downtime is not play time', () => {
  test('T5: after a kill the clock goes on from what the heartbeat says it had reached', async () => {
    const before = await new Live({ rule: constant }).begin();
    await before.send('mail.send', letter);
    await before.pass(6_000);
    const beat = before.wall.now();
    before.wall.sleep(3_600_000);
    const after = before.restarted(beat);
    await after.runner.join(after.runId);
    await after.pass(1_900);
    expect(await after.story('mail.received')).toEqual([]);
    await after.pass(200);
    expect(await after.story('mail.received')).toEqual(['8 mail.received']);
  });

  test('T5: what was due by then comes at once, and never backwards', async () => {
    const before = await new Live({ rule: constant }).begin();
    await before.send('mail.send', letter);
    before.wall.sleep(9_000);
    const after = before.restarted(before.wall.now());
    before.wall.sleep(86_400_000);
    await after.runner.join(after.runId);
    expect(await after.story('mail.received')).toEqual(['8 mail.received']);
    const times = (await after.log()).map((e) => e.simMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(9 * 60_000);
  });

  test('T5: a sleeping machine is downtime', async () => {
    const live = await new Live({ rule: constant }).begin();
    await live.send('mail.send', letter);
    await live.pass(4_000);
    live.wall.sleep(600_000);
    await live.wall.ring();
    live.runner.pulse();
    await live.pass(3_000);
    expect(await live.story('mail.received')).toEqual([]);
    await live.pass(2_000);
    expect(await live.story('mail.received')).toEqual(['8 mail.received']);
  });

  test('T5: without a heartbeat the clock goes on from the last event', async () => {
    const before = await new Live({ rule: constant }).begin();
    await before.send('mail.send', letter);
    before.wall.sleep(9_000);
    const after = before.restarted(null);
    await after.runner.join(after.runId);
    expect(await after.story('mail.received')).toEqual([]);
  });
});

describe('commands have their effect once', () => {
  const twice = async (live: Live) => {
    const first = await live.send('mail.send', letter, 'same-command');
    const second = await live.send('mail.send', letter, 'same-command');
    return { first, second, mails: await live.story('mail.sent') };
  };

  test('a repeated command gets the first answer and sends nothing more', async () => {
    const { first, second, mails } = await twice(await new Live().begin());
    expect(second).toEqual(first);
    expect(mails).toHaveLength(1);
  });

  test('a repeated command is known after a restart', async () => {
    const before = await new Live().begin();
    await before.send('mail.send', letter, 'same-command');
    const after = before.restarted(before.wall.now());
    await after.runner.join(after.runId);
    expect(await after.send('mail.send', letter, 'same-command')).toMatchObject({
      ok: true,
      result: { mailId: 'm1' },
    });
    expect(await after.story('mail.sent')).toHaveLength(1);
  });

  test('the same id for another command is refused', async () => {
    const live = await new Live().begin();
    await live.send('mail.send', letter, 'same-command');
    expect(await live.send('mail.send', { ...letter, text: 'Other' }, 'same-command')).toMatchObject({
      refusal: { code: 'repeated' },
    });
  });

  test('with the memory of commands switched off the store still refuses the double, as an error instead of an answer', async () => {
    const { second, mails } = await twice(await new Live({ protections: { idempotency: false } }).begin());
    expect(second).toMatchObject({ ok: false, refusal: { code: 'unsaved' } });
    expect(mails).toHaveLength(1);
  });
});

describe('nothing is shown or acknowledged that is not stored', () => {
  test('a store that refuses gives the refusal unsaved, shows nothing, and the run goes on afterwards', async () => {
    const live = await new Live().begin();
    const shown = live.frames.length;
    live.memory.refuseNext(new StoreUnavailable('full'));
    expect(await live.send('mail.send', letter)).toMatchObject({ ok: false, refusal: { code: 'unsaved' } });
    expect(live.frames.length).toBe(shown);
    expect(await live.story('mail.sent')).toEqual([]);
    expect(await live.send('mail.send', letter)).toMatchObject({ ok: true });
    expect(live.frames.map((f) => f.n)).toEqual(live.frames.map((_, i) => i + 1));
  });

  test('frames come only after the append has returned', async () => {
    const live = await new Live().begin();
    const shown = live.frames.length;
    const release = live.memory.hold();
    const reply = live.send('mail.send', letter);
    await live.wall.ring();
    expect(live.frames.length).toBe(shown);
    release();
    await reply;
    expect(live.frames.length).toBeGreaterThan(shown);
  });

  test('a lost race for a number is run again from what the log says', async () => {
    const live = await new Live().begin();
    live.memory.refuseNext(new AppendConflict('another writer'));
    expect(await live.send('mail.send', letter)).toMatchObject({ ok: true });
    expect(await live.story('mail.sent')).toHaveLength(1);
  });
});

describe('resume', () => {
  test('who missed frames gets just those, and the view they make is the fresh one', async () => {
    const live = await new Live({ rule: constant }).begin();
    const first = await live.runner.resume(live.runId, null, 'p1');
    if (!first || !('snapshot' in first)) throw new Error('a first visit gets a whole view');
    await live.send('mail.send', letter);
    await live.pass(20_000);
    const missed = await live.runner.resume(live.runId, { epoch: 0, n: first.snapshot.n }, 'p1');
    if (!missed || !('frames' in missed)) throw new Error('a short gap is filled with frames');
    const view = missed.frames.flatMap((f) => f.changes).reduce(applyChange, first.snapshot.view);
    const fresh = await live.runner.resume(live.runId, null, 'p1');
    expect(fresh && 'snapshot' in fresh && fresh.snapshot.view).toEqual(view);
  });

  test('a position from the future or another epoch gets a whole view', async () => {
    const live = await new Live().begin();
    expect(await live.runner.resume(live.runId, { epoch: 0, n: 999 }, 'p1')).toHaveProperty('snapshot');
    expect(await live.runner.resume(live.runId, { epoch: 7, n: 1 }, 'p1')).toHaveProperty('snapshot');
  });
});
