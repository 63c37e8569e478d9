import { expect, test } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import type { Scenario } from '@/core/contract/scenario';
import type { RunView } from '@/core/contract/view';
import { apply } from '@/core/sim/run/apply';
import { decide, startRun } from '@/core/sim/run/decide';
import { advance } from '@/core/sim/run/due';
import { newRun } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { applyChange } from '@/core/view/applyChange';
import { changesOf } from '@/core/view/changesOf';
import { viewOf } from '@/core/view/viewOf';
import { village, villager } from '@/tests/support/village';
import { anyCommand, generator } from './random';

const busyVillage = (): Scenario =>
  village({
    lengthMin: 120,
    recipients: [
      villager('ada', { tune: { reply: { chance: [0.5, 0.9] } } }),
      villager('ben', { outOfOffice: { deputy: 'cleo', text: 'Away.' } }),
      villager('cleo'),
      villager('dan', { address: 'outdated' }),
    ],
    mail: [
      { id: 'news', from: 'cleo', subject: 'News', text: 'News.', at: 3, gives: 'colour' },
      { id: 'calm', from: 'ada', subject: 'Calm', text: 'Quiet here.', on: { quiet: 22 } },
    ],
  });

interface History {
  log: NewEvent[];
  view: RunView;
  fresh: RunView;
  frames: string[];
}

/** Plays random commands and keeps a view by changes alone beside the state. */
function history(seed: number, receipts: boolean, scenario = busyVillage(), skipEvery = 0): History {
  const random = generator(seed);
  const state = newRun(createWorld({ scenario, mode: 'mail', seed: `s${seed}`, receipts, runIndex: 0 }));
  let view = viewOf(state);
  const log: NewEvent[] = [];
  const frames: string[] = [];
  const see = (event: NewEvent) => {
    log.push(event);
    const changes = changesOf(event, state);
    if (changes.length > 0) frames.push(JSON.stringify(changes));
    if (skipEvery > 0 && log.length % skipEvery === 0) return;
    for (const change of changes) view = applyChange(view, JSON.parse(JSON.stringify(change)));
  };
  const take = (events: readonly NewEvent[]) => {
    for (const event of events) {
      apply(state, event);
      see(event);
    }
  };
  take(startRun(state.world));
  for (let now = 0; now < 125 * 60_000; now += Math.floor(random() * 4 * 60_000)) {
    advance(state, now, see);
    const decided = decide(state, anyCommand(state, random), now, 'p1');
    if (decided.ok) take(decided.events);
  }
  return { log, view, fresh: viewOf(state), frames };
}

test('a view kept by changes equals a fresh view, for 300 random histories with and without receipts', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { view, fresh } = history(seed, seed % 2 === 0);
    expect(view, `seed ${seed}`).toEqual(JSON.parse(JSON.stringify(fresh)));
  }
});

test('a view that misses changes does not equal a fresh one', () => {
  const missed = Array.from({ length: 20 }, (_, seed) => history(seed, true, busyVillage(), 5)).filter(
    ({ view, fresh }) => JSON.stringify(view) !== JSON.stringify(fresh),
  );
  expect(missed.length).toBeGreaterThan(15);
});

test('T4: random histories are in order of simulated time and every mail has its own number', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { log } = history(seed, true);
    const times = log.map((e) => e.simMs);
    expect(times, `seed ${seed}`).toEqual([...times].sort((a, b) => a - b));
    const mails = log.flatMap((e) =>
      e.type === 'mail.sent' || e.type === 'mail.received' || e.type === 'mail.forwarded'
        ? [e.data.mailId]
        : [],
    );
    expect(mails).toEqual(mails.map((_, i) => `m${i + 1}`));
  }
});

test('P9: two runs that differ only in what a recipient does unseen send equal frames up to the first visible difference', () => {
  // Ada ignores in one world and answers late in the other; without receipts nothing may tell before the answer.
  const ada = (chance: number) =>
    village({
      recipients: [
        villager('ada', {
          tune: { reply: { chance: [chance] }, traffic: { mailPerHour: chance === 1 ? 0 : 30 } },
        }),
        villager('ben'),
        villager('cleo'),
      ],
    });
  const frames = (chance: number) => {
    const state = newRun(
      createWorld({ scenario: ada(chance), mode: 'mail', seed: 'one', receipts: false, runIndex: 0 }),
    );
    const sent: Array<{ at: number; frame: string }> = [];
    const see = (event: NewEvent) => {
      const changes = changesOf(event, state);
      if (changes.length > 0) sent.push({ at: event.simMs, frame: JSON.stringify(changes) });
    };
    const take = (events: readonly NewEvent[]) => {
      for (const event of events) {
        apply(state, event);
        see(event);
      }
    };
    take(startRun(state.world));
    const decided = decide(
      state,
      { name: 'mail.send', body: { to: 'ada', subject: 'S', text: 'T', asks: ['bridge'], details: [] } },
      60_000,
      'p1',
    );
    if (decided.ok) take(decided.events);
    advance(state, 30 * 60_000, see);
    return sent;
  };
  const answered = frames(1);
  const ignored = frames(0);
  const firstVisible = answered.find((f) => f.frame.includes('"kind":"answer"'))?.at ?? 0;
  expect(firstVisible).toBeGreaterThan(0);
  expect(ignored).toEqual(answered.filter((f) => f.at < firstVisible));
});
