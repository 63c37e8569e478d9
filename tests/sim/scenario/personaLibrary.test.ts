import { expect, test } from 'vitest';
import { personaSchema } from '@/core/contract/persona';
import { figuresOf } from '@/core/sim/scenario/personaFigures';
import { personaLibrary } from '@/core/sim/scenario/personaLibrary';
import { personaSources } from '@/core/sim/scenario/personaSources';
import { judged } from '@/core/sim/scenario/problems';
import { village } from '@/tests/support/village';

const byId = new Map(personaLibrary.map((p) => [p.id, p]));
const of = (id: string) => {
  const found = byId.get(id);
  if (!found) throw new Error(`no persona ${id}`);
  return found;
};

test('every persona of the library is one that a scenario can have', () => {
  expect(byId.size).toBe(personaLibrary.length);
  for (const { id, persona } of personaLibrary) {
    expect(personaSchema.safeParse(persona).error, id).toBeUndefined();
    const errors = judged(village({ personas: { prompt: persona } })).filter((p) => p.code === 'range');
    expect(errors, id).toEqual([]);
  }
});

test.each([
  ['typical-adult', 47, 1_440, [0.33], 0.67],
  ['young-mobile', 16, 490, [0.33], 0.7],
  ['older-desktop', 47, 1_440, [0.25], 0.7],
  ['office-colleague', 78.3, 2_334, [0.33], 0.7],
  ['hundred-a-day', 47, 1_440, [0.05], 0.52],
  ['unknown-company', 62.6, 1_063, [0.38], 0.61],
  ['stranger', 47, 1_440, [0.02], 0.24],
  ['heavy-tail', 100.4, 4_011, [1], 0.67],
] as const)('%s replies, and picks up, as published', (id, median, q90, reply, pickUp) => {
  const figures = figuresOf(of(id).persona);
  expect(figures).toMatchObject({ mail: { kind: 'sampled' }, reply, pickUp });
  // Cut off after two weeks, which shortens both a little.
  const mail = figures.mail.kind === 'sampled' ? figures.mail : { median: 0, q90: 0 };
  expect(mail.median / median).toBeGreaterThan(0.9);
  expect(mail.median / median).toBeLessThan(1.001);
  expect(mail.q90 / q90).toBeGreaterThan(0.7);
  expect(mail.q90 / q90).toBeLessThan(1.001);
});

test('a call at the desk of a bank has the mean and the spread that are published', () => {
  const { handling } = of('call-centre').persona;
  if (handling.kind !== 'lognormal') throw new Error('not log-normal');
  const meanSeconds = handling.median * 60 * Math.exp(handling.sigma ** 2 / 2);
  const sd = meanSeconds * Math.sqrt(Math.exp(handling.sigma ** 2) - 1);
  expect(meanSeconds).toBeCloseTo(188, 0);
  expect(sd).toBeCloseTo(240, 0);
});

test('each source is named by a persona, and what has none is an assumption, of which there are many', () => {
  const used = new Set(personaLibrary.flatMap(({ sources }) => Object.values(sources).flat()));
  expect([...used].sort()).toEqual(Object.keys(personaSources).sort());
  expect(of('stranger').sources.reply).toBeUndefined();
  for (const { id, kind, sources } of personaLibrary)
    if (kind === 'game') expect(Object.keys(sources).length, id).toBeLessThan(4);
});
