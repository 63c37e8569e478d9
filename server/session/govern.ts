import type { NewEvent } from '@/core/contract/event';
import { type Refusal, refuse } from '@/core/contract/refusal';
import type { DriverControl } from '@/core/contract/runControl';
import { simAt } from '@/core/sim/clock/runClock';
import { resume, start } from './drive';
import type { RunStep } from './runStep';

type Named = { id: string; hash: string };

/** Controls of a session over the clock of one of its runs (T2, T6). Null when it is as wanted now, else why not. */
export function govern(step: RunStep, control: DriverControl, named: Named): Refusal | null {
  const { state } = step.run;
  if (state.ended) return refuse('ended');
  if (control.name === 'control.start') {
    start(step, control.body.members, named);
    return null;
  }
  if (!state.started) return refuse('notRunning');
  if (control.name === 'control.pause') pause(step, named);
  else if (control.name === 'control.resume') goOn(step);
  else setRate(step, control.body.rate, named);
  return null;
}

/** Nothing is due while it lasts; a clock that stood already stands for the facilitator's reason now. */
function pause(step: RunStep, named: Named): void {
  const { state } = step.run;
  if (state.clock.pausedWhy === 'facilitator') return;
  take(step, named, {
    type: 'clock.paused',
    simMs: simAt(state, step.wall),
    actor: 'facilitator',
    data: { at: step.wall, why: 'facilitator' },
  });
}

function goOn(step: RunStep): void {
  if (step.run.state.clock.state === 'paused') resume(step);
}

/** A constant rate from now on; a paused clock takes it when it goes on. */
function setRate(step: RunStep, rate: number, named: Named): void {
  const { state } = step.run;
  step.pacing.rule = { kind: 'constant', rate };
  if (state.clock.state !== 'running') return;
  take(step, named, {
    type: 'clock.rate',
    simMs: simAt(state, step.wall),
    actor: 'facilitator',
    data: { at: step.wall, rate, why: 'set' },
  });
}

const take = (step: RunStep, named: Named, event: NewEvent): void => {
  step.take(event, step.wall, named);
};
