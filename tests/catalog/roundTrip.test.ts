import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Scenario, scenarioSchema } from '@/core/contract/scenario';
import { problemsOf } from '@/core/sim/scenario/problems';
import { readScenario } from '@/server/catalog/scenarioFile';
import { type ExportForm, scenarioText } from '@/server/catalog/scenarioText';
import { readWorkbook, workbookOf } from '@/server/catalog/spreadsheet/workbook';
import { xlsxOf } from '@/server/catalog/spreadsheet/xlsx';
import { arbitraryScenario } from '@/tests/support/arbitraryScenario';
import { allPacks } from '@/tests/support/packFiles';

const long = process.env.LONG !== undefined;
const all = 1_000;
const ways = { seed: 20_261_128, endOnFailure: true };

const file = async (scenario: Scenario, form: ExportForm): Promise<Uint8Array> =>
  form === 'xlsx'
    ? new Uint8Array(await xlsxOf(workbookOf(scenario)))
    : new TextEncoder().encode(scenarioText(scenario, form));

/** What comes back: the document, or the rules that keep it from being played, which its form says nothing about. */
async function comesBack(scenario: Scenario, form: ExportForm): Promise<void> {
  const read = await readScenario(`a.${form}`, await file(scenario, form));
  if (read.ok) expect(read.scenario).toEqual(scenario);
  else expect(read.problems.map((p) => p.message)).toEqual(problemsOf(scenario).map((p) => p.message));
}

describe('exported and imported again it is the same document', () => {
  test.each(['yaml', 'json', 'xlsx'] as const)(
    'every pack, as %s',
    async (form) => {
      for (const pack of allPacks()) {
        const read = await readScenario(`a.${form}`, await file(pack, form));
        expect(read.ok ? read.scenario : read.problems).toEqual(pack);
      }
    },
    60_000,
  );

  test('a thousand generated documents, as YAML', () => {
    fc.assert(
      fc.property(arbitraryScenario, (s) => {
        expect(scenarioSchema.parse(parse(scenarioText(s, 'yaml'), { maxAliasCount: 0 }))).toEqual(s);
      }),
      { ...ways, numRuns: all },
    );
  }, 240_000);

  test('a thousand, as JSON', () => {
    fc.assert(
      fc.property(arbitraryScenario, (s) => {
        expect(scenarioSchema.parse(JSON.parse(scenarioText(s, 'json')))).toEqual(s);
      }),
      { ...ways, numRuns: all },
    );
  }, 120_000);

  test('a thousand, as the sheets of a workbook', () => {
    fc.assert(
      fc.property(arbitraryScenario, (s) => {
        const { document, problems } = readWorkbook(workbookOf(s));
        expect(problems).toEqual([]);
        expect(scenarioSchema.parse(document)).toEqual(s);
      }),
      { ...ways, numRuns: all },
    );
  }, 120_000);

  test.each([
    ['yaml', long ? all : 60],
    ['json', long ? all : 60],
    ['xlsx', long ? all : 12],
  ] as const)(
    'as a file, %s, read the way an import reads it',
    async (form, numRuns) => {
      await fc.assert(
        fc.asyncProperty(arbitraryScenario, (s) => comesBack(s, form)),
        { ...ways, numRuns },
      );
    },
    1_200_000,
  );
});

test('negative control: the generated documents have texts that a careless writer would change', () => {
  const careless = (s: Scenario): unknown =>
    parse(`title: ${s.title.replaceAll('\n', ' ')}`, { logLevel: 'silent' });
  const changed = fc.sample(arbitraryScenario, { seed: ways.seed, numRuns: 100 }).filter((s) => {
    try {
      return JSON.stringify(careless(s)) !== JSON.stringify({ title: s.title });
    } catch {
      return true;
    }
  });
  expect(changed.length).toBeGreaterThan(20);
});
