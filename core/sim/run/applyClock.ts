import type { NewEvent } from '@/core/contract/event';
import type { RunState } from './state';

type ClockData = Extract<NewEvent, { type: `clock.${string}` }>['data'];

/** Moves the clock's anchor (T2): from here on it shows `simMs` plus `rate` for every real ms since `at`. */
export function applyClock(state: RunState, data: ClockData, event: NewEvent): void {
  const anchored = { ...state.clock, simMs: event.simMs, at: data.at };
  if (state.ended) return;
  if (event.type === 'clock.paused') {
    state.clock = { ...anchored, state: 'paused', rate: 0, pausedWhy: event.data.why };
  } else if (event.type === 'clock.rate') {
    state.clock = {
      ...anchored,
      state: 'running',
      rate: event.data.rate,
      why: event.data.why,
      speed: event.data.speed ?? state.clock.speed,
      pausedWhy: null,
    };
  } else if (event.type === 'clock.started' || event.type === 'clock.jumped') {
    const why = state.clock.why === 'set' ? 'set' : 'idle';
    state.clock = { ...anchored, state: 'running', rate: event.data.rate, why, pausedWhy: null };
  }
}
