import type { DebriefFlight, DebriefView } from '@/core/contract/debrief';

/** Sizes of the timeline in its own units. */
export const frame = { width: 1120, label: 150, right: 28, top: 30, row: 20, gap: 12 } as const;

export interface Lane {
  contact: string;
  name: string;
  role: string;
  y: number;
  height: number;
  flights: (DebriefFlight & { y: number })[];
}

export interface Layout {
  lanes: Lane[];
  me: { y: number; height: number };
  height: number;
  x: (simMs: number) => number;
  ticks: number[];
  /** The simulated ms at the right edge. */
  span: number;
}

/** Where everything stands: the participant's lane first, then one per recipient, a row for each request and `foot` below them. */
export function layoutOf(view: DebriefView, startMs: number, foot: number): Layout {
  const span = Math.max(1, Math.min(view.lengthMs, view.endMs * 1.15));
  const x = (simMs: number) => frame.label + (simMs / span) * (frame.width - frame.label - frame.right);
  const me = { y: frame.top, height: 34 };
  let y = me.y + me.height + frame.gap;
  const lanes = view.lanes.map((lane) => {
    const own = view.flights.filter((f) => f.contact === lane.contact);
    const height = Math.max(1, own.length) * frame.row + 16 + foot;
    const placed = { ...lane, y, height, flights: own.map((f, i) => ({ ...f, y: y + 15 + i * frame.row })) };
    y += height + frame.gap;
    return placed;
  });
  return { lanes, me, x, height: y + 4, ticks: ticksOf(span, startMs), span };
}

const minute = 60_000;
const steps = [1, 5, 15, 30, 60];
const mostTicks = 10;

/** Whole minutes, quarters or hours of the story, as many as stay readable. */
function ticksOf(span: number, startMs: number): number[] {
  const step = steps.find((min) => span / (min * minute) <= mostTicks) ?? 120;
  const every = step * minute;
  const ticks: number[] = [];
  for (let at = (every - (startMs % every)) % every; at <= span; at += every) ticks.push(at);
  return ticks;
}
