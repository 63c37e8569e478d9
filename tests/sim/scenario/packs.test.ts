import { describe, expect, test } from 'vitest';
import { isMission, type Scenario } from '@/core/contract/scenario';
import { measuresOf } from '@/core/sim/measures/measure';
import { depthOf } from '@/core/sim/scenario/depth';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { playDiligently } from '@/tests/support/mailer';
import { isToy } from '@/tests/support/packFiles';

const files = await readScenarioFolder(packsFolder);
const packs = new Map(
  files.flatMap(({ result }) =>
    result.ok && isMission(result.scenario) ? [[result.scenario.slug, result.scenario] as const] : [],
  ),
);
const pack = (slug: string): Scenario => {
  const found = packs.get(slug);
  if (!found) throw new Error(`no pack ${slug}`);
  return found;
};

const withDetours = [...packs.values()].filter((s) => !isToy(s));

test('ten missions and more are there, short forms not counted', () => {
  expect([...packs.values()].filter((s) => s.variantOf === undefined).length).toBeGreaterThanOrEqual(10);
});

test('every pack that ships can be read and played', () => {
  expect(files.flatMap(({ file, result }) => (result.ok ? [] : [file, result.problems]))).toEqual([]);
});

describe('the shapes of the packs', () => {
  test.each([
    ['launch-week-taste', { required: 4, lengthMin: 66, depth: 1, owners: 4 }],
    ['launch-week-quick', { required: 6, lengthMin: 110, depth: 2, owners: 6 }],
    ['launch-week', { required: 10, lengthMin: 255, depth: 3, owners: 10 }],
    ['field-trip', { required: 8, lengthMin: 285, depth: 5, owners: 8 }],
    ['supply-shortage', { required: 12, lengthMin: 180, depth: 1, owners: 8 }],
    ['incident', { required: 10, lengthMin: 190, depth: 4, owners: 8 }],
    ['hiring-panel', { required: 8, lengthMin: 240, depth: 3, owners: 8 }],
    ['moving-house', { required: 10, lengthMin: 165, depth: 2, owners: 9 }],
    ['thesis', { required: 8, lengthMin: 285, depth: 5, owners: 8 }],
    ['newsroom', { required: 6, lengthMin: 110, depth: 3, owners: 6 }],
    ['street-festival', { required: 10, lengthMin: 240, depth: 4, owners: 9 }],
    ['pancakes', { required: 4, lengthMin: 65, depth: 2, owners: 4 }],
  ])('%s', (slug, shape) => {
    const s = pack(slug);
    const required = s.requests.filter((r) => r.required);
    expect({
      required: required.length,
      lengthMin: s.lengthMin,
      depth: depthOf(s),
      owners: new Set(required.map((r) => r.recipient)).size,
    }).toEqual(shape);
  });

  test.each(withDetours.map((s) => [s.slug, s] as const))(
    'P7: %s has at least four authored mails, the first at minute 1',
    (_, s) => {
      expect(s.mail.length).toBeGreaterThanOrEqual(4);
      expect(Math.min(...s.mail.flatMap((m) => (m.at === undefined ? [] : [m.at])))).toBe(1);
    },
  );

  test.each(withDetours.map((s) => [s.slug, s] as const))(
    'P5: in %s one can meet a bounce or an out-of-office notice',
    (_, s) => {
      expect(s.recipients.some((r) => r.address === 'outdated' || r.outOfOffice)).toBe(true);
    },
  );

  test('something must be found out that the mission does not announce', () => {
    for (const s of withDetours)
      expect(
        s.requests.some((r) => r.hidden.length > 0),
        s.slug,
      ).toBe(true);
  });
});

describe('the packs can be finished', () => {
  test.each([...packs.values()].map((s) => [s.slug, s] as const))(
    '%s, by a diligent mailer, more often than not',
    (_, s) => {
      const solved = Array.from(
        { length: 30 },
        (_, i) => measuresOf(playDiligently(s, `seed-${i}`).log, s).solved,
      );
      expect(solved.filter((x) => x === 1).length).toBeGreaterThan(15);
    },
  );

  test('nobody finishes the taste without reminding: one of its people answers only the second asking', () => {
    const s = pack('launch-week-taste');
    const solved = Array.from(
      { length: 30 },
      (_, i) => measuresOf(playDiligently(s, `seed-${i}`, 1_000).log, s).solved,
    );
    expect(solved.filter((x) => x === 1)).toEqual([]);
  });
});
