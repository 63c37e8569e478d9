import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EventType, events, eventVersion, isCanonical, type NewEvent } from '@/core/contract/event';
import { canonicalJson, canonicalLog } from '@/core/sim/canonical';

/** The same by JSON's own means: a copy with its keys in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, inOrder(member)]),
  );
}

// Whole numbers as keys stand first in an object whatever is done; a log has none.
const key = fc.string({ unit: 'grapheme' }).filter((k) => !/^\d+$/.test(k) && k !== '__proto__');
const odd = fc.constantFrom('"', '\\', '\n', '\u0007', '\ud800', 'é — 漢字 🙂', 'constructor', '');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    odd,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(key, odd), tie('value'), { maxKeys: 40 }),
  ),
}));

test('T3: canonical JSON is what JSON makes of the value with its keys in order', () => {
  fc.assert(
    fc.property(value, (v) => {
      expect(canonicalJson(v)).toBe(JSON.stringify(inOrder(v)));
    }),
    { numRuns: 2_000 },
  );
});

test('T3: what is undefined is left out of objects, and is null in lists', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, Number.NaN, -0] })).toBe('{"a":[null,null,0]}');
});

test('T3: all events are canonical but those of the clock', () => {
  const types = Object.keys(events) as EventType[];
  expect(types.filter((type) => !isCanonical(type)).sort()).toEqual([
    'clock.jumped',
    'clock.paused',
    'clock.rate',
    'clock.started',
  ]);
});

test('T3: a line of the canonical log is its event in canonical JSON, numbered among the canonical ones', () => {
  const wall = { type: 'clock.paused', simMs: 5, actor: 'clock', data: {} };
  const said = { type: 'call.ringing', simMs: 2_000, actor: 'p"1"', data: { callId: 'k1' } };
  const log = [wall, said, wall, { ...said, data: { to: 'é', callId: 'k2', from: undefined } }] as NewEvent[];
  const line = (n: number, e: object) => `${canonicalJson({ ...e, n, v: eventVersion })}\n`;
  expect(canonicalLog(log)).toBe(line(1, log[1] ?? {}) + line(2, log[3] ?? {}));
});

test('T3: objects of more shapes than are remembered are written in order all the same', () => {
  for (let i = 0; i < 1_000; i++) {
    expect(canonicalJson({ [`k${i}`]: 1, a: 2 })).toBe(`{"a":2,"k${i}":1}`);
    expect(canonicalJson({ z: 1, [`k${i}`]: 2 })).toBe(`{"k${i}":2,"z":1}`);
  }
});
