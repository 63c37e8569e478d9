import { scaleLinear } from '@visx/scale';
import type { StudyMeasure, StudyPoint } from '@/core/contract/whatIf';
import type { Picture } from '@/core/whatIf/picture';
import { unitOf } from './useTexts';

export interface Size {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The space above the highest value, for what was not reached. */
const strip = 34;
const minute = 60_000;
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((m) => m * minute);
const most = { ticks: 6, narrow: 430 };

/** A picture of so wide a page: labels beside the curves where there is room for them. */
export function sizeFor(width: number, small: boolean): Size {
  const narrow = width < most.narrow;
  const height = Math.round(Math.max(270, Math.min(small ? 320 : 430, width * 0.52)));
  return { width, height, left: narrow ? 74 : 92, right: narrow || small ? 14 : 168, top: 40, bottom: 54 };
}

/** Scales of all pictures of one answer: the same axis in each, so that they can be compared. */
export function scalesFor(
  pictures: readonly Picture[],
  values: readonly number[],
  measure: StudyMeasure,
  points: readonly StudyPoint[],
  size: Size,
) {
  const places = pictures.flatMap((p) => p.curves.flatMap((c) => c.places));
  const amounts = places.flatMap((p) => [p.centre ?? 0, p.band?.high ?? 0]);
  const own = points.map((p) => p.values[measure] ?? 0);
  const unreached = unitOf[measure] === 'time' && places.some((p) => p.n > 0 && p.centre === null);
  const highest = unitOf[measure] === 'share' ? 1 : Math.max(...amounts, ...own, 1e-9);
  const ticks = ticksOf(highest, measure);
  const top = size.top + (unreached ? strip : 0);
  const y = scaleLinear<number>({
    domain: [0, ticks.at(-1) ?? highest],
    range: [size.height - size.bottom, top],
  });
  const x = scaleLinear<number>({
    domain: [Math.min(...values), Math.max(...values)],
    range: [size.left, size.width - size.right],
  });
  return { x, y, ticks, unreached: unreached ? size.top + strip / 2 - 6 : null };
}
export type Scales = ReturnType<typeof scalesFor>;

/** Round values from zero to the first beyond the highest. */
function ticksOf(highest: number, measure: StudyMeasure): number[] {
  if (unitOf[measure] === 'share') return [0, 0.25, 0.5, 0.75, 1];
  const steps = unitOf[measure] === 'time' ? timeSteps : [0.5, 1, 2, 5, 10, 20, 50, 100, 200];
  const step = steps.find((s) => highest / s <= most.ticks) ?? steps.at(-1) ?? 1;
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, k) => k * step);
}
