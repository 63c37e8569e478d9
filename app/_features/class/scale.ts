import type { Unit } from '../../_lib/measureText';

const minute = 60_000;
const steps: Record<Unit, readonly number[]> = {
  time: [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440].map((m) => m * minute),
  count: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  mean: [0.5, 1, 2, 5, 10, 20, 50],
  share: [0.1, 0.25],
};

/** Round values from 0 to just past `most`, at most seven of them. */
export function ticksTo(most: number, unit: Unit): number[] {
  const list = steps[unit];
  const step = list.find((s) => most / s <= 6) ?? list.at(-1) ?? 1;
  const n = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: n + 1 }, (_, k) => k * step);
}
