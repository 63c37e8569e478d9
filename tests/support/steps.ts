import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIfNeeded } from '@/server/tools/build';
import { type Outcome, tallyBrowser, tallyVitest } from './tally';
import { runTool, toolFile } from './tool';

export interface Step {
  name: string;
  browser?: true;
  /** Left out where this holds. */
  unless?(): boolean;
  run(): Promise<Outcome>;
}

const bin = {
  biome: toolFile('@biomejs', 'biome', 'bin', 'biome'),
  knip: toolFile('knip', 'bin', 'knip.js'),
  playwright: toolFile('@playwright', 'test', 'cli.js'),
  tsc: toolFile('typescript', 'bin', 'tsc'),
  vitest: toolFile('vitest', 'vitest.mjs'),
};
const own = (...file: string[]) => ['--import', 'tsx', path.join(...file)];

/** A check that passes or fails as a whole. */
const check = (name: string, args: readonly string[], more: Partial<Step> = {}): Step => ({
  name,
  async run() {
    const { code, output } = await runTool(args);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  },
  ...more,
});

/** In this order: what is cheap and tells most comes first. */
export const steps: readonly Step[] = [
  check('database client', own('server', 'tools', 'generate.ts'), {
    unless: () => existsSync(path.join('prisma', 'generated', 'client.ts')),
  }),
  check('types of texts', ['next.config.mjs']),
  check('format and lint', [bin.biome, 'ci', '--error-on-warnings', '--colors=off']),
  ...['core', 'server', 'app', 'tests'].map((folder) => check(`types of ${folder}`, [bin.tsc, '-p', folder])),
  check('architecture', own('tests', 'architecture', 'check.ts')),
  check('unused code', [bin.knip, '--no-progress']),
  { name: 'unit and integration', run: () => tallyVitest([bin.vitest, 'run']) },
  { name: 'build', browser: true, run: build },
  { name: 'browser', browser: true, run: () => tallyBrowser([bin.playwright, 'test']) },
];

async function build(): Promise<Outcome> {
  const lines: string[] = [];
  try {
    await buildIfNeeded((line) => lines.push(line));
    return { passed: 1, failed: 0, output: lines.join('\n') };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}
