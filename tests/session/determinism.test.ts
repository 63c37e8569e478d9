import { expect, test } from 'vitest';
import type { CommandInput, CommandName, WorldCommand } from '@/core/contract/command';
import type { Scenario } from '@/core/contract/scenario';
import { canonicalLog, logSha256 } from '@/core/sim/canonical';
import type { ClockRule } from '@/core/sim/clock/runClock';
import { simAt } from '@/core/sim/clock/runClock';
import { Live } from '@/tests/support/live';
import { Play } from '@/tests/support/play';
import { request, village, villager } from '@/tests/support/village';

/** Times in simulated ms are multiples of 3,600, so that every rate can hit them with whole real milliseconds. */
type Scripted = {
  [K in WorldCommand['name'] & CommandName]: { at: number; name: K; body: CommandInput<K> };
}[WorldCommand['name']];

const at = (minutes: number): number => Math.round((minutes * 60_000) / 3_600) * 3_600;
const script: Scripted[] = [
  { at: at(0.6), name: 'scene.open', body: { scene: 'compose' } },
  { at: at(1.2), name: 'mail.send', body: { to: 'ada', subject: 'B', text: 'Hello Ada', asks: ['bridge'] } },
  {
    at: at(3),
    name: 'mail.send',
    body: { to: 'ben', subject: 'H', text: 'And the harvest?', asks: ['harvest'], followUpMin: 5 },
  },
  {
    at: at(4.2),
    name: 'mail.sendLater',
    body: { to: 'cleo', subject: 'F', text: 'Music?', asks: ['festival'], inMin: 12 },
  },
  { at: at(6), name: 'desk.answer', body: { cardId: 'c1', choice: 1 } },
  { at: at(24), name: 'mail.open', body: { mailId: 'm3' } },
  { at: at(24.06), name: 'desk.answer', body: { cardId: 'c2', choice: 0 } },
  {
    at: at(27),
    name: 'mail.send',
    body: { to: 'ben', threadId: 't2', text: 'crimson', details: [], asks: ['harvest'] },
  },
  { at: at(30), name: 'mail.remind', body: { mailId: 'm1' } },
  { at: at(54), name: 'run.finish', body: {} },
];

const scenario = (): Scenario =>
  village({
    lengthMin: 60,
    recipients: [
      villager('ada', { persona: 'quick-notifier' }),
      villager('ben', { persona: 'focus-specialist' }),
      villager('cleo', { persona: 'overloaded-manager' }),
    ],
    requests: [
      // Long enough to be still read at the next line of the script.
      request('bridge', 'ada', { gives: 'colour', answer: 'The bridge is ready and painted in crimson.' }),
      request('harvest', 'ben', { details: ['colour'] }),
      request('festival', 'cleo', { keywords: ['music'] }),
    ],
    mail: [{ id: 'calm', from: 'ada', subject: 'Calm', text: 'Quiet here.', on: { quiet: 10 } }],
  });

function headless(): Play {
  const play = new Play(scenario());
  for (const { at: ms, name, body } of script) play.attempt(ms / 60_000, name, body as never);
  return play.until(60);
}

interface Detour {
  /** Before this line of the script the server is killed and another one goes on. */
  restartAt?: number;
  /** Before this line the clock is paused for a while. */
  pauseAt?: number;
}

async function liveLog(rule: ClockRule, { restartAt = -1, pauseAt = -1 }: Detour = {}) {
  let live = await new Live({ scenario: scenario(), rule }).begin();
  for (const [i, { at: ms, name, body }] of script.entries()) {
    await reach(live, ms);
    if (i === restartAt) {
      const beat = live.wall.now();
      live.wall.sleep(90_000);
      live = live.restarted(beat);
      await live.runner.join(live.runId);
    }
    if (i === pauseAt) {
      await live.send('clock.pause', {});
      await live.pass(40_000);
      await live.send('clock.resume', {});
    }
    await live.send(name, body as never, `script-command-${i}`);
  }
  return live.log();
}

/** Lets real time pass until the run's clock shows `simMs`. */
async function reach(live: Live, simMs: number): Promise<void> {
  for (;;) {
    const now = live.simNow();
    if (now >= simMs) return;
    const { rate, turn } = live.pace();
    const needed = Math.max(1, Math.ceil((simMs - now) / rate));
    await live.pass(turn === null ? needed : Math.min(needed, Math.max(1, turn)));
  }
}

test('T3: the same commands at the same simulated times give the same canonical log, live and headless, at every rate', async () => {
  const expected = canonicalLog(headless().log);
  expect(expected.split('\n').length).toBeGreaterThan(25);
  for (const rate of [1, 60, 3_600])
    expect(canonicalLog(await liveLog({ kind: 'constant', rate })), `rate ${rate}`).toBe(expected);
  expect(canonicalLog(await liveLog({ kind: 'scene' })), 'scene clock').toBe(expected);
}, 60_000);

test('T3: pauses and a restart in the middle leave no trace in the canonical log', async () => {
  const expected = logSha256(headless().log);
  for (const line of [2, 4, 6, 8]) {
    expect(
      logSha256(await liveLog({ kind: 'constant', rate: 60 }, { restartAt: line })),
      `restart before ${line}`,
    ).toBe(expected);
    expect(
      logSha256(await liveLog({ kind: 'scene' }, { restartAt: line, pauseAt: line + 1 })),
      `scene, ${line}`,
    ).toBe(expected);
  }
}, 60_000);

test('T3: another seed gives another log', () => {
  const play = new Play(scenario(), 'another');
  for (const { at: ms, name, body } of script) play.attempt(ms / 60_000, name, body as never);
  expect(canonicalLog(play.until(60).log)).not.toBe(canonicalLog(headless().log));
});

test("R2: another recipient and another request change nobody else's draws", () => {
  const bigger = scenario();
  const more = village({
    recipients: [villager('dora', { persona: 'batcher' }), villager('x')],
    requests: [request('well', 'dora')],
  });
  bigger.recipients.unshift(...more.recipients.slice(0, 1));
  bigger.requests.push(...more.requests);
  const play = new Play(bigger);
  for (const { at: ms, name, body } of script) play.attempt(ms / 60_000, name, body as never);
  expect(canonicalLog(play.until(60).log)).toBe(canonicalLog(headless().log));
});

test('simAt never passes the end of the run', () => {
  const play = new Play(scenario());
  play.state.clock = { ...play.state.clock, state: 'running', simMs: 0, at: 0, rate: 60 };
  expect(simAt(play.state, 10 ** 9)).toBe(60 * 60_000);
});
