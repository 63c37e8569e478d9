import { describe, expect, test } from 'vitest';
import type { Scenario } from '@/core/contract/scenario';
import { areTwins } from '@/core/sim/scenario/twin';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { playDiligently } from '../support/mailer';

const files = await readScenarioFolder(packsFolder);
const all = files.flatMap(({ result }) => (result.ok ? [result.scenario] : []));
const pairs = all.flatMap((twin) => {
  const first = all.find((s) => s.slug === twin.twinOf);
  return first ? [[twin.slug, first, twin] as const] : [];
});
const words = (s: Scenario) => [
  ...s.recipients.map((r) => r.name),
  ...s.requests.map((r) => r.title),
  ...s.details.map((d) => d.text),
];

describe.each(pairs)('X7: %s', (_, first, twin) => {
  test('is the same mission in all but its words', () => {
    expect(areTwins(first, twin)).toBe(true);
    expect([twin.playMin, twin.teaching.shape]).toEqual([first.playMin, first.teaching.shape]);
  });

  test('shares no name, no question and no fact with it', () => {
    expect(words(twin).filter((w) => words(first).includes(w))).toEqual([]);
    expect(twin.title).not.toBe(first.title);
  });

  test('has the same luck on the same seed: answers come at the same moments', () => {
    for (const seed of ['one', 'two', 'three']) {
      const moments = [first, twin].map((s) =>
        [...playDiligently(s, seed).state.requests.values()].map((r) => r.answeredMs),
      );
      expect(moments[0]).toEqual(moments[1]);
    }
  });
});

test('X7: every twin belongs to a pack, and there is one for the mission of Try it now', () => {
  expect(pairs.map(([slug]) => slug)).toEqual(all.filter((s) => s.twinOf).map((s) => s.slug));
  expect(pairs.map(([, first]) => first.slug)).toContain('launch-week-taste');
});

test('X7: a mission that differs in more than words is no twin', () => {
  const [first] = all.filter((s) => s.slug === 'launch-week-taste');
  if (!first) throw new Error('no taste');
  const reworded = {
    ...first,
    title: 'Other',
    recipients: first.recipients.map((r) => ({ ...r, name: 'X' })),
  };
  expect(areTwins(first, reworded)).toBe(true);
  expect(areTwins(first, { ...first, lengthMin: 80 })).toBe(false);
  expect(areTwins(first, { ...first, requests: first.requests.slice(1) })).toBe(false);
  const easier = first.recipients.map((r) => ({ ...r, tune: undefined }));
  expect(areTwins(first, { ...first, recipients: easier })).toBe(false);
});
