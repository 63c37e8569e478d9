import type { FlightSample } from '@/core/contract/board';
import type { RunState } from '@/core/sim/run/state';

/** Samples of a room's chart that are kept: four hours, one every five seconds (real ms). */
export const keptSamples = 2_880;
export const sampleMs = 5_000;

/** Requests of a run that were asked and are neither answered nor given up; with its end all are. */
export const inFlight = ({ ended, requests }: RunState): number =>
  ended ? 0 : [...requests.values()].filter((r) => r.live.size > 0 && r.answeredMs === null).length;

/** What was in flight in one run over time: as much as the latest change at or before a moment says, at first nothing. */
export class RunFlight {
  readonly changes: FlightSample[] = [];
  /** Wall ms of its first event; null while there is none. */
  startedAt: number | null = null;

  /** Takes in how the run stands after an event that happened at this wall ms. */
  note(state: RunState, at: number): void {
    this.startedAt ??= at;
    const now = inFlight(state);
    if (now !== (this.changes.at(-1)?.inFlight ?? 0)) this.changes.push({ at, inFlight: now });
  }
}

/** What was in flight in a team over time, by its runs in their order: with the start of one the one before counts no more. */
export function teamFlight(runs: readonly Pick<RunFlight, 'changes' | 'startedAt'>[]): FlightSample[] {
  const started = runs.flatMap(({ changes, startedAt }) =>
    startedAt === null ? [] : { changes, startedAt },
  );
  return started.flatMap(({ changes }, i) => {
    const next = started[i + 1]?.startedAt;
    if (next === undefined) return changes;
    return [...changes.filter(({ at }) => at < next), { at: next, inFlight: 0 }];
  });
}

/** How many samples were due from one moment until before another. */
export const samplesDue = ({ from, until }: { from: number; until: number }): number =>
  Math.max(0, Math.ceil((until - from) / sampleMs));

/** The samples that were due in a room from one moment until before another, the latest that are kept, by what its teams were doing. */
export function samplesOf(
  teams: readonly (readonly FlightSample[])[],
  { from, until }: { from: number; until: number },
): FlightSample[] {
  const steps = teams
    .flatMap((changes) =>
      changes.map(({ at, inFlight }, i) => ({ at, by: inFlight - (changes[i - 1]?.inFlight ?? 0) })),
    )
    .sort((a, b) => a.at - b.at);
  const due = samplesDue({ from, until });
  const samples: FlightSample[] = [];
  let [sum, next] = [0, 0];
  for (let k = Math.max(0, due - keptSamples); k < due; k++) {
    const at = from + k * sampleMs;
    for (let step = steps[next]; step && step.at <= at; step = steps[++next]) sum += step.by;
    samples.push({ at, inFlight: sum });
  }
  return samples;
}
