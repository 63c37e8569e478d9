import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import type { PolicyName } from '@/core/contract/policy';
import { logs } from '../replication/logs';
import { packFile } from '../support/packFiles';
import { expect, test } from '../support/page';

const cases = [
  ['launch-week-quick', 'parallel-mailer'],
  ['launch-week-quick', 'serial-caller'],
  ['supply-shortage', 'parallel-mailer'],
  ['supply-shortage', 'serial-caller'],
] as const satisfies readonly (readonly [string, PolicyName])[];
const seed = 'two engines';
const count = 10;

/** The very same modules, bundled for a browser. */
async function bundled(plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['tests/replication/logs.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'replication',
    platform: 'browser',
    alias: { '@': process.cwd() },
    write: false,
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}

interface Bundle {
  replication: { logs: typeof logs };
}

/** The first line in which two logs differ, so that a failure can be read; null when they are the same text. */
function parting(a: readonly string[], b: readonly string[]): [string, string] | null {
  const [left, right] = [a.join('').split('\n'), b.join('').split('\n')];
  const n = left.findIndex((line, i) => line !== right[i]);
  return n < 0 && left.length === right.length
    ? null
    : [left[n] ?? 'nothing more', right[n] ?? 'nothing more'];
}

test('T3, R6: whole logs of replications are the same text in Node and in the browser', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundled() });
  for (const [slug, policy] of cases) {
    const scenario = packFile(slug);
    const inBrowser = await page.evaluate(
      (args) =>
        (window as unknown as Bundle).replication.logs(args.scenario, args.policy, args.seed, args.count),
      { scenario, policy, seed, count },
    );
    const here = logs(scenario, policy, seed, count);
    expect(here.join('').split('\n').length).toBeGreaterThan(count * 50);
    expect(parting(inBrowser, here), `${slug}, ${policy}`).toBeNull();
  }
});

/** A logarithm that is a millionth off. */
const offByAMillionth: Plugin = {
  name: 'off-by-a-millionth',
  setup({ onLoad }) {
    onLoad({ filter: /core\/sim\/chance\/maths\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('lnStdlib(x);', 'lnStdlib(x) * (1 + 1e-6);'),
      loader: 'ts',
    }));
  },
};

test('R6, negative control: a logarithm that is a millionth off shows in the logs', async ({ page }) => {
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundled([offByAMillionth]) });
  const [slug, policy] = cases[0];
  const scenario = packFile(slug);
  const inBrowser = await page.evaluate(
    (args) =>
      (window as unknown as Bundle).replication.logs(args.scenario, args.policy, args.seed, args.count),
    { scenario, policy, seed, count },
  );
  expect(parting(inBrowser, logs(scenario, policy, seed, count))).not.toBeNull();
});
