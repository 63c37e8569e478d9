import { build } from 'esbuild';
import { digests } from '../sim/chance/million';
import { expect, test } from '../support/page';

const n = 1_000_000;

/** The very same module, bundled for a browser. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['tests/sim/chance/million.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'million',
    platform: 'browser',
    alias: { '@': process.cwd() },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

interface Million {
  million: { digests: typeof digests };
}

test('R6: a million draws of every distribution are the same in Node and in the browser, to the last bit', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundled() });
  const inBrowser = await page.evaluate((count) => (window as unknown as Million).million.digests(count), n);
  expect(inBrowser).toEqual(digests(n));
});

test('R6: one differing bit in a thousand values shows', async ({ page }) => {
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundled() });
  const off = await page.evaluate(() => {
    const { digests: all } = (window as unknown as Million).million;
    return all(1_000, (_, u) => (u > 0.999 ? u * (1 + 2 ** -52) : u));
  });
  expect(off.uniform).not.toBe(digests(1_000, (_, u) => u).uniform);
});

// Whether two engines' own functions differ depends on their versions and on the processor; two ways to compute always do.
test('R6: with another way to compute a logarithm the same comparison fails', async ({ page }) => {
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundled() });
  const inBrowser = await page.evaluate(() => {
    const { digests: all } = (window as unknown as Million).million;
    return all(100_000, (_, u) => Math.log2(u) * Math.LN2);
  });
  expect(inBrowser.uniform).not.toBe(digests(100_000, (_, u) => Math.log(u)).uniform);
});
