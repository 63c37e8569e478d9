import type { Alarm, WallClock } from '../session/ports';

/** One timer for all runs: it is set to the earliest wall time wanted, and wakes every run that is due then. */
export function inProcessAlarm(wall: WallClock, wake: (runId: string) => void): Alarm {
  const wanted = new Map<string, number>();
  let timer: { at: number; cancel: () => void } | null = null;
  let stopped = false;

  const earliest = (): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const at of wanted.values()) if (at < best) best = at;
    return best;
  };
  const ring = () => {
    timer = null;
    const now = wall.now();
    const due: string[] = [];
    // A thousand runs are looked through for each that is due: nothing is made on the way.
    wanted.forEach((at, runId) => {
      if (at <= now) due.push(runId);
    });
    for (const runId of due) wanted.delete(runId);
    for (const runId of due) wake(runId);
    arm(earliest());
  };
  const arm = (at: number) => {
    if (stopped || !Number.isFinite(at) || (timer && timer.at <= at)) return;
    timer?.cancel();
    timer = { at, cancel: wall.at(at, ring) };
  };
  return {
    set(runId, at) {
      if (at === null) wanted.delete(runId);
      else {
        wanted.set(runId, at);
        arm(at);
      }
    },
    stop() {
      stopped = true;
      timer?.cancel();
      timer = null;
      wanted.clear();
    },
  };
}
