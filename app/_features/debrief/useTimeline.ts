import { type KeyboardEvent, useMemo, useState } from 'react';
import type { DebriefView } from '@/core/contract/debrief';
import { type Layout, layoutOf, type Placed } from './timelineLayout';
import { useRoom } from './useRoom';
import type { Words } from './useWords';

/** Kinds a keyboard steps through; the others are reached by pointing, and stand in the table. */
const stepped: ReadonlySet<string> = new Set(['flight', 'mail', 'call', 'card', 'lost']);
const zooms = [1, 1.5, 2, 3, 4, 6, 8];
const farthest = 1_000;
/** What a key does, and by how much. */
const keys: Readonly<Record<string, readonly ['step' | 'zoom' | 'leave', number]>> = {
  ArrowRight: ['step', 1],
  ArrowLeft: ['step', -1],
  Home: ['step', -farthest],
  End: ['step', farthest],
  '+': ['zoom', 1],
  '=': ['zoom', 1],
  '-': ['zoom', -1],
  '0': ['zoom', -farthest],
  Escape: ['leave', 0],
};
/** Narrower than this nothing can be read: then it scrolls. */
const narrowest = 560;

/** The drawing of a timeline, how far it is zoomed, and which of its marks is looked at. */
export function useTimeline(views: readonly DebriefView[], reveal: boolean, label: Words['label']) {
  const { box, room, scale, names, printing } = useRoom();
  const [level, setLevel] = useState(0);
  const [active, setActive] = useState<{ key: string; spoken: boolean } | null>(null);
  const width = Math.max(room, narrowest) * (printing ? 1 : (zooms[level] ?? 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels follow from the views.
  const layout = useMemo(() => layoutOf(views, { width, reveal, labelOf: label }), [views, width, reveal]);
  const marks = marksOf(layout);
  const steps = marks.filter((m) => stepped.has(m.moment.kind));

  const looked = marks.find((m) => m.moment.key === active?.key) ?? null;

  const zoom = (by: number) => {
    const part = box.current;
    const seen = (part?.clientWidth ?? 0) - names * scale;
    const middle = looked ? looked.box.x * scale : (part?.scrollLeft ?? 0) + seen / 2;
    const share = middle / (layout.width * scale);
    setLevel(Math.min(zooms.length - 1, Math.max(0, level + by)));
    requestAnimationFrame(() =>
      part?.scrollTo({ left: share * (part.scrollWidth - names * scale) - seen / 2 }),
    );
  };
  const step = (by: number) => {
    const now = steps.findIndex((m) => m.moment.key === active?.key);
    const from = now < 0 && by < 0 ? steps.length : now;
    const next = steps[Math.min(steps.length - 1, Math.max(0, from + by))];
    if (!next) return;
    setActive({ key: next.moment.key, spoken: true });
    show(box.current, next, scale, names);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const does = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!does) return;
    event.preventDefault();
    const [act, by] = does;
    if (act === 'leave') setActive(null);
    else (act === 'step' ? step : zoom)(by);
  };
  const point = (target: EventTarget) => {
    const key = target instanceof Element && target.closest('[data-moment]')?.getAttribute('data-moment');
    if (key && key !== active?.key) setActive({ key, spoken: false });
  };
  return {
    box,
    layout,
    scale,
    names,
    zoom: { by: zoom, at: zooms[level] ?? 1, out: level === 0, in: level === zooms.length - 1 },
    step,
    onKeyDown,
    point,
    active: looked,
    spoken: active?.spoken ?? false,
  };
}

/** Run after run, each in the order of time. */
const marksOf = ({ panels }: Layout): Placed[] =>
  panels.flatMap((p) =>
    [...p.me.marks, ...p.lanes.flatMap((l) => l.marks)].sort((a, b) => a.moment.from - b.moment.from),
  );

/** Scrolls sideways as far as it takes to see a mark. */
function show(part: HTMLElement | null, mark: Placed, scale: number, names: number): void {
  if (!part) return;
  const left = mark.box.x * scale;
  const seen = part.clientWidth - names * scale;
  if (left < part.scrollLeft || left > part.scrollLeft + seen - 40) part.scrollTo({ left: left - seen / 3 });
}
