import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { problemsOf } from '@/core/sim/scenario/problems';
import { type ReadScenario, readScenarioFile, readScenarioWorkbook } from '@/server/catalog/scenarioFile';
import { readWorkbook, type Sheet, workbookOf } from '@/server/catalog/spreadsheet/workbook';
import { BadWorkbook, sheetsOf, xlsxOf } from '@/server/catalog/spreadsheet/xlsx';
import { allPacks } from '@/tests/support/packFiles';
import { randomScenario } from '@/tests/support/randomScenario';
import { village } from '@/tests/support/village';
import { generator } from '@/tests/view/random';

/** Texts that spreadsheets, XML or YAML have been known to change. */
const nasty = [
  '=1+1',
  '+49 30 123',
  '-',
  '@home',
  'none',
  'null',
  'true',
  'yes',
  '007',
  '1e5',
  '2026-03-02',
  '09:30',
  '[]',
  '{}',
  '[1, 2]',
  '"quoted"',
  '"',
  'a\nb',
  'a\\nb',
  'back\\slash',
  '_x000D_ and _x005F_',
  'tab\there',
  'Zoë, naïve café 日本語 👩‍🚀',
  '<b>&amp;</b>',
  "it's",
  '#ref: - [x]',
  'toString',
  'constructor',
  '__proto__',
];

/** A document of the schema with nasty texts where texts may be. */
function withNastyTexts(scenario: Scenario, u: () => number): Scenario {
  const text = () => nasty[Math.floor(u() * nasty.length)] ?? '';
  return scenarioSchema.parse({
    ...scenario,
    title: text(),
    brief: { you: text(), story: text(), goal: text() },
    recipients: scenario.recipients.map((r) => ({
      ...r,
      role: text(),
      voice: { ...r.voice, clarify: text() },
      ...(u() < 0.2 && { tune: u() < 0.5 ? {} : { calendar: { lunch: null }, reply: { chance: [0.5, 1] } } }),
    })),
    requests: scenario.requests.map((r) => ({ ...r, ask: text(), phrasings: [text(), text(), text()] })),
    desk: {
      ...scenario.desk,
      cards: [
        {
          kind: 'sum',
          prompt: text(),
          unit: u() < 0.5 ? '' : ' kg ',
          items: nasty.slice(0, 5),
          low: 1,
          high: 9,
        },
        { kind: 'match', prompt: text(), pattern: '@##' },
        {
          kind: 'sort',
          prompt: text(),
          buckets: [text(), text()],
          items: nasty.slice(0, 6).map((item, i) => ({ text: item, bucket: i % 2 })),
        },
      ],
    },
  });
}

const generated = (count: number): Scenario[] => {
  const u = generator(5);
  return Array.from({ length: count }, () => withNastyTexts(randomScenario(u), u));
};

/** What comes back from sheets, without the file format around them. */
const again = (scenario: Scenario): unknown => {
  const { document, problems } = readWorkbook(workbookOf(scenario));
  expect(problems).toEqual([]);
  return scenarioSchema.parse(document);
};

/** What was read; where it cannot be played, what is wrong with it. */
const outcome = (read: ReadScenario): unknown =>
  read.ok ? read.scenario : read.problems.map(({ message }) => message);

describe('what is exported and imported is the same document', () => {
  test.each(allPacks().map((s) => [s.slug, s] as const))('%s, as YAML, JSON and workbook', async (_, s) => {
    expect(readScenarioFile(stringify(s, { lineWidth: 110 }))).toMatchObject({ ok: true, scenario: s });
    expect(readScenarioFile(JSON.stringify(s))).toMatchObject({ ok: true, scenario: s });
    const read = await readScenarioWorkbook(await xlsxOf(workbookOf(s)));
    expect(read.ok ? read.scenario : read.problems).toEqual(s);
  });

  test('a hundred documents of the worst texts, as sheets, YAML and JSON', () => {
    let playable = 0;
    for (const s of generated(100)) {
      const problems = problemsOf(s).map(({ message }) => message);
      const whole = problems.length === 0 ? s : problems;
      if (problems.length === 0) playable++;
      expect(again(s)).toEqual(s);
      expect(outcome(readScenarioFile(stringify(s, { lineWidth: 110 })))).toEqual(whole);
      expect(outcome(readScenarioFile(JSON.stringify(s)))).toEqual(whole);
    }
    expect(playable).toBeGreaterThan(30);
  }, 60_000);

  test('ten of them, through the file itself', async () => {
    for (const s of generated(10)) {
      const sheets = await sheetsOf(await xlsxOf(workbookOf(s)));
      const { document, problems } = readWorkbook(sheets);
      expect(problems).toEqual([]);
      expect(scenarioSchema.parse(document)).toEqual(s);
    }
  }, 60_000);

  test('negative control: without its care for quotes and lines an awkward text is changed', () => {
    const [sheet] = workbookOf(withNastyTexts(village(), () => 0.6));
    const careless = (sheet?.rows ?? []).map(([name, value]) => [name, String(value).replaceAll('"', '')]);
    expect(careless).not.toEqual(sheet?.rows);
  });
});

