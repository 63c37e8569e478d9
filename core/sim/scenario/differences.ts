import type { Difference } from '@/core/contract/authoring';

/**
 * What differs between two plain documents, by path, in the order of the newer one. Members of lists go by their `id` where
 * they have one, so that one put in between is one difference; other lists go by position.
 */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path, kind: 'added', before: null, after: shown(after) }];
  if (after === undefined) return [{ path, kind: 'removed', before: shown(before), after: null }];
  const [a, b] = [partsOf(before), partsOf(after)];
  if (!a || !b || !comparable(a, b))
    return [{ path, kind: 'changed', before: shown(before), after: shown(after) }];
  const names = [...b.parts.keys(), ...[...a.parts.keys()].filter((name) => !b.parts.has(name))];
  const inside = names.flatMap((name) =>
    differencesOf(a.parts.get(name), b.parts.get(name), path === '' ? name : `${path}.${name}`),
  );
  return [...order(a, b, path), ...inside];
}

interface Parts {
  kind: 'object' | 'members' | 'list' | 'empty list';
  parts: Map<string, unknown>;
}

const comparable = (a: Parts, b: Parts): boolean =>
  a.kind === b.kind ||
  (a.kind !== 'object' && b.kind !== 'object' && [a.kind, b.kind].includes('empty list'));

/** Named parts of an object, or members of a list; null for a single value. */
function partsOf(value: unknown): Parts | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value))
    return { kind: 'object', parts: new Map(Object.entries(value).filter(([, part]) => part !== undefined)) };
  if (value.length === 0) return { kind: 'empty list', parts: new Map() };
  const ids = value.map(idOf);
  const byId = ids.every((id) => id !== null) && new Set(ids).size === ids.length;
  const named = value.map((item: unknown, i): [string, unknown] => [(byId && ids[i]) || String(i), item]);
  return { kind: byId ? 'members' : 'list', parts: new Map(named) };
}

const idOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : null;

/** Members that are in both lists in another order. */
function order(a: Parts, b: Parts, path: string): Difference[] {
  if (a.kind !== 'members' || b.kind !== 'members') return [];
  const before = [...a.parts.keys()].filter((id) => b.parts.has(id));
  const after = [...b.parts.keys()].filter((id) => a.parts.has(id));
  return before.join(' ') === after.join(' ')
    ? []
    : [{ path, kind: 'moved', before: before.join(', '), after: after.join(', ') }];
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [one, other] = [partsOf(a), partsOf(b)];
  if (!one || !other || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = [...one.parts.keys()];
  return (
    keys.join('\n') === [...other.parts.keys()].join('\n') &&
    keys.every((key) => same(one.parts.get(key), other.parts.get(key)))
  );
}

/** A value as a person reads it: texts as they are, everything else as JSON. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
