import type { BoardRun } from '@/core/contract/board';
import type { RunEvent } from '@/core/contract/event';
import type { RunState } from '@/core/sim/run/state';
import { inFlight } from './flight';
import type { LoadedRun } from './loadedRun';

/** A member who did nothing for so long while the clock ran, and was not on the phone, may need help. Real ms. */
export const stuckAfterMs = 120_000;

/** What the board shows of a run; `lastDeedAt` is wall ms, and whether it is stuck depends on when one looks. */
export function boardRun(
  run: LoadedRun,
  practice: boolean,
  lastDeedAt: number | null,
): Omit<BoardRun, 'stuck'> {
  const { state, header } = run;
  const required = header.scenario.requests.filter((r) => r.required);
  return {
    runId: header.runId,
    practice,
    mode: header.mode,
    state: state.clock.state,
    simMs: state.clock.simMs,
    rate: state.clock.rate,
    at: state.clock.at,
    lengthMs: state.world.lengthMs,
    solved: required.filter((r) => answered(state, r.id)).length,
    required: required.length,
    inFlight: inFlight(state),
    blockedSince: blockedSince(state),
    lastDeedAt,
  };
}

const answered = (state: RunState, request: string): boolean =>
  (state.requests.get(request)?.answeredMs ?? null) !== null;

function blockedSince(state: RunState): number | null {
  const began = [...state.lines.values()].flatMap((id) => {
    const call = state.calls.get(id);
    return call ? [call.direction === 'in' ? (call.connectedMs ?? call.simMs) : call.simMs] : [];
  });
  return began.length === 0 ? null : Math.min(...began);
}

/** Wall ms of the last thing that a member did among these events, if any. */
export function lastDeed(events: readonly RunEvent[]): number | null {
  return events.reduce<number | null>((last, e) => (e.actor.startsWith('p') ? e.at : last), null);
}

export const isStuck = (run: Omit<BoardRun, 'stuck'>, now: number): boolean =>
  run.state === 'running' && run.blockedSince === null && now - (run.lastDeedAt ?? run.at) > stuckAfterMs;