describe('a workbook that people have touched', () => {
  const sheets = (change: (all: Map<string, Sheet['rows']>) => void): Sheet[] => {
    const all = new Map(workbookOf(village()).map(({ name, rows }) => [name, rows.map((row) => [...row])]));
    change(all);
    return [...all].map(([name, rows]) => ({ name, rows }));
  };
  const cell = (rows: Sheet['rows'] | undefined, column: string, row: number, value: Sheet['rows'][0][0]) => {
    const k = rows?.[0]?.indexOf(column) ?? -1;
    if (rows?.[row] && k >= 0) rows[row][k] = value;
  };
  const read = async (change: Parameters<typeof sheets>[0]) =>
    readScenarioWorkbook(await xlsxOf(sheets(change)));

  test('empty rows, numbers for texts, and yes and no are taken as they were meant', async () => {
    const result = await read((all) => {
      all.get('Details')?.splice(1, 0, [null, null, null, null]);
      cell(all.get('Details'), 'text', 2, 42);
      cell(all.get('Requests'), 'required', 1, 'yes');
    });
    expect(result.ok ? result.scenario.details[0]?.text : result.problems).toBe('42');
  });

  test.each<[string, Parameters<typeof sheets>[0], object]>([
    [
      'a number that is none',
      (all) => cell(all.get('Requests'), 'weight', 1, 'much'),
      { path: 'requests.0.weight', place: { sheet: 'Requests', cell: 'I2' } },
    ],
    [
      'an unknown recipient',
      (all) => cell(all.get('Requests'), 'recipient', 1, 'zoe'),
      {
        path: 'requests.0.recipient',
        place: { sheet: 'Requests', cell: 'C2' },
        message: 'there is no recipient “zoe”',
      },
    ],
    [
      'a column of another name',
      (all) => cell(all.get('Requests'), 'answer', 0, 'anwser'),
      { place: { sheet: 'Requests', cell: 'D2' } },
    ],
    [
      'a sheet that is missing',
      (all) => all.delete('Requests'),
      { place: { sheet: 'Requests', cell: null } },
    ],
    ['a sheet too many', (all) => all.set('Notes', [['mine']]), { place: { sheet: 'Notes', cell: null } }],
    [
      'a quotation mark that stays open',
      (all) => cell(all.get('Requests'), 'ask', 1, '"so'),
      { place: { sheet: 'Requests', cell: 'L2' } },
    ],
    [
      'a column named after a part that has parts',
      (all) => {
        const rows = all.get('Recipients');
        rows?.[0]?.push('voice');
        rows?.[1]?.push('loud');
      },
      { place: { sheet: 'Recipients', cell: 'Q2' } },
    ],
    [
      'a prototype for a column',
      (all) => {
        const rows = all.get('Recipients');
        rows?.[0]?.push('__proto__.polluted');
        rows?.[1]?.push('yes');
      },
      { place: expect.objectContaining({ sheet: 'Recipients' }) },
    ],
    [
      'a card that is not there',
      (all) => all.get('Things to sort')?.push([9, 'a thing', 0]),
      { place: expect.objectContaining({ sheet: 'Things to sort' }) },
    ],
  ])('refused with sheet and cell: %s', async (_, change, problem) => {
    const result = await read(change);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.problems).toEqual(
      expect.arrayContaining([expect.objectContaining(problem)]),
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a file that is no workbook', () => {
  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['text', async () => Buffer.from('slug: a'), /is not a workbook/],
    ['nothing', async () => Buffer.alloc(0), /is not a workbook/],
    [
      'half a workbook',
      async () => (await xlsxOf(workbookOf(village()))).subarray(0, 2_000),
      /only part of a workbook/,
    ],
  ])('%s is refused in words', async (_, bytes, words) => {
    const result = await readScenarioWorkbook(await bytes());
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(words);
  });

  test('a small archive that holds gigabytes is refused before it is unpacked', async () => {
    const { zipSync } = await import('fflate');
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const result = await readScenarioWorkbook(bomb);
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(/larger, unpacked/);
  });

  test('a text that no cell can hold is refused on the way out', async () => {
    await expect(xlsxOf([{ name: 'A', rows: [['x'.repeat(40_000)]] }])).rejects.toBeInstanceOf(BadWorkbook);
  });
});
