import type { NewEvent } from '@/core/contract/event';
import type { RunState } from './state';

type ClockData = Extract<NewEvent, { type: `clock.${string}` }>['data'];

/** Moves the clock's anchor (T2): from here on it shows `simMs` plus `rate` for every real ms since `at`. */
export function applyClock(state: RunState, data: ClockData, event: NewEvent): void {
  if (state.ended) return;
  const { clock } = state;
  clock.simMs = event.simMs;
  clock.at = data.at;
  if (event.type === 'clock.paused') {
    clock.state = 'paused';
    clock.rate = 0;
    clock.pausedWhy = event.data.why;
    return;
  }
  clock.state = 'running';
  clock.pausedWhy = null;
  if (event.type === 'clock.rate') {
    clock.rate = event.data.rate;
    clock.why = event.data.why;
    clock.speed = event.data.speed ?? clock.speed;
  } else if (event.type === 'clock.started' || event.type === 'clock.jumped') {
    clock.rate = event.data.rate;
    clock.why = clock.why === 'set' ? 'set' : 'idle';
  }
}
