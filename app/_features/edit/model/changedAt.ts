import type { Draft } from '@/core/contract/draft';
import type { Path } from './faults';
import { placeOf, type Section } from './places';

const deepest = 3;

/** Where two states of a document differ first, as deep as a field; empty where they do not. What stands in `near` comes before all else. */
export function changedAt(before: Draft, now: Draft, near: Section): Path {
  const paths = Object.keys({ ...before, ...now }).flatMap((key) => {
    const path = differing(Reflect.get(before, key), Reflect.get(now, key), [key]);
    return path ? [path] : [];
  });
  // A fact goes with the request that tells it: where both have changed, the request is what was meant.
  return (
    paths.find((path) => placeOf(now, path).section === near) ??
    paths.find(([key]) => key !== 'details') ??
    paths[0] ??
    []
  );
}

/** Parts that are the same object are not looked into: a change copies only what is on the way to it. */
function differing(a: unknown, b: unknown, path: Path): Path | null {
  if (Object.is(a, b)) return null;
  const parted = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  if (!parted || path.length === deepest) return path;
  const list = Array.isArray(a);
  for (const key of Object.keys({ ...a, ...b })) {
    const found = differing(Reflect.get(a, key), Reflect.get(b, key), [...path, list ? Number(key) : key]);
    if (found) return found;
  }
  return null;
}
