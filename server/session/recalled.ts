import type { FlightSample } from '@/core/contract/board';
import { type RunFlight, teamFlight } from './flight';

interface Logs {
  /** Rejects where the log cannot be read; null for an unknown run. */
  flight: (runId: string) => Promise<Pick<RunFlight, 'changes' | 'startedAt'> | null>;
  report: (what: string, error: unknown) => void;
  /** Nobody wants it any more. */
  stopped: () => boolean;
}

/**
 * What was in flight in each team over time, from the logs of its runs, one after the other. A log that cannot be read is
 * reported and missing. Null if it was stopped.
 */
export async function recalledFlights(
  teams: readonly { runIds: readonly string[] }[],
  { flight, report, stopped }: Logs,
): Promise<FlightSample[][] | null> {
  const flights: FlightSample[][] = [];
  for (const { runIds } of teams) {
    const runs: Pick<RunFlight, 'changes' | 'startedAt'>[] = [];
    for (const runId of runIds) {
      if (stopped()) return null;
      try {
        const run = await flight(runId);
        if (run) runs.push(run);
      } catch (error) {
        if (stopped()) return null;
        report(`what was in flight in run ${runId} could not be read`, error);
      }
    }
    flights.push(teamFlight(runs));
  }
  return stopped() ? null : flights;
}
