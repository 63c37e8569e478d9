import type { Alarm, WallClock } from '../session/ports';

/** One timer for all runs: it is set to the earliest wall time wanted, and wakes every run that is due then. */
export function inProcessAlarm(wall: WallClock, wake: (runId: string) => void): Alarm {
  const wanted = new Map<string, number>();
  let timer: { at: number; cancel: () => void } | null = null;
  let stopped = false;

  const earliest = (): number | null => {
    let best: number | null = null;
    for (const at of wanted.values()) if (best === null || at < best) best = at;
    return best;
  };
  const ring = () => {
    timer = null;
    const now = wall.now();
    const due = [...wanted].filter(([, at]) => at <= now).map(([runId]) => runId);
    for (const runId of due) wanted.delete(runId);
    for (const runId of due) wake(runId);
    arm();
  };
  const arm = () => {
    const at = stopped ? null : earliest();
    if (at === null || (timer && timer.at <= at)) return;
    timer?.cancel();
    timer = { at, cancel: wall.at(at, ring) };
  };
  return {
    set(runId, at) {
      if (at === null) wanted.delete(runId);
      else wanted.set(runId, at);
      arm();
    },
    stop() {
      stopped = true;
      timer?.cancel();
      timer = null;
      wanted.clear();
    },
  };
}
