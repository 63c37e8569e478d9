import { expect, test } from 'vitest';
import { StoreUnavailable } from '@/server/session/ports';
import { wakeSlackMs } from '@/server/session/runner';
import { Live } from '@/tests/support/live';
import { MemoryStore } from '@/tests/support/memoryStore';

const constant = { kind: 'constant', rate: 60 } as const;
const letter = { to: 'ada', subject: 'Bridge', text: 'Hello', asks: ['bridge'] };

/** A run to which something happens every second and a half. */
async function busy(live: Live, seconds: number, after: () => Promise<void>): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 1.5) {
    await live.send('mail.send', letter);
    await live.pass(1_500);
    await after();
  }
}

test('T5: the stored wake time is never later than the run must be woken, and not much older', async () => {
  const live = await new Live({ rule: constant }).begin();
  await busy(live, 30, async () => {
    const next = live.wall.nextWake();
    if (next === null) throw new Error('nothing is due');
    expect(await live.memory.overdue(live.wall.now() + next, 9)).toEqual([live.runId]);
    expect(await live.memory.overdue(live.wall.now() - wakeSlackMs - 1_500, 9)).toEqual([]);
  });
  await live.send('clock.pause', {});
  expect(await live.memory.overdue(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
});

test('most events leave the stored wake time as it is', async () => {
  const told: unknown[] = [];
  const live = new Live({ rule: constant });
  live.memory.append = async (...call) => {
    told.push(call[2]);
    return MemoryStore.prototype.append.apply(live.memory, call);
  };
  await live.begin();
  await busy(live, 30, async () => undefined);
  const written = told.filter((after) => after !== undefined);
  expect(told.length).toBeGreaterThan(20);
  expect(written.length).toBeLessThan(told.length / 3);
});

test('a run whose append was refused with nobody asking is read again and goes on', async () => {
  const live = await new Live({ rule: constant }).begin();
  await live.send('mail.send', letter);
  await live.pass(7_000);
  live.memory.refuseNext(new StoreUnavailable('full'));
  await live.pass(15_000);
  expect(await live.story('mail.received')).toHaveLength(1);
});
