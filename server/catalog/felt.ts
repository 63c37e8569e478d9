import type { DebriefView } from '@/core/contract/debrief';
import type { RunEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { blockedSpan, loggedCalls } from '@/core/sim/measures/calls';
import { isMember } from '@/core/sim/run/member';

export interface Scene {
  kind: 'compose' | 'read';
  from: number;
  to: number;
}

/** When a member wrote or read, up to the end of the run. */
export function scenesOf(log: readonly RunEvent[], endMs: number, member: Member): Scene[] {
  const scenes: Scene[] = [];
  let open: Pick<Scene, 'kind' | 'from'> | null = null;
  for (const e of log) {
    if (e.type !== 'run.ended' && isMember(e.actor) && e.actor !== member) continue;
    if (e.type !== 'scene.opened' && e.type !== 'scene.closed' && e.type !== 'run.ended') continue;
    if (open) scenes.push({ ...open, to: Math.min(e.simMs, endMs) });
    open = e.type === 'scene.opened' ? { kind: e.data.scene, from: e.simMs } : null;
  }
  return scenes;
}

/** Felt is not measured (T8): a member's real ms of writing, reading and holding the line, pauses and downtime left out. */
export function feltOf(log: readonly RunEvent[], endMs: number, member: Member): DebriefView['felt'] {
  const real = realTime(log);
  const sum = (spans: readonly { from: number; to: number }[]) =>
    Math.round(spans.reduce((total, s) => total + real(s.to) - real(s.from), 0));
  const scenes = scenesOf(log, endMs, member);
  const calls = loggedCalls(log, endMs)
    .filter((c) => c.actor === member)
    .map(blockedSpan);
  return {
    writingMs: sum(scenes.filter((s) => s.kind === 'compose')),
    readingMs: sum(scenes.filter((s) => s.kind === 'read')),
    talkingMs: sum(calls.filter((s) => s !== null)),
  };
}

/** Real ms of play up to a moment of the story that an event of the log stands at. */
function realTime(log: readonly RunEvent[]): (simMs: number) => number {
  const reached = new Map<number, number>();
  let total = 0;
  let rate: number | null = null;
  let paused = false;
  log.forEach((event, i) => {
    const before = log[i - 1];
    if (before && !paused) total += gap(before, event, rate);
    if (!reached.has(event.simMs)) reached.set(event.simMs, total);
    if (event.type === 'clock.paused') paused = true;
    else if (event.type === 'clock.started' || event.type === 'clock.rate' || event.type === 'clock.jumped') {
      paused = false;
      rate = event.data.rate;
    }
  });
  return (simMs) => reached.get(simMs) ?? total;
}

/** Between two events of a running clock: what its rate says, or less where it jumped; by the wall alone where no rate is known. */
function gap(before: RunEvent, event: RunEvent, rate: number | null): number {
  const wall = Math.max(0, event.at - before.at);
  return rate ? Math.min(wall, (event.simMs - before.simMs) / rate) : wall;
}
