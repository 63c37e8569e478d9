import { describe, expect, test } from 'vitest';
import {
  batches,
  batchResponseOver,
  erlangB,
  erlangC,
  lastAndSum,
  lastLognormal,
  mg1,
  mm1,
  offHours,
  retries,
} from './closedForms';

const exponential = (mean: number) => ({ mean, scv: 1 });
const fixed = (mean: number) => ({ mean, scv: 0 });
const bank = { mean: 188, scv: 1.629697 };
/** To the six digits after the point that the tables print. */
const same = (got: readonly number[], printed: readonly number[]) =>
  got.forEach((value, i) => {
    expect(value, `figure ${i}`).toBeCloseTo(printed[i] ?? Number.NaN, 5);
  });

/** The forms of this folder against figures that were worked out elsewhere, so that a slip in a form is no standard. */
describe('the closed forms are those of the tables', () => {
  test('M/M/1', () => {
    const { waiting, response, inQueue, inSystem, responseOver, waitingOver, responseQuantile } = mm1(9, 10);
    same([waiting, response, inQueue, inSystem], [3_240, 3_600, 8.1, 9]);
    same([responseOver(3_600), waitingOver(3_600)], [0.367879, 0.331091]);
    same([responseQuantile(0.5), responseQuantile(0.9)], [2495.32985, 8289.306335]);
    same([mm1(2, 6).waiting, mm1(6, 10).inQueue], [300, 0.9]);
  });

  test('Pollaczek and Khinchine', () => {
    same([mg1(12, fixed(240)).waiting, mg1(12, exponential(240)).inQueue], [480, 3.2]);
    expect(mg1(12, bank).waiting).toBeCloseTo(414.928571, 3);
  });

  test('Erlang B and C', () => {
    same(
      [erlangB(1, (15 * 188) / 28_800), erlangB(4, 2), erlangB(10, 8), erlangB(5, 3), erlangB(6, 2)],
      [0.089184, 0.095238, 0.121661, 0.110054, 0.012085],
    );
    same([erlangB(10, 10), erlangB(2, 0.5 / 0.7), erlangB(1, 1)], [0.214582, 0.129534, 0.5]);
    const [one, two, five] = [erlangC(1, 12, 188), erlangC(2, 20, 240), erlangC(5, 60, 240)];
    same([one.held, two.held, five.held], [0.626667, 0.533333, 0.554113]);
    same([one.waiting, two.waiting, five.waiting], [315.571429, 192, 132.987013]);
    same([one.within(60), two.within(60), five.within(20)], [0.443723, 0.548543, 0.490192]);
  });

  test('checks at intervals', () => {
    same(Object.values(batches(6, exponential(240), fixed(3_600))), [0.4, 1_960, 4_360]);
    same(Object.values(batches(6, exponential(240), exponential(1_800))), [0.4, 1_960, 3_160]);
    const { exhaustive, gated } = batches(6, bank, fixed(7_200));
    expect(exhaustive).toBeCloseTo(3712.796117, 3);
    expect(gated).toBeCloseTo(6998.23301, 3);
    same(
      [
        batchResponseOver(6, 15, 2, 1_800),
        batchResponseOver(6, 15, 2, 3_600),
        batchResponseOver(9, 15, 1, 3_600),
      ],
      [0.469814, 0.173967, 0.44096],
    );
    const rate = 6 / 3_600;
    expect(batchResponseOver(6, 12, 6, 600)).toBeCloseTo((1 + rate * 600) * Math.exp(-rate * 600), 12);
  });

  test('working hours', () => {
    const night = offHours(
      168,
      Array.from({ length: 7 }, () => 16),
    );
    same([night.mean, night.atOnce, night.over(8)], [5.333333, 0.333333, 0.333333]);
    const week = offHours(168, [16, 16, 16, 16, 64]);
    same([week.mean, week.atOnce, week.over(8)], [15.238095, 0.238095, 0.52381]);
    const lunch = offHours(168, [15, 15, 15, 15, 63, 1, 1, 1, 1, 1]);
    same([lunch.mean, lunch.over(8)], [14.505952, 0.494048]);
  });

  test('all at once and one after another', () => {
    const ten = lastAndSum(10, 2_820);
    same(
      [ten.harmonic, ten.last, ten.lastMedian, ten.speedUp],
      [2.928968, 8259.690476, 7624.025641, 3.414172],
    );
    same([Math.sqrt(ten.lastVariance), Math.sqrt(ten.sumVariance)], [3510.608623, 8917.623002]);
    expect(lastLognormal(2, 2_820, 2.6704, 0.5)).toBeCloseTo(12085.14567, 2);
    expect(lastLognormal(10, 2_820, 2.6704, 0.5)).toBeCloseTo(154322.569213, 1);
  });

  test('dialing until reached', () => {
    const some = retries(0.52, 1_800);
    same([some.attempts, some.by(3), some.delay, some.for95], [1.923077, 0.889408, 1661.538462, 5]);
    same([retries(0.24, 3_600).for95, retries(2 / 3, 1_800).for95], [11, 3]);
  });
});
