import { describe, expect, it } from 'vitest';
import { compare } from '@/core/class/compare';
import { flowOf } from '@/core/class/flow';
import { expectations, outlooks } from '@/core/class/planning';
import { predictionsOf } from '@/core/class/predictions';
import type { ClassRun, ClassTeam } from '@/core/contract/classDebrief';
import { type MeasureName, type Measures, measureNames } from '@/core/contract/measures';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { normalQuantile } from '@/core/sim/chance/maths';
import { minute } from '@/core/sim/time/localTime';
import { packFile } from '../support/packFiles';

const zeros = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures;
const flow = { endMs: 0, inFlight: [], blocked: [] };
const run = (mode: 'mail' | 'call', place: number, measures: Partial<Measures>): ClassRun => ({
  mode,
  place,
  short: false,
  measures: { ...zeros, ...measures },
  flow,
});

/** Two runs of one team in the order of its arm. */
function team(mailFirst: boolean, mail: Partial<Measures>, call: Partial<Measures>): ClassTeam {
  return {
    arm: mailFirst ? 'mailThenCall' : 'callThenMail',
    runs: mailFirst
      ? [run('mail', 1, mail), run('call', 2, call)]
      : [run('call', 1, call), run('mail', 2, mail)],
  };
}

const setting = { sharedSeed: false, seed: seedOf('class') };
const found = (teams: ClassTeam[], measure: MeasureName, more: Partial<typeof setting> = {}) =>
  compare({ teams, ...setting, ...more }).find((m) => m.measure === measure);

/** Known effects: a call costs `mode` more, the second run `order` more, with noise of one. */
function crossover(seed: string, n: number, mode: number, order: number): ClassTeam[] {
  const key = seedOf(seed);
  const noise = (i: number, k: number) => normalQuantile(draw(key, 'noise', '', '', i, k));
  return Array.from({ length: n }, (_, i) => {
    const mailFirst = i % 2 === 0;
    const person = 20 + 5 * noise(i, 2);
    const value = (isCall: boolean, k: number) => {
      const second = isCall === mailFirst;
      return person + (isCall ? mode : 0) + (second ? order : 0) + noise(i, k);
    };
    return team(mailFirst, { deskDone: value(false, 0) }, { deskDone: value(true, 1) });
  });
}

describe('X1: mode and order told apart', () => {
  it('X1: balanced orders give back the effects that were put in', () => {
    const difference = found(crossover('known', 400, -3, 5), 'deskDone')?.difference;
    expect(difference?.mode?.value).toBeCloseTo(-3, 0);
    expect(difference?.order?.value).toBeCloseTo(5, 0);
    expect(difference?.mode?.interval?.[1]).toBeLessThan(0);
    expect(difference?.order?.interval?.[0]).toBeGreaterThan(0);
  });

  it('X1: their intervals hold the truth in about 95 of 100 classes of twelve', () => {
    let held = { mode: 0, order: 0 };
    for (let k = 0; k < 400; k++) {
      const difference = found(crossover(`class ${k}`, 12, -3, 5), 'deskDone')?.difference;
      const holds = (effect: 'mode' | 'order', truth: number) => {
        const [low, high] = difference?.[effect]?.interval ?? [0, 0];
        return low <= truth && truth <= high ? 1 : 0;
      };
      held = { mode: held.mode + holds('mode', -3), order: held.order + holds('order', 5) };
    }
    for (const n of [held.mode, held.order]) {
      expect(n / 400).toBeGreaterThan(0.92);
      expect(n / 400).toBeLessThan(0.98);
    }
  });

  it('X1: in one order alone they cannot be told apart, and are not', () => {
    const teams = crossover('one', 40, -3, 5).filter((t) => t.arm === 'mailThenCall');
    const difference = found(teams, 'deskDone')?.difference;
    expect(difference).toMatchObject({ mode: null, order: null });
    // What the difference holds then is both.
    expect(difference?.value).toBeCloseTo(-3 + 5, 0);
  });
});

