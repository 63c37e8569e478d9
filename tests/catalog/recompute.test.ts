import { describe, expect, test } from 'vitest';
import type { RunEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import { measuresOf } from '@/core/sim/measures/measure';
import { csvOf, exportOf } from '@/server/catalog/exportRun';
import { logged, packs } from '@/tests/support/debriefed';
import { headerOf } from '@/tests/support/live';
import { Play } from '@/tests/support/play';
import { playThrough } from '@/tests/support/player';
import { recompute } from '@/tests/support/recompute';
import { village, villager } from '@/tests/support/village';
import { anyCommand, generator } from '../view/random';

const modes = ['mail', 'call', 'free'] as const;
const named = { mail: 'by mail', call: 'by call', free: 'by mail and call' };
const seeds = (n: number) => Array.from({ length: n }, (_, i) => `seed-${i}`);
const csv = (scenario: Scenario, log: RunEvent[], revealed = true): string =>
  csvOf(exportOf({ header: headerOf(scenario), role: 'played' }, log, revealed));

/** Equal, but for the last bits of sums taken in another order. */
function agree(scenario: Scenario, log: RunEvent[], what: string): void {
  const own = measuresOf(log, scenario);
  const again = recompute(csv(scenario, log));
  expect(Object.keys(again).sort(), what).toEqual(Object.keys(own).sort());
  for (const [name, value] of Object.entries(own)) {
    const other = again[name];
    if (value === null || other === null || other === undefined) expect(other, `${what} ${name}`).toBe(value);
    else expect(other, `${what} ${name}`).toBeCloseTo(value, 9);
  }
}

const hard = village({
  recipients: [
    villager('ada', {
      tune: {
        call: { pickUp: 0.6, lookAndCallBack: { chance: 0.5, delay: { kind: 'constant', value: 4 } } },
      },
    }),
    villager('ben', {
      tune: { reply: { chance: [0.3, 0.8] }, call: { pickUp: 0.4, callBack: { missed: 1, voicemail: 1 } } },
    }),
    villager('cleo', { address: 'outdated' }),
  ],
});

/** Somebody who does anything at any time. */
function wild(mode: (typeof modes)[number], seed: number): Play {
  const play = new Play(hard, `wild-${seed}`, { mode });
  const random = generator(seed);
  for (let min = 1; min < 60 && !play.state.ended; min += random() * 1.5) {
    const live = play.state.live[0];
    const to = ['ada', 'ben', 'cleo'][Math.floor(random() * 3)] ?? 'ada';
    const callId = live?.callId ?? 'k1';
    if (live && random() < 0.7) {
      if (live.phase === 'voicemail') play.attempt(min, 'call.leaveVoicemail', { callId, asks: ['harvest'] });
      else if (live.direction === 'in' && live.phase === 'ringing')
        play.attempt(min, 'call.accept', { callId });
      else if (live.phase === 'connected' && random() < 0.7)
        play.attempt(min, 'call.say', {
          callId,
          asks: [random() < 0.5 ? 'bridge' : 'harvest'],
          details: [...play.state.facts.keys()],
        });
      else play.attempt(min, 'call.hangUp', { callId });
    } else if (mode !== 'mail' && random() < 0.4) play.attempt(min, 'call.dial', { to });
    else {
      const { name, body } = anyCommand(play.state, random);
      play.attempt(min, name, body as never);
    }
  }
  return play.until(60);
}

describe('M: every measure can be computed again from the exported CSV alone', () => {
  for (const mode of modes) {
    test(`of runs ${named[mode]}, played through`, () => {
      for (const scenario of packs)
        for (const seed of seeds(5))
          agree(scenario, logged(playThrough(scenario, seed, { mode })), `${scenario.slug} ${mode} ${seed}`);
    });

    test(`of runs ${named[mode]}, played at random: undone mails, bounces, reminders, missed and cut calls`, () => {
      for (let seed = 0; seed < 60; seed++) agree(hard, logged(wild(mode, seed)), `wild ${mode} ${seed}`);
    });
  }

  test('control: one event less, and a measure differs', () => {
    const [scenario] = packs;
    if (!scenario) throw new Error('no packs');
    const log = logged(playThrough(scenario, 'seed', { mode: 'call' }));
    const without = log.filter((e) => e.type !== 'call.ended' || e.data.callId !== 'k1');
    expect(recompute(csv(scenario, without)).blockedTime).not.toBe(measuresOf(log, scenario).blockedTime);
  });
});

test('P8, P9: an export before the plan has ended holds nothing private, and everything afterwards', () => {
  const log = logged(playThrough(hard, 'seed', { mode: 'free' }));
  const early = exportOf({ header: headerOf(hard), role: 'played' }, log, false);
  const fields = new Set(early.events.flatMap((e) => Object.keys(e.data)));
  for (const secret of [
    'doing',
    'u',
    'chance',
    'outcome',
    'matched',
    'lostMs',
    'interrupted',
    'seed',
    'right',
    'decisions',
    'callBackAt',
  ])
    expect(fields.has(secret), secret).toBe(false);
  expect(early.events.some((e) => e.type === 'call.messageHeard')).toBe(false);
  expect(early.seed).toBeNull();
  const late = exportOf({ header: headerOf(hard), role: 'played' }, log, true);
  expect(late.events).toHaveLength(log.length);
  expect(late.seed).toBe('seed');
});
