import type { EventOf, RunEvent } from '@/core/contract/event';
import { minute } from '@/core/sim/time/localTime';
import type { RunRecord } from '../store/runs';

/** How a run ended, in simulated ms. */
export interface RunEnd {
  /** Null while it goes on. */
  endMs: number | null;
  /** What it was to last, extensions included. */
  lengthMs: number;
  reason: EventOf<'run.ended'>['data']['reason'] | null;
  /** T6: ended for its participants before 90 % of its length. */
  short: boolean;
}

const shortUnder = 0.9;

export function endOf({ header }: Pick<RunRecord, 'header'>, log: readonly RunEvent[]): RunEnd {
  let lengthMs = header.scenario.lengthMin * minute;
  let end: RunEnd | null = null;
  for (const event of log) {
    if (event.type === 'run.extended') lengthMs = event.data.lengthMs;
    if (event.type !== 'run.ended') continue;
    const { reason } = event.data;
    const short = reason === 'facilitator' && event.simMs < shortUnder * lengthMs;
    end = { endMs: event.simMs, lengthMs, reason, short };
  }
  return end ?? { endMs: null, lengthMs, reason: null, short: false };
}
