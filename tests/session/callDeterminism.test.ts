import { expect, test } from 'vitest';
import type { Mode } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import { canonicalLog } from '@/core/sim/canonical';
import type { ClockRule } from '@/core/sim/clock/runClock';
import { Live } from '@/tests/support/live';
import { Play } from '@/tests/support/play';
import { type Act, randomRun } from '@/tests/support/randomRun';

/** A short mission, so that a clock at 1x can be lived through as well. */
const slug = 'launch-week-taste';

/** Lets real time pass until the run's clock shows `simMs`, or stands still for good. */
async function reach(live: Live, simMs: number): Promise<void> {
  for (;;) {
    const now = live.simNow();
    const { rate, turn } = live.pace();
    if (now >= simMs || rate === 0) return;
    const needed = Math.max(1, Math.ceil((simMs - now) / rate));
    await live.pass(turn === null ? needed : Math.min(needed, Math.max(1, turn)));
  }
}

const linesOf = (log: Parameters<typeof canonicalLog>[0]): string[] => canonicalLog(log).split('\n');
/** Where two logs part, so that a failure can be read. */
const parting = (a: readonly string[], b: readonly string[]): [string, string] | null => {
  const n = a.findIndex((line, i) => line !== b[i]);
  return n < 0 && a.length === b.length ? null : [a[n] ?? 'nothing more', b[n] ?? 'nothing more'];
};

/** The same things tried live at the same simulated times; before the line `restartAt` the server is killed. */
async function playedLive(mode: Mode, seed: string, rule: ClockRule, restartAt = -1) {
  const { scenario, tried } = randomRun(mode, seed, slug);
  let live = await new Live({ scenario, rule, mode, seed }).begin();
  const done: Array<{ at: number; act: Act }> = [];
  for (const [i, { at, act }] of tried.entries()) {
    await reach(live, at);
    if (i === restartAt) {
      const beat = live.wall.now();
      live.wall.sleep(90_000);
      live = live.restarted(beat);
      await live.runner.join(live.runId);
    }
    const before = (await live.log()).length;
    await live.send(act[0], act[1], `random-command-${i}`);
    const event = (await live.log()).slice(before).find((e) => e.actor === 'p1');
    if (event) done.push({ at: event.simMs, act });
  }
  await reach(live, scenario.lengthMin * 60_000);
  await live.pass(2_000);
  return { lines: linesOf(await live.log()), done, scenario };
}

/** What a run without a clock makes of commands at these moments. */
function headless(mode: Mode, seed: string, scenario: Scenario, done: Array<{ at: number; act: Act }>) {
  const play = new Play(scenario, seed, { mode });
  for (const { at, act } of done) play.attempt(at / 60_000, act[0], act[1]);
  return linesOf(play.until(scenario.lengthMin).log);
}

for (const mode of ['call', 'free'] as const) {
  test(`T3: with calls the same commands at the same simulated times give the same log at every rate (${mode})`, async () => {
    const expected = linesOf(randomRun(mode, 'one', slug).log);
    expect(expected.join()).toContain('call.heard');
    for (const rate of [1, 60, 3_600]) {
      const { lines } = await playedLive(mode, 'one', { kind: 'constant', rate });
      expect(parting(lines, expected), `${rate}x`).toBeNull();
    }
  }, 60_000);

  // Its pace turns at moments of real time, so that no script can hit a simulated one: the other way round, what was played
  // live is played again without a clock.
  test(`T3: what was played by the scene clock gives the same log without a clock, also with a restart in a call (${mode})`, async () => {
    for (const seed of ['one', 'two'])
      for (const restartAt of [-1, 3, 5, 8]) {
        const { lines, done, scenario } = await playedLive(mode, seed, { kind: 'scene' }, restartAt);
        expect(lines.join()).toContain('call.heard');
        const again = headless(mode, seed, scenario, done);
        expect(parting(lines, again), `${seed}, restart ${restartAt}`).toBeNull();
      }
  }, 60_000);
}

test('T3: a restart in the middle of a call leaves no trace in the canonical log', async () => {
  const { log, tried } = randomRun('call', 'three', slug);
  const during = tried.flatMap(({ at }, i) => {
    const began = log.findLast((e) => e.type === 'call.dialed' && e.simMs < at);
    const over = log.find((e) => e.type === 'call.ended' && e.simMs >= (began?.simMs ?? 0));
    return began && over && over.simMs > at ? [i] : [];
  });
  expect(during.length).toBeGreaterThan(3);
  for (const i of during.slice(0, 4)) {
    const { lines } = await playedLive('call', 'three', { kind: 'constant', rate: 60 }, i);
    expect(parting(lines, linesOf(log)), `before ${i}`).toBeNull();
  }
}, 60_000);
