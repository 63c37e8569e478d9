import type { ClassFlow, ClassMode, ClassRun } from '@/core/contract/classDebrief';

/** Moments a class's picture over time is drawn from. */
const moments = 96;

/** The mean run of each mode over time; a run that has ended counts as one in which nothing goes on. */
export function flowOf(runs: readonly ClassRun[]): ClassFlow[] {
  const end = Math.max(0, ...runs.map((r) => r.flow.endMs));
  const stepMs = Math.max(1, Math.ceil(end / moments));
  return (['mail', 'call', 'free'] as const).flatMap((mode) => {
    const own = runs.filter((r) => r.mode === mode);
    return own.length === 0 ? [] : [meanFlow(mode, own, stepMs, end)];
  });
}

function meanFlow(mode: ClassMode, runs: readonly ClassRun[], stepMs: number, end: number): ClassFlow {
  const at = Array.from({ length: Math.floor(end / stepMs) + 1 }, (_, k) => k * stepMs);
  const going = (spans: readonly { from: number; to: number }[], t: number) =>
    spans.filter((s) => s.from <= t && t < s.to).length;
  const mean = (of: (run: ClassRun, t: number) => number) =>
    at.map((t) => runs.reduce((sum, run) => sum + of(run, t), 0) / runs.length);
  return {
    mode,
    stepMs,
    inFlight: mean(({ flow }, t) => going(flow.inFlight, t)),
    blocked: mean(({ flow }, t) => Math.min(1, going(flow.blocked, t))),
  };
}
