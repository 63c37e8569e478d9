import { expect, test } from 'vitest';
import { StoreUnavailable } from '@/server/session/ports';
import { FakeWall } from '../support/fakeWall';
import { Live } from '../support/live';

/** The machine's wall clock may be set between two processes; within one it never steps (tests/server/wallClock.test.ts). */
const constant = { kind: 'constant', rate: 60 } as const;
const letter = { to: 'ada', subject: 'B', text: 'Hello', asks: ['bridge'] };
const hour = 3_600_000;
const noon = 1_000_000_000;

/** Sent at 0; six real seconds at 60x, so the clock shows six minutes; the answer is due at eight. */
async function killedAtSixMinutes(): Promise<{ before: Live; beat: number }> {
  const before = await new Live({ rule: constant, wall: new FakeWall(noon) }).begin();
  await before.send('mail.send', letter);
  await before.pass(6_000);
  return { before, beat: before.wall.now() };
}

async function restartedAt(before: Live, beat: number, wall: number): Promise<Live> {
  const after = before.restarted(beat, { wall: new FakeWall(wall) });
  await after.runner.join(after.runId);
  return after;
}

const simTimes = async (live: Live): Promise<number[]> => (await live.log()).map((e) => e.simMs);
const inOrder = (times: number[]): number[] => [...times].sort((a, b) => a - b);

test.each([
  ['an hour behind', -hour],
  ['an hour ahead', hour],
  ['a day behind', -24 * hour],
])('T5: a restart on a clock %s goes on from the minute that was reached', async (_, step) => {
  const { before, beat } = await killedAtSixMinutes();
  const after = await restartedAt(before, beat, beat + step);
  expect(after.simNow()).toBe(6 * 60_000);
  await after.pass(1_900);
  expect(await after.story('mail.received')).toEqual([]);
  await after.pass(200);
  expect(await after.story('mail.received')).toEqual(['8 mail.received']);
  const times = await simTimes(after);
  expect(times).toEqual(inOrder(times));
});

test.each([
  ['behind and then behind again', -hour, -hour],
  ['behind and then right again', -hour, hour],
  ['ahead and then right again', hour, -hour],
])('T5: two restarts on a clock %s give no play time away', async (_, first, second) => {
  const { before, beat } = await killedAtSixMinutes();
  const between = await restartedAt(before, beat, beat + first);
  await between.pass(1_000);
  const secondBeat = between.wall.now();
  const after = await restartedAt(between, secondBeat, secondBeat + second);
  expect(after.simNow()).toBe(7 * 60_000);
  await after.pass(900);
  expect(await after.story('mail.received')).toEqual([]);
  await after.pass(200);
  expect(await after.story('mail.received')).toEqual(['8 mail.received']);
});

test('T5: a machine that sleeps after its clock was set back gives no play time away', async () => {
  const { before, beat } = await killedAtSixMinutes();
  const after = await restartedAt(before, beat, beat - hour);
  await after.pass(1_000);
  after.wall.sleep(600_000);
  await after.wall.ring();
  after.runner.pulse();
  expect(await after.story('mail.received')).toEqual([]);
  await after.pass(1_100);
  expect(await after.story('mail.received')).toEqual(['8 mail.received']);
});

test('T5: a store that refuses after the clock was set back gives no play time away', async () => {
  const { before, beat } = await killedAtSixMinutes();
  const after = await restartedAt(before, beat, beat - hour);
  await after.pass(500);
  after.memory.refuseNext(new StoreUnavailable('the disk is full'));
  expect(await after.send('mail.send', { ...letter, text: 'Again' }, 'again-again')).toMatchObject({
    ok: false,
  });
  expect(await after.send('mail.send', { ...letter, text: 'Again' }, 'again-again')).toMatchObject({
    ok: true,
  });
  expect((await after.story('mail.sent')).at(-1)).toBe('6.5 mail.sent');
  expect(await after.story('mail.received')).toEqual([]);
});
