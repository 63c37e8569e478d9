import { describe, expect, test } from 'vitest';
import { scenarioSchema } from '@/core/contract/scenario';
import type { StudyMission } from '@/core/contract/whatIf';
import { habitsFor } from '@/core/policy/habits';
import { replicate, replicationSeed } from '@/core/replication/replicate';
import { depthOf } from '@/core/sim/scenario/depth';
import { problemsOf } from '@/core/sim/scenario/problems';
import { bareScenario } from '@/core/whatIf/bare';
import { changedScenario, scaled } from '@/core/whatIf/changed';
import { parametersOf } from '@/core/whatIf/parameters';
import { scenarioFor } from '@/core/whatIf/study';
import { missions, packFile } from '../support/packFiles';
import { colleagues, pack, settings } from './worlds';

/** A mission at every value that a picture can be asked for, one parameter after another. */
function* everywhere(mission: StudyMission) {
  for (const { name, values, levels, min, max } of parametersOf(mission))
    for (const value of [...values, ...levels, min, max]) yield { name, value };
}

describe('X4: whatever is swept, the mission can be played', () => {
  test.each(['colleagues', ...missions])('%s: no setting makes a document with problems', (slug) => {
    const mission = slug === 'colleagues' ? colleagues : pack(slug);
    for (const { name, value } of everywhere(mission)) {
      const scenario = scenarioFor(mission, settings(mission, { [name]: value }));
      const where = `${name} ${value}`;
      expect(scenarioSchema.safeParse(scenario).error?.issues, where).toBeUndefined();
      expect(problemsOf(scenario), where).toEqual([]);
    }
  });

  test('the usual settings leave a pack as it stands', () => {
    const mission = pack('launch-week');
    expect(changedScenario(packFile('launch-week'), settings(mission))).toEqual(packFile('launch-week'));
  });

  test('fewer requests keep what they need: no chain loses its beginning', () => {
    const scenario = packFile('field-trip');
    for (let n = 1; n <= scenario.requests.length; n++) {
      const fewer = changedScenario(scenario, settings(pack('field-trip'), { requests: n }));
      expect(fewer.requests).toHaveLength(n);
      const given = fewer.requests.map((r) => r.gives);
      for (const detail of fewer.requests.flatMap((r) => r.details))
        expect(
          fewer.details.find((d) => d.id === detail)?.known ||
            given.includes(detail) ||
            fewer.mail.some((m) => m.gives === detail),
          `${detail} with ${n}`,
        ).toBe(true);
    }
  });

  test.each([1, 2, 3, 8])('colleagues %d in a row make a graph of that depth', (depth) => {
    expect(depthOf(scenarioFor(colleagues, settings(colleagues, { depth })))).toBe(depth);
  });

  test('a distribution three times as long has its quantiles three times as late, whatever its kind', () => {
    const kinds = [
      { kind: 'constant', value: 2 },
      { kind: 'uniform', low: 1, high: 4, atMost: 3 },
      { kind: 'exponential', mean: 2, shift: 1 },
      { kind: 'lognormal', median: 3, sigma: 0.5, atLeast: 1 },
      { kind: 'triangular', low: 1, mode: 2, high: 4 },
      { kind: 'empirical', values: [1, 5] },
    ] as const;
    const numbers = (x: unknown) =>
      JSON.stringify(x)
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    for (const d of kinds)
      expect(numbers(scaled({ ...d, ...('values' in d && { values: [...d.values] }) } as never, 3))).toEqual(
        numbers(d).map((x) => (x === 0.5 ? x : x * 3)),
      );
  });
});

/** Share of runs in which the first dial to the first colleague connects. */
function connecting(connects: number): number {
  const scenario = scenarioFor(colleagues, settings(colleagues, { connects, requests: 1 }));
  const first = Array.from({ length: 600 }, (_, k) => {
    const seed = replicationSeed('dials', k);
    const habits = habitsFor(scenario);
    const { log } = replicate({ scenario, policy: 'serial-caller', mode: 'call', habits, seed });
    return log.find((e) => e.type === 'call.dialed')?.data.outcome === 'pickUp';
  });
  return first.filter(Boolean).length / first.length;
}

test.each([0.22, 0.4, 0.65])(
  'of first dials to colleagues the chosen share %d connects',
  (share) => {
    const error = Math.sqrt((share * (1 - share)) / 600);
    expect(Math.abs(connecting(share) - share) / error).toBeLessThan(3.5);
  },
  60_000,
);

describe('P9: what a browser gets to simulate', () => {
  test.each(missions)('%s: no word of an answer, a fact or a mail is in it', (slug) => {
    const scenario = packFile(slug);
    const text = JSON.stringify(bareScenario(scenario));
    const said = [
      ...scenario.requests.map((r) => r.answer),
      ...scenario.mail.map((m) => m.text),
      ...scenario.details.map((d) => d.text),
    ].filter((t) => t.split(' ').length > 2);
    expect(said.filter((t) => text.includes(t))).toEqual([]);
    expect(said.some((t) => JSON.stringify(scenario).includes(t))).toBe(true);
  });

  test.each(['launch-week', 'supply-shortage', 'street-festival'])(
    '%s: it plays like the whole scenario, run by run',
    (slug) => {
      const scenario = packFile(slug);
      const habits = habitsFor(scenario);
      for (const [policy, mode] of [
        ['parallel-mailer', 'mail'],
        ['serial-caller', 'call'],
        ['hybrid', 'free'],
      ] as const)
        for (let k = 0; k < 4; k++) {
          const seed = replicationSeed('bare', k);
          const whole = replicate({ scenario, policy, mode, habits, seed });
          const bare = replicate({ scenario: bareScenario(scenario), policy, mode, habits, seed });
          expect(bare.measures).toEqual(whole.measures);
          expect(bare.log.length).toBe(whole.log.length);
        }
    },
    30_000,
  );
});

test('negative control: a pack with a request that nothing leads to has problems', () => {
  const scenario = packFile('field-trip');
  const lost = { ...scenario, requests: scenario.requests.filter((r) => r.gives === undefined) };
  expect(problemsOf(lost)).not.toEqual([]);
});
