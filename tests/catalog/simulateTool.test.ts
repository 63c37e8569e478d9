import papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { measureNames } from '@/core/contract/measures';
import { childOf } from '../support/child';
import { tempFolder } from '../support/storeFixture';

/** `npm run simulate -- ...args` on an empty data folder. */
const tool = async (...args: string[]) =>
  (await childOf('server/tools/simulate.ts', args, { DATA_DIR: await tempFolder() })).ended;

const basics = ['--scenario', 'launch-week-taste', '--replications', '12', '--seed', 'spring'];
const number = z.number().nullable();
const summary = z.strictObject({
  mean: number,
  median: number,
  q05: number,
  q95: number,
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  n: z.int(),
  censored: z.int(),
});
const output = z.strictObject({
  scenario: z.literal('launch-week-taste'),
  version: z.int(),
  policy: z.string(),
  mode: z.enum(['mail', 'call', 'free']),
  seed: z.literal('spring'),
  replications: z.literal(12),
  solvedShare: z.number().min(0).max(1),
  measures: z.strictObject(Object.fromEntries(measureNames.map((name) => [name, summary]))),
  logSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const difference = z.object({ n: z.int(), mean: number, neither: z.int() }).nullable();
const compared = output.extend({
  against: z.object({ measures: z.record(z.string(), summary) }),
  difference: z.strictObject(Object.fromEntries(measureNames.map((name) => [name, difference]))),
});

describe('npm run simulate', { timeout: 60_000 }, () => {
  test('prints one JSON document of the agreed form, the same for the same seed', async () => {
    const args = [...basics, '--policy', 'parallel-mailer', '--json'];
    const [first, second] = await Promise.all([tool(...args), tool(...args)]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    const parsed = output.parse(JSON.parse(first.stdout));
    expect(parsed).toMatchObject({ policy: 'parallel-mailer', mode: 'mail' });
    expect(parsed.measures.deskDone?.n).toBe(12);
    expect(parsed.measures.attemptsPerContact).toMatchObject({ n: 0, mean: null, ci95: null });
  });

  test('X5: a time that some did not reach has no mean, and the median counts those last', async () => {
    const args = [...basics, '--policy', 'serial-caller', '--set', 'lengthMin=30', '--json'];
    const parsed = output.parse(JSON.parse((await tool(...args)).stdout));
    expect(parsed.measures.completionTime?.censored).toBeGreaterThan(6);
    expect(parsed.measures.completionTime).toMatchObject({ mean: null, median: null, ci95: null, n: 12 });
  });

  test('takes a mode and changed assumptions', async () => {
    const args = [...basics, '--policy', 'serial-caller', '--mode', 'free', '--json'];
    const plain = output.parse(JSON.parse((await tool(...args)).stdout));
    const set = ['--set', 'player.practised=1', '--set', 'recipients.bao.tune.call.pickUp=0.99'];
    const changed = output.parse(JSON.parse((await tool(...args, ...set)).stdout));
    expect([plain.mode, changed.mode]).toEqual(['free', 'free']);
    expect(changed.logSha256).not.toBe(plain.logSha256);
  });

  test('prints the same whatever number of threads plays', async () => {
    const args = [...basics, '--policy', 'serial-caller', '--json'];
    const [one, three] = await Promise.all([tool(...args), tool(...args, '--workers', '3')]);
    expect(three).toMatchObject({ code: 0, stderr: '' });
    expect(three.stdout).toBe(one.stdout);
  });

  test('--csv is a row per replication under the names of the measures, of both policies where there are two', async () => {
    const args = [...basics, '--policy', 'parallel-mailer', '--against', 'serial-caller', '--csv'];
    const { data, errors, meta } = papa.parse<Record<string, string>>((await tool(...args)).stdout, {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(['replication', 'seed', 'policy', 'mode', 'realMs', ...measureNames]);
    expect(data.map((row) => `${row.policy} ${row.replication}`)).toEqual(
      ['parallel-mailer', 'serial-caller'].flatMap((p) => Array.from({ length: 12 }, (_, k) => `${p} ${k}`)),
    );
    expect(data[0]?.seed).toBe(data[12]?.seed);
    expect(data[0]?.blockedTime).toBe('0');
    expect(Number(data[12]?.blockedTime)).toBeGreaterThan(0);
  });

  test('--against says the difference pair by pair, and its intervals beside the two', async () => {
    const args = [...basics, '--policy', 'parallel-mailer', '--against', 'serial-caller', '--json'];
    const parsed = compared.parse(JSON.parse((await tool(...args)).stdout));
    const [mail, call] = [parsed.measures.deskDone?.mean ?? 0, parsed.against.measures.deskDone?.mean ?? 0];
    expect(parsed.difference.deskDone?.mean).toBeCloseTo(mail - call, 9);
    expect(parsed.difference.attemptsPerContact).toBeNull();
    expect(parsed.difference.deskDone?.n).toBe(12);
  });

  test.each([
    [['--policy', 'hybrid', '--workers', '0'], /^--workers is a whole number/],
    [['--policy', 'hybrid', '--against', 'nobody'], /^--against is one of/],
    [['--policy', 'hybrid', '--json', '--csv'], /^choose one of --json and --csv\n$/],
    [['--policy', 'nobody'], /^--policy is one of serial-caller/],
    [['--policy', 'hybrid', '--mode', 'mail'], /^hybrid plays in mode free\.\n$/],
    [['--policy', 'hybrid', '--set', 'lengthMin=1'], /^With --set, lengthMin: /],
    [['--policy', 'hybrid', '--set', 'player.mood=1'], /^--set: player\.mood must be one of/],
    [['--policy', 'hybrid', '--set', 'nonsense'], /^write --set as path=value\n$/],
    [['--policy', 'hybrid', '--colour', 'red'], /^Use: npm run simulate/],
    [['--policy', 'hybrid', '--replications', 'many'], /^--replications is a whole number/],
    [['--policy', 'hybrid', '--scenario', 'nowhere'], /^There is no scenario or file nowhere;/],
  ])('wrong use %j is one sentence and exit code 2', async (more, sentence) => {
    const { code, stdout, stderr } = await tool(...basics, ...more);
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(sentence);
  });
});
