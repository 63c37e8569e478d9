import type { NewEvent } from '@/core/contract/event';
import type { Mode } from '@/core/contract/ids';
import type { PolicyName } from '@/core/contract/policy';
import type { Scenario } from '@/core/contract/scenario';
import { habitsFor } from '@/core/policy/habits';
import { Outlook } from '@/core/policy/outlook';
import { playerOf } from '@/core/policy/player';
import { policies } from '@/core/policy/policies';
import { senseOf } from '@/core/policy/sense';
import { freshMind } from '@/core/policy/step';
import { seedOf } from '@/core/sim/chance/draw';
import { minute } from '@/core/sim/time/localTime';
import { createWorld } from '@/core/sim/world';
import { HeadlessRun } from './headless';

const playedBy = {
  mail: 'parallel-mailer',
  call: 'serial-caller',
  free: 'hybrid',
} as const satisfies Record<Mode, PolicyName>;

/** Longest one waits for a call to end before somebody takes over, in simulated ms. */
const longestCallMs = 15 * minute;
const startledMs = 1_000;

/**
 * The canonical log of a run that somebody practised has played until a simulated minute, for a person to go on from there, and the
 * moment it has come to: what is in hand is finished first, and a call on the line led to its end. What ends the run is left out, so that there is something to
 * go on from. Pure.
 */
export function rehearse({
  scenario,
  mode,
  seed,
  untilMin,
}: {
  scenario: Scenario;
  mode: Mode;
  seed: string;
  untilMin: number;
}): { log: NewEvent[]; simMs: number } {
  const policy = playedBy[mode];
  const played: NewEvent[] = [];
  const world = createWorld({ scenario, mode, seed, receipts: true, runIndex: 0 });
  const run = new HeadlessRun(world, (event) => played.push(event));
  const player = playerOf(seedOf(`player ${seed}`), policy, { ...habitsFor(scenario), practised: 1 });
  const sense = senseOf(scenario);
  const outlook = new Outlook(player, sense);
  const until = untilMin * minute;
  let mind = freshMind;
  const goesOn = () =>
    !run.state.ended && (run.now < until || (onTheLine(run) && run.now < until + longestCallMs));
  while (goesOn()) {
    const step = policies[policy].play({
      ...{ view: run.view, outlook: outlook.on(run.view), now: run.now, sense, player, mind },
    });
    mind = step.mind;
    const limit = run.now < until ? until : run.now + minute;
    if ('wait' in step) run.await(step.wait === null ? limit : Math.min(step.wait, limit));
    else {
      run.pass(step.afterMs);
      if (!run.state.ended && !run.give(step.do)) run.pass(startledMs);
    }
  }
  const end = played.findIndex((e) => e.type === 'run.ended');
  const log = end === -1 ? played : played.slice(0, end);
  const last = log.at(-1)?.simMs ?? 0;
  return { log, simMs: end === -1 ? Math.max(last, Math.floor(run.now)) : last };
}

const onTheLine = ({ view }: HeadlessRun): boolean =>
  view.calls.some((c) => c.endedMs === null && c.direction === 'out');
