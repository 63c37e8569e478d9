import { expect, test } from 'vitest';
import { isMission } from '@/core/contract/scenario';
import { estimateOf } from '@/server/catalog/estimate';
import { allPacks } from '@/tests/support/packFiles';

const packs = allPacks();
const missions = packs.filter(isMission);

test.each(packs.map((s) => [s.slug, s] as const))(
  '%s says what it shows, what to ask afterwards, under which licence it may be passed on, and where to find it',
  (_, s) => {
    expect(s.teaching.note.length).toBeGreaterThan(80);
    expect(s.license).toBe('CC-BY-4.0');
    expect(s.tags?.length).toBeGreaterThan(0);
    const questions = s.teaching.questions ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(s.teaching.shape === 'practice' ? 1 : 3);
    for (const question of questions) expect(question).toMatch(/\?$/);
  },
);

test('there is one for each of the ten occasions', () => {
  const tagged = (tag: string) => missions.filter((s) => s.tags?.includes(tag)).map((s) => s.slug);
  for (const tag of [
    ...['software', 'incident', 'school', 'hospital', 'office', 'everyday', 'university', 'city', 'newsroom'],
    'promises',
  ])
    expect(tagged(tag), tag).not.toEqual([]);
});

test.each(missions.map((s) => [s.slug, s] as const))(
  '%s takes about as long as its author says, in both modes',
  async (_, s) => {
    const estimate = await estimateOf(s);
    for (const { minutes } of [estimate?.mail, estimate?.call].flatMap((e) => e ?? [])) {
      expect(minutes).toBeGreaterThan(s.playMin * 0.6);
      expect(minutes).toBeLessThan(s.playMin * 1.6);
    }
    expect(await estimateOf(s)).toBe(estimate);
  },
);
