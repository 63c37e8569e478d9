import { expect, test } from 'vitest';
import { packFile } from '../support/packFiles';
import { tempFolder } from '../support/storeFixture';
import { runTool } from '../support/tool';
import { logs } from './logs';
import { lines, sha256 } from './studied';

const [slug, seed, count] = ['launch-week-quick', 'elsewhere', 12] as const;
const here = sha256(lines(logs(packFile(slug), 'serial-caller', seed, count)));

/** What `npm run simulate` says of the same replications in a process of its own. */
async function elsewhere(flags: string[], env: Record<string, string>, word: string = seed): Promise<string> {
  const use = [
    '--scenario',
    slug,
    '--policy',
    'serial-caller',
    '--replications',
    String(count),
    '--seed',
    word,
  ];
  const run = [...flags, '--import', 'tsx', 'server/tools/simulate.ts', ...use, '--json'];
  const { code, output } = await runTool(run, { DATA_DIR: await tempFolder(), ...env });
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  return String(JSON.parse(output).logSha256);
}

test('T3: another process, time zone, language and no optimising compiler give the same whole logs', async () => {
  const [plain, abroad, unoptimised] = await Promise.all([
    elsewhere([], {}),
    elsewhere([], { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    elsewhere(['--no-opt'], {}),
  ]);
  expect([plain, abroad, unoptimised]).toEqual([here, here, here]);
}, 120_000);

test('T3, negative control: another seed gives other logs', async () => {
  expect(await elsewhere([], {}, 'elsewhere.')).not.toBe(here);
}, 120_000);
