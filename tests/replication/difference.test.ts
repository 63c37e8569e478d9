import { describe, expect, test } from 'vitest';
import type { NewEvent } from '@/core/contract/event';
import { habitsFor } from '@/core/policy/habits';
import { batchesOf, playBatch } from '@/core/replication/batch';
import { differenceOf, differences } from '@/core/replication/difference';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { waitsOf } from '@/core/replication/waits';
import { hardestOf, outcomeOf, separationOf } from '@/core/whatIf/separation';
import { request, village } from '../support/village';
import { tasteStudy } from './studied';

describe('X2: two policies pair by pair', () => {
  test('by hand: mean, Student interval, median and signs of five differences', () => {
    const d = differenceOf([
      [3, 1],
      [5, 2],
      [4, 4],
      [7, 3],
      [6, 5],
    ]);
    // Differences 2, 3, 0, 4, 1: mean 2, sd 1.5811, t(4) 2.7764.
    expect(d).toMatchObject({ n: 5, mean: 2, median: 2, smaller: 0, same: 1, larger: 4, medianCi95: null });
    expect(d.ci95?.map((x) => Number(x.toFixed(3)))).toEqual([0.037, 3.963]);
  });

  test('X5: one that was not reached takes the mean away, and stands at its end in the median', () => {
    const d = differenceOf([
      [1, null],
      [null, 2],
      [null, null],
      [3, 2],
      [5, 2],
    ]);
    expect(d).toMatchObject({ n: 5, censored: 3, neither: 1, mean: null, ci95: null, median: 1 });
    expect([d.smaller, d.larger]).toEqual([1, 3]);
  });

  test('what is of one channel alone is not compared', () => {
    const { scenario, habits } = tasteStudy();
    const trial = { scenario, habits, seed: replicationSeed('pairs', 0) };
    const mail = replicate({ ...trial, policy: 'parallel-mailer', mode: 'mail' }).measures;
    const call = replicate({ ...trial, policy: 'serial-caller', mode: 'call' }).measures;
    const all = differences([mail], [call]);
    expect(all.attemptsPerContact).toBeNull();
    expect(all.deskDone).toMatchObject({ n: 1 });
  });
});

describe('how long each request took', () => {
  const chain = village({
    details: [{ id: 'colour', label: 'Colour', text: 'crimson' }],
    requests: [
      request('paint', 'ada', { gives: 'colour' }),
      request('door', 'ben', { details: ['colour'] }),
      request('lamp', 'cleo'),
    ],
  });

  test('from what it needs to its answer; null where none came', () => {
    const answer = (simMs: number, answers: string[]) =>
      ({ type: 'mail.received', simMs, data: { answers } }) as unknown as NewEvent;
    expect(waitsOf([answer(600, ['paint']), answer(1_000, ['door'])], chain)).toEqual([600, 400, null]);
  });

  test('the hardest is the one that half never had, before the one that took longest', () => {
    const { measures, realMs } = playBatch({ study: tasteStudy(), from: 0, to: 1 })[0] ?? {
      measures: null,
      realMs: 0,
    };
    if (!measures) throw new Error('nothing was played');
    const played = (...waits: (number | null)[]) => ({ measures, realMs, waits });
    const late = [played(5, 90, 10), played(5, 80, 10), played(5, 70, null)];
    expect(hardestOf(chain, late)).toMatchObject({ request: 'door', median: 80, answered: 1 });
    const never = [played(5, 90, null), played(5, 80, null), played(5, 70, 10)];
    expect(hardestOf(chain, never)).toMatchObject({ request: 'lamp', median: null, answered: 1 / 3 });
  });
});

describe('whether a scenario tells the modes apart', () => {
  const one = playBatch({ study: tasteStudy(), from: 0, to: 1 })[0];
  const times = (...values: (number | null)[]) =>
    values.map((completionTime) => {
      if (!one) throw new Error('nothing was played');
      return { ...one, measures: { ...one.measures, completionTime } };
    });

  test('mail, call, or neither; who never got there counts at their end', () => {
    const [ten, none] = [Array<number>(10).fill(10), Array<null>(10).fill(null)];
    const mixed = [1, 20, 1, 20, 1, 20, 1, 20, 1, 20];
    expect(separationOf(times(...ten), times(...none)).sooner).toBe('mail');
    expect(separationOf(times(...none), times(...ten)).sooner).toBe('call');
    expect(separationOf(times(...mixed), times(...ten)).sooner).toBeNull();
    expect(separationOf(times(...none), times(...none)).sooner).toBeNull();
  });
});

test('batches follow one another to the last, and get shorter towards it', () => {
  const cut = batchesOf(tasteStudy(), 100, 25);
  expect(cut.map(({ from }) => from)).toEqual([0, ...cut.slice(0, -1).map(({ to }) => to)]);
  const sizes = cut.map(({ from, to }) => to - from);
  expect(sizes).toEqual([13, 11, 10, 9, 8, 7, 6, 5, 5, 5, 5, 5, 5, 5, 1]);
  expect(Math.max(...batchesOf(tasteStudy(), 1_000, 25).map(({ from, to }) => to - from))).toBe(25);
});

test('batches cover each replication once, and together are one study', () => {
  const study = tasteStudy();
  const cut = batchesOf(study, 7, 3);
  expect(cut.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 6],
    [6, 7],
  ]);
  const parts = cut.flatMap((batch) => playBatch(batch));
  expect(parts).toEqual(playBatch({ study, from: 0, to: 7 }));
  expect(outcomeOf(parts)).toMatchObject({ n: 7, interval: expect.any(Array) });
  expect(habitsFor(study.scenario)).toEqual(study.habits);
});
