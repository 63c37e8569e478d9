import { expect, test } from 'vitest';
import type { Request, Scenario } from '@/core/contract/scenario';
import { matcherOf } from '@/core/sim/match/matcher';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';

const files = await readScenarioFolder(packsFolder);
const packs = files.flatMap(({ result }) => (result.ok ? [result.scenario] : []));

/** The pack without one phrasing, as if its author had not thought of these words. */
const without = (s: Scenario, r: Request, phrasing: string): Scenario => ({
  ...s,
  requests: s.requests.map((q) =>
    q.id === r.id ? { ...q, phrasings: q.phrasings.filter((p) => p !== phrasing) } : q,
  ),
});

/** Phrasings that are not recognised, sent to the right person, when the pack does not contain them. */
const missed = (s: Scenario, shorten: typeof without) =>
  s.requests.flatMap((r) => {
    const own = (id: string) => s.requests.some((q) => q.id === id && q.recipient === r.recipient);
    return r.phrasings.filter((p) => matcherOf(shorten(s, r, p)).best(p, own)?.request !== r.id);
  });

test.each(packs.map((s) => [s.slug, s] as const))(
  'A1: %s understands nine in ten questions in words its author did not write down',
  (_, s) => {
    const all = s.requests.flatMap((r) => r.phrasings).length;
    expect(missed(s, without).length / all).toBeLessThan(0.1);
  },
);

test('A1: without any words for a request most of its questions are lost, so the share above means something', () => {
  const wordless: typeof without = (s, r) => ({
    ...s,
    requests: s.requests.map((q) => (q.id === r.id ? { ...q, title: 'x', phrasings: [], keywords: [] } : q)),
  });
  for (const s of packs) {
    const all = s.requests.flatMap((r) => r.phrasings).length;
    expect(missed(s, wordless).length / all, s.slug).toBeGreaterThan(0.9);
  }
});
