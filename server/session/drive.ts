import type { DriverCommand } from '@/core/contract/command';
import type { Actor, NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { type Refusal, refuse } from '@/core/contract/refusal';
import { onThePhone } from '@/core/sim/call/due';
import { reasonNow, simAt } from '@/core/sim/clock/runClock';
import { idleRate, paceOf } from '@/core/sim/clock/sceneClock';
import { startRun } from '@/core/sim/run/decide';
import { fire, nextDue } from '@/core/sim/run/due';
import { memberOf } from '@/core/sim/run/member';
import { minute } from '@/core/sim/time/localTime';
import { hashOf, type RunStep } from './runStep';

/** Skip ahead goes no further than this at once, so that its length tells nothing about what is still to come (P9). */
export const skipLimit = 30 * minute;

interface Driven {
  refusal: Refusal | null;
  result?: Record<string, number>;
}
const done: Driven = { refusal: null };

/** Commands to the clock of a run: start, pause, resume, speed, skip ahead (T2, T10). */
export function drive(step: RunStep, command: DriverCommand, actor: Member, commandId: string): Driven {
  const { state } = step.run;
  if (state.ended) return { refusal: refuse('ended') };
  const named = { id: commandId, hash: hashOf(command) };
  if (command.name === 'clock.start') return start(step, [actor], named);
  if (!state.started) return { refusal: refuse('notRunning') };
  const now = simAt(state, step.wall);
  switch (command.name) {
    case 'clock.pause':
      if (state.clock.state === 'running')
        take(step, { type: 'clock.paused', simMs: now, actor, data: { at: step.wall, why: 'asked' } }, named);
      return done;
    case 'clock.resume':
      if (state.clock.state === 'paused') resume(step);
      return done;
    case 'clock.speed':
      return speed(step, command.body.speed, now, actor, named);
    case 'clock.skip':
      return state.clock.state === 'running' ? skip(step, now, actor, named) : { refusal: refuse('paused') };
  }
}

type Named = { id: string; hash: string };
const take = (step: RunStep, event: NewEvent, named: Named): boolean => step.take(event, step.wall, named);

/** The clock starts at 0, for these members of the team; a run that has started stays as it is. */
export function start(step: RunStep, members: readonly Member[], named: Named): Driven {
  const { state } = step.run;
  if (state.started) return done;
  const [first, ...rest] = startRun(state.world, members);
  if (first) take(step, first, named);
  for (const event of rest) step.take(event);
  step.pacing.since = step.wall;
  step.pacing.lastInput = step.wall;
  const rate = step.pacing.rule.kind === 'constant' ? step.pacing.rule.rate : idleRate[state.clock.speed];
  step.take({ type: 'clock.started', simMs: 0, actor: 'world', data: { at: step.wall, rate } });
  return done;
}

/** The clock goes on from where it stood, at the pace of what is open. */
export function resume(step: RunStep): void {
  const { state } = step.run;
  step.pacing.since = step.wall;
  step.pacing.lastInput = step.wall;
  step.setPace(reasonNow(state), step.wall, state.clock.simMs);
}

function speed(
  step: RunStep,
  chosen: 'slow' | 'normal' | 'fast',
  now: number,
  actor: Actor,
  named: Named,
): Driven {
  const { state } = step.run;
  if (step.pacing.rule.kind === 'constant' || state.clock.state !== 'running')
    return { refusal: refuse('notPossible') };
  const { rate } = paceOf(state.clock.why, step.wall - step.pacing.since, chosen);
  take(
    step,
    {
      type: 'clock.rate',
      simMs: now,
      actor,
      data: { at: step.wall, rate, why: state.clock.why, speed: chosen },
    },
    named,
  );
  return done;
}

/** To the next thing the participant sees happen, at most `skipLimit`; what is unseen on the way happens too. */
function skip(step: RunStep, from: number, actor: Actor, named: Named): Driven {
  const { state } = step.run;
  const { scene } = memberOf(state, actor);
  if (scene)
    step.take({ type: 'scene.closed', simMs: from, actor, data: { scene: scene.scene, reason: 'left' } });
  const limit = from + skipLimit;
  let toMs = limit;
  for (let due = nextDue(state); due !== null && due <= limit; due = nextDue(state)) {
    const seen = fire(state).map((e) => step.take(e));
    if (!seen.includes(true)) continue;
    toMs = due;
    break;
  }
  if (!state.ended) {
    const rate = step.pacing.rule.kind === 'constant' ? step.pacing.rule.rate : idleRate[state.clock.speed];
    step.pacing.since = step.wall;
    take(step, { type: 'clock.jumped', simMs: toMs, actor, data: { at: step.wall, rate } }, named);
    if (onThePhone(state)) step.repace(reasonNow(state), step.wall, toMs);
  }
  return { refusal: null, result: { toMs } };
}