describe('what is shown of a measure', () => {
  const even = (n: number, mail: Partial<Measures>, call: Partial<Measures>) =>
    Array.from({ length: n }, (_, i) =>
      team(i % 2 === 0, { ...mail, deskDone: 10 + i }, { ...call, deskDone: 12 + 2 * i }),
    );

  it('X1: under eight pairs there are points and no interval', () => {
    expect(found(even(7, {}, {}), 'deskDone')?.difference).toMatchObject({ t: null, bootstrap: null });
    const eight = found(even(8, {}, {}), 'deskDone')?.difference;
    expect(eight?.t).not.toBeNull();
    expect(eight?.bootstrap).not.toBeNull();
  });

  it('X5: one run that did not get there takes the mean away, not the median', () => {
    const teams = even(9, { completionTime: 20 * minute }, { completionTime: 30 * minute });
    teams[0] = team(true, { completionTime: null }, { completionTime: 30 * minute });
    const measure = found(teams, 'completionTime');
    expect(measure?.groups[0]).toMatchObject({
      mode: 'mail',
      mean: null,
      interval: null,
      median: 20 * minute,
    });
    expect(measure?.groups[0]?.values).toHaveLength(9);
    expect(measure?.difference).toMatchObject({ value: null, t: null, censored: 1, median: 10 * minute });
  });

  it('X6: with one seed for the room no interval is printed, and never for what is so by construction', () => {
    const teams = even(20, { blockedTime: 0 }, { blockedTime: 9 * minute });
    const story = compare({ teams, ...setting, sharedSeed: true });
    for (const { difference, groups } of story) {
      expect(difference?.t ?? null).toBeNull();
      expect(difference?.mode?.interval ?? null).toBeNull();
      for (const group of groups) expect(group.interval).toBeNull();
    }
    const blocked = found(teams, 'blockedTime');
    expect(blocked).toMatchObject({ constructed: true, difference: { value: 9 * minute, t: null } });
  });

  it('X1: halves are compared as different people, by Welch', () => {
    const halves: ClassTeam[] = Array.from({ length: 20 }, (_, i) => {
      const mode = i % 2 === 0 ? 'mail' : 'call';
      return { arm: mode, runs: [run(mode, 1, { deskDone: mode === 'mail' ? 20 + (i % 5) : 10 + (i % 5) })] };
    });
    const difference = found(halves, 'deskDone')?.difference;
    expect(difference).toMatchObject({ kind: 'between', n: 10, bootstrap: null });
    expect(difference?.value).toBeCloseTo(-10, 0);
    expect(difference?.t?.[1]).toBeLessThan(0);
  });

  it('shows what only one mode can have for itself', () => {
    const replies = found(even(9, { replyRate: 0.5 }, { replyRate: null }), 'replyRate');
    expect(replies).toMatchObject({ difference: null, pairs: [] });
    expect(replies?.groups.map((g) => g.mode)).toEqual(['mail']);
  });
});

it('the group over time is the mean of its runs', () => {
  const flows = flowOf([
    { ...run('mail', 1, {}), flow: { endMs: 1_000, inFlight: [{ from: 0, to: 500 }], blocked: [] } },
    { ...run('mail', 1, {}), flow: { endMs: 960, inFlight: [{ from: 0, to: 960 }], blocked: [] } },
    { ...run('call', 1, {}), flow: { endMs: 960, inFlight: [], blocked: [{ from: 0, to: 480 }] } },
  ]);
  const at = (mode: string, ms: number, of: 'inFlight' | 'blocked') => {
    const one = flows.find((f) => f.mode === mode);
    return one?.[of][Math.floor(ms / one.stepMs)];
  };
  expect([at('mail', 0, 'inFlight'), at('mail', 700, 'inFlight'), at('mail', 990, 'inFlight')]).toEqual([
    1, 0.5, 0,
  ]);
  expect([at('call', 100, 'blocked'), at('call', 700, 'blocked')]).toEqual([1, 0]);
});

it('predictions are counted, and right where the direction was', () => {
  const guess = (higherIn: 'mail' | 'call' | 'same') => [
    { measure: 'deskDone' as const, higherIn, by: null },
  ];
  const teams = (['mail', 'mail', 'call', 'same'] as const).map((g) => ({
    ...team(true, { deskDone: 9 }, { deskDone: 4 }),
    prediction: guess(g),
  }));
  expect(predictionsOf(teams)).toEqual([
    { measure: 'deskDone', mail: 2, same: 1, call: 1, right: 2, judged: 4 },
  ]);
});

describe('X8: what a group of some size can show', () => {
  it('X8: fewer pairs are needed for a large difference than for a small one', () => {
    const chain = outlooks('chain');
    expect(chain[0]?.measure).toBe('completionTime');
    expect(chain[0]?.needed).toBeLessThan(20);
    expect(outlooks('free')).toEqual([]);
  });

  // Sixty pairs are enough to notice a figure that is no longer so, and not a drift of a few points.
  it('X8: bots still come to about what the table says', () => {
    for (const [shape, slug] of [
      ['taste', 'launch-week-taste'],
      ['chain', 'field-trip'],
    ] as const) {
      const scenario = packFile(slug);
      const pairs = Array.from({ length: 60 }, (_, k) => {
        const trial = { scenario, habits: habitsFor(scenario), seed: replicationSeed('planning', k) };
        const mail = replicate({ ...trial, policy: 'parallel-mailer', mode: 'mail' }).measures.deskDone ?? 0;
        const call = replicate({ ...trial, policy: 'serial-caller', mode: 'call' }).measures.deskDone ?? 0;
        return call - mail;
      });
      const mean = pairs.reduce((a, b) => a + b, 0) / pairs.length;
      const [difference, deviation] = expectations[shape]?.deskDone ?? [0, 0];
      expect(Math.abs(mean - difference), slug).toBeLessThan((4 * deviation) / Math.sqrt(pairs.length));
    }
  });
});
