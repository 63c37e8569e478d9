import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schedule } from '@/core/sim/time/schedule';

type Step =
  | { do: 'put'; place: number; simMs: number; rank: number }
  | { do: 'drop'; place: number }
  | { do: 'take' };

const places = 12;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    place: fc.nat(places - 1),
    simMs: fc.nat(20),
    rank: fc.nat(3),
  }),
  fc.record({ do: fc.constant('drop' as const), place: fc.nat(places - 1) }),
  fc.record({ do: fc.constant('take' as const) }),
);

/** The same by looking at everybody. */
class Plain {
  private readonly moments = new Map<number, { simMs: number; rank: number }>();

  get length(): number {
    return this.moments.size;
  }

  put(place: number, simMs: number, rank: number): void {
    this.moments.set(place, { simMs, rank });
  }

  drop(place: number): void {
    this.moments.delete(place);
  }

  get first(): [number, number] {
    const order = [...this.moments].sort(([p, a], [q, b]) => a.simMs - b.simMs || a.rank - b.rank || p - q);
    const [first] = order;
    return first ? [first[0], first[1].simMs] : [-1, Number.POSITIVE_INFINITY];
  }
}

function walk(steps: readonly Step[], schedule: Schedule): void {
  const plain = new Plain();
  for (const s of steps) {
    const place = s.do === 'take' ? schedule.first : s.place;
    if (s.do === 'put') {
      schedule.put(place, s.simMs, s.rank);
      plain.put(place, s.simMs, s.rank);
    } else if (place >= 0) {
      schedule.drop(place);
      plain.drop(place);
    }
    expect([schedule.first, schedule.firstMs, schedule.length]).toEqual([...plain.first, plain.length]);
  }
}

describe('T4: a schedule', () => {
  test('knows what comes first, whatever is put, moved and dropped: by time, then rank, then place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => walk(steps, new Schedule(places))),
      { seed: 6, numRuns: 500 },
    );
  });

  test('that does not move what was put anew is caught', () => {
    class Forgetful extends Schedule {
      private readonly known = new Set<number>();
      override put(place: number, simMs: number, rank = 0): void {
        if (!this.known.has(place)) super.put(place, simMs, rank);
        this.known.add(place);
      }
    }
    const caught = () =>
      fc.assert(
        fc.property(fc.array(step, { maxLength: 120 }), (steps) => walk(steps, new Forgetful(places))),
        { seed: 6, numRuns: 500 },
      );
    expect(caught).toThrow();
  });

  test('holds moments to the millisecond however late, and refuses what is none', () => {
    const schedule = new Schedule(3);
    schedule.put(0, 2 ** 45 - 1, 2 ** 22 - 1);
    schedule.put(1, 2 ** 45 - 1, 2 ** 22 - 2);
    schedule.put(2, 2 ** 45 - 2, 2 ** 22 - 1);
    const order = [0, 1, 2].map(() => {
      const { first, firstMs } = schedule;
      schedule.drop(first);
      return [first, firstMs];
    });
    expect(order).toEqual([
      [2, 2 ** 45 - 2],
      [1, 2 ** 45 - 1],
      [0, 2 ** 45 - 1],
    ]);
    for (const [simMs, rank] of [
      [-1, 0],
      [0.5, 0],
      [Number.POSITIVE_INFINITY, 0],
      [Number.NaN, 0],
      [0, -1],
      [0, 0.5],
      [0, 2 ** 31],
    ] as const)
      expect(() => schedule.put(0, simMs, rank)).toThrow(RangeError);
    expect(() => schedule.put(3, 0)).toThrow(RangeError);
  });
});
