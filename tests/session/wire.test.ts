import { expect, test } from 'vitest';
import { type PlayState, takeFrame, takeSnapshot } from '@/app/_lib/playState';
import type { Command } from '@/core/contract/command';
import type { RunView } from '@/core/contract/view';
import type { Frame } from '@/core/contract/wire';
import { viewOf } from '@/core/view/viewOf';
import { drive } from '@/server/session/drive';
import { LoadedRun } from '@/server/session/loadedRun';
import { RunStep } from '@/server/session/runStep';
import { headerOf } from '@/tests/support/live';
import { village, villager } from '@/tests/support/village';
import { anyCommand, generator } from '@/tests/view/random';

const scenario = village({
  lengthMin: 90,
  recipients: [
    villager('ada', { tune: { reply: { chance: [0.6, 0.9] } } }),
    villager('ben', { outOfOffice: { deputy: 'cleo', text: 'Away.' } }),
    villager('cleo'),
    villager('dan', { address: 'outdated' }),
  ],
  mail: [{ id: 'news', from: 'cleo', subject: 'News', text: 'News.', at: 3, gives: 'colour' }],
});

/** The browser's half, by the product's own functions; `resync` is the protection under test. */
class Browser {
  state: PlayState;
  wantsResume = false;
  constructor(
    run: LoadedRun,
    private readonly resync: boolean,
  ) {
    this.state = {
      view: wired(viewOf(run.state)),
      epoch: 0,
      n: 0,
      clockAt: 0,
      frozenAt: null,
      link: 'online',
      linkReason: null,
      room: null,
      writing: {},
      drafts: {},
      outbox: [],
      storageBlocked: false,
    };
  }
  receive(frame: Frame): void {
    const taken = takeFrame(this.state, frame, 0);
    if (taken.kind === 'taken') this.state = taken.state;
    if (taken.kind === 'gap' && this.resync) this.wantsResume = true;
    // Without resync the browser believes whatever comes.
    if (taken.kind === 'gap' && !this.resync) this.state = { ...this.state, n: frame.n };
  }
  resume(run: LoadedRun, short: boolean): void {
    if (!this.resync) return;
    this.wantsResume = false;
    const frames = short ? null : run.since('p1', { epoch: this.state.epoch, n: this.state.n });
    if (frames) for (const frame of frames) this.receive(wired(frame));
    else
      this.state = takeSnapshot(
        this.state,
        wired({ stream: run.stream, epoch: 0, n: run.shownTo('p1'), view: viewOf(run.state) }),
        [],
        0,
      );
  }
}

/** What the other side gets: a copy through JSON. */
const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One short history over a wire that drops, repeats, reorders and breaks; the browser's view at the end, and a fresh one. */
function history(seed: number, resync: boolean): { view: RunView; fresh: RunView } {
  const random = generator(seed);
  const run = new LoadedRun(headerOf(scenario));
  const pacing = { rule: { kind: 'constant', rate: 60 } as const, since: 0, lastInput: 0 };
  const browser = new Browser(run, resync);
  const queue: Frame[] = [];
  let wall = 1_000;
  const step = (act: (step: RunStep) => void) => {
    const s = new RunStep(run, pacing, wall);
    s.catchUp();
    act(s);
    queue.push(...s.frames.map(({ frame }) => wired(frame)));
  };
  step((s) => drive(s, { name: 'clock.start', body: {} }, 'p1', 'start-command'));
  for (let i = 0; i < 14; i++) {
    wall += Math.floor(random() * 9_000);
    const command = anyCommand(run.state, random);
    step((s) => s.command(command, 'p1', `command-${i}-${seed}`));
    if (random() < 0.08) step((s) => drive(s, skipCommand, 'p1', `skip-${i}-${seed}`));
    deliver(queue, browser, random);
    if (browser.wantsResume && random() < 0.6) browser.resume(run, false);
    if (random() < 0.06) {
      queue.length = 0;
      browser.resume(run, random() < 0.3);
    }
  }
  for (const frame of queue) browser.receive(frame);
  browser.resume(run, false);
  return { view: browser.state.view, fresh: wired(viewOf(run.state)) };
}
const skipCommand: Extract<Command, { name: 'clock.skip' }> = { name: 'clock.skip', body: {} };

function deliver(queue: Frame[], browser: Browser, random: () => number): void {
  while (queue.length > 0 && random() < 0.8) {
    const luck = random();
    const at = luck < 0.15 && queue.length > 1 ? 1 : 0;
    const [frame] = queue.splice(at, 1);
    if (!frame || luck > 0.9) continue;
    browser.receive(frame);
    if (luck > 0.75) browser.receive(frame);
  }
}

test('view + changes = fresh view, over 10,000 histories on a wire that drops, repeats, reorders and breaks', () => {
  for (let seed = 1; seed <= 10_000; seed++) {
    const { view, fresh } = history(seed, true);
    if (JSON.stringify(view) !== JSON.stringify(fresh)) expect(view, `seed ${seed}`).toEqual(fresh);
  }
}, 120_000);

test('without resync most of those histories end with a wrong view', () => {
  let wrong = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const { view, fresh } = history(seed, false);
    if (JSON.stringify(view) !== JSON.stringify(fresh)) wrong++;
  }
  expect(wrong).toBeGreaterThan(50);
});
