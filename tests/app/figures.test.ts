import { expect, test } from 'vitest';
import {
  comparisonGrounds,
  type Ground,
  measureGrounds,
  namedRules,
  peopleGrounds,
} from '@/app/_features/figures/grounds';
import { personaRowNames, personaRows } from '@/app/_features/figures/personaRows';
import { shortName } from '@/app/_features/figures/sourceNames';
import { sourceIds } from '@/app/_features/figures/sources';
import texts from '@/app/_messages/en.json';
import type { Distribution } from '@/core/contract/distribution';
import { focusedShare } from '@/core/sim/call/presence';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { rulesOf } from '@/server/catalog/ruleBook';

const grounds: Ground[] = [measureGrounds, comparisonGrounds, peopleGrounds].flatMap((g) =>
  Object.values<Ground>(g),
);

test('every rule that a figure names stands in the rule book, as plain words', async () => {
  const rules = await rulesOf(namedRules);
  expect(rules.map((r) => r.number).sort()).toEqual([...namedRules].sort());
  for (const { text } of rules) expect(text).toMatch(/^[^*`]{30,1200}$/);
  await expect(rulesOf(['Z9'])).rejects.toThrow('Z9');
});

test('every source is named by a figure, and has a short name of its own', () => {
  const cited = new Set([
    ...grounds.flatMap((g) => g.sources),
    ...personaRowNames.flatMap((name) => personaRows[name].leansOn as readonly string[]),
  ]);
  expect(sourceIds.filter((id) => !cited.has(id))).toEqual([]);
  const names = sourceIds.map(shortName);
  expect(names.filter((name) => !/^\p{L}.* \d{4}$/u.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('what rests on research names it, and each figure has its sentence', () => {
  for (const { basis, sources } of grounds)
    expect(basis === 'counted' ? sources.length : 1).toBe(basis === 'counted' ? 0 : 1);
  const { rows, leans } = texts.figures.personas;
  expect(Object.keys(rows).sort()).toEqual([...personaRowNames].sort());
  expect(Object.keys(leans).sort()).toEqual(
    personaRowNames.filter((name) => personaRows[name].leansOn.length > 0).sort(),
  );
});

test('figures within the sentences are those of the program', () => {
  const medians = (of: (p: (typeof defaultPersonas)[string]) => Distribution): [number, number] => {
    const all = Object.values(defaultPersonas)
      .map(of)
      .map((d) => (d.kind === 'lognormal' ? d.median : Number.NaN));
    return [Math.min(...all), Math.max(...all)];
  };
  const [fast, slow] = medians((p) => p.handling);
  expect(texts.figures.people.of.handling.rests).toContain(`median ${fast} to ${slow} minutes`);
  const [least, most] = medians((p) => p.call.lost);
  expect(texts.figures.people.of.lost.rests).toContain(`median ${least} to ${most} minutes`);
  expect(texts.figures.measures.of.timeLostToOthers.rests).toContain(`median of ${least} to ${most} minutes`);
  expect(focusedShare).toBe(0.9);
  expect(texts.figures.measures.of.interruptionsCaused.rests).toContain('nine of ten');
});
