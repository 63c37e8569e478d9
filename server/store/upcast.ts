import type { EventType } from '@/core/contract/event';

type Upcast = (data: unknown) => unknown;

/**
 * How an event written by an older program reads today: by type, then by the version it was written in, a step to the
 * next version. A type without a step is the same in both. Each version has a golden file in tests/store/golden.
 */
const upcasts: Partial<Record<EventType, Record<number, Upcast>>> = {};

/** The data of an event of schema version `from`, as version `to` would have written it. */
export function upcast(
  type: EventType,
  data: unknown,
  from: number,
  to: number,
  steps: Partial<Record<EventType, Record<number, Upcast>>> = upcasts,
): unknown {
  let current = data;
  for (let v = from; v < to; v++) current = steps[type]?.[v]?.(current) ?? current;
  return current;
}
