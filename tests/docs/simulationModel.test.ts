import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { readScenarioFile } from '@/server/catalog/scenarioFile';
import { Play } from '../support/play';
import { drawByHand, normalQuantileByHand } from './byHand';
import { personaTable } from './personaTable';

const doc = readFileSync('docs/simulation-model.md', 'utf8');
const seed = 'meanwhile';

/** The rows of the worked example. */
function exampleRows(): string[] {
  const hand = drawByHand(seed, 'handling', 'noor', 'rider-count');
  const [c0, c1, c2, c3] = hand.counter;
  return [
    '| step | gives |',
    '|---|---|',
    `| key: first two words of SHA-256 of \`${seed}\` | \`${hand.key.join(' ')}\` |`,
    `| first word of SHA-256 of the purpose, \`handling\` | \`${c0}\` |`,
    `| of the recipient, \`noor\` | \`${c1}\` |`,
    `| of the request, \`rider-count\` | \`${c2}\` |`,
    `| n · 1024 + m, both 0 here | \`${c3}\` |`,
    `| Philox4x32-10 of this counter under this key | \`${hand.words.join(' ')}\` |`,
    `| k: first word without its last 5 bits, times 2^26, plus the second without its last 6 | ${hand.k} |`,
    `| u = (k + 0.5) / 2^53 | ${hand.u} |`,
  ];
}

/** The run that the example tells. */
function play(): Play {
  const read = readScenarioFile(readFileSync('prisma/scenarios/launch-week-taste.yaml', 'utf8'));
  if (!read.ok) throw new Error('the pack cannot be read');
  const p = new Play(read.scenario, seed);
  p.at(1, 'mail.send', { to: 'noor', subject: 'Riders', text: 'How many?', asks: ['rider-count'] });
  p.at(2, 'mail.send', { to: 'tomas', subject: 'Press', text: 'Which door?', asks: ['press-door'] });
  return p.until(20);
}

describe('docs/simulation-model.md', () => {
  test('has the table of personas as they are in the program', () => {
    const { table, common } = personaTable(defaultPersonas);
    expect(doc).toContain(table.join('\n'));
    expect(doc).toContain(common.join('\n'));
  });

  test('negative control: a persona with one figure changed gives another table', () => {
    const changed = structuredClone({ ...defaultPersonas });
    const { batcher } = changed;
    if (batcher) batcher.call.lookAndCallBack.chance += 0.01;
    expect(doc).not.toContain(personaTable(changed).table.join('\n'));
  });

  test('no figure of a persona is missing from the table', () => {
    const leaves = (value: unknown): unknown[] =>
      value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [value];
    const { table, common } = personaTable(defaultPersonas);
    const text = [...table, ...common].join(' ');
    const absent = Object.values(defaultPersonas)
      .flatMap(({ title: _, call: { voicemail: __, ...call }, ...more }) => leaves({ ...more, call }))
      .filter((v) => typeof v === 'number' && !new RegExp(`(?<![\\d.])${v}(?![\\d.]*\\d)`).test(text));
    expect(absent).toEqual([]);
  });

  test('R1: has the worked example as it is computed apart from the program', () => {
    expect(doc).toContain(exampleRows().join('\n'));
  });

  test('R1: the program draws the same numbers as the hand', () => {
    for (const [purpose, a, b, n] of [
      ['handling', 'noor', 'rider-count', 0],
      ['decision', 'noor', 'rider-count', 1],
      ['decision', 'tomas', 'press-door', 1],
      ['gap', 'ingrid', '', 17],
    ] as const)
      expect(draw(seedOf(seed), purpose, a, b, n)).toBe(drawByHand(seed, purpose, a, b, n).u);
  });

  test('the story of the example is what the run does', () => {
    const reads = play().of('mail.read');
    const [noor, tomas] = ['noor', 'tomas'].map((by) => reads.find((e) => e.data.by === by));
    const handling = noor?.data.decisions[0]?.handling;
    expect(noor).toMatchObject({ simMs: 300_000, data: { serviceMs: 350_069, handledAt: 650_069 } });
    expect(noor?.data.decisions[0]).toMatchObject({ verdict: 'answer', chance: 0.94 });
    expect(tomas?.data.decisions[0]).toMatchObject({ verdict: 'ignore', chance: 0.8 });
    for (const said of [
      `the program has ${handling?.ms} ms`,
      `${noor?.data.serviceMs} ms later, at ${noor?.data.handledAt} ms`,
      `it gives ${noor?.data.decisions[0]?.u?.toFixed(5)}, under her chance of 0.94`,
      `gives ${tomas?.data.decisions[0]?.u?.toFixed(5)}, not under his 0.8`,
    ])
      expect(doc.replaceAll('\n', ' ')).toContain(said);
    const byTable = 2.5 * Math.exp(0.5 * normalQuantileByHand(handling?.u ?? 0));
    expect(byTable).toBeCloseTo((handling?.ms ?? 0) / 60_000, 2);
  });
});
