import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Batch, Study } from '@/core/replication/batch';
import { type Figure, median } from '../report';
import { studiesOfPacks } from './studies';
import { count } from './threadSeconds';
import type { newAndAgain } from './webPage';

const entries = { worker: 'tests/bench/workers/webWorker.ts', page: 'tests/bench/workers/webPage.ts' };
/** What the page's part is called there. */
const globalName = 'inPage';

/** A thousand replications in a new web worker of a page, of whatever takes it longest; baseline: the same again in the same worker. */
export async function browserFigure(browser: Browser, rounds: number): Promise<Figure> {
  const page = await browser.newPage();
  try {
    await page.goto('about:blank');
    await page.addScriptTag({ content: await bundled(entries.page) });
    const code = await bundled(entries.worker);
    const studies = (await studiesOfPacks()).map((kind): Study => ({ ...kind, seed: 'browser' }));
    let [slowest, longest] = [studies[0], 0];
    for (const study of studies) {
      const [first] = await inWorker(page, code, study);
      if (first > longest) [slowest, longest] = [study, first];
    }
    if (!slowest) throw new Error('there is no pack');
    const taken: [number, number][] = [];
    for (let round = 0; round < rounds; round++)
      taken.push(await inWorker(page, code, { ...slowest, seed: `round ${round}` }));
    const first = taken.map(([ms]) => ms / 1_000);
    return {
      metric: `the slowest of ${studies.length} packs, policies and modes (${slowest.scenario.slug}, ${slowest.policy}), a thousand replications in a new web worker of the browser; baseline: again in the same`,
      unit: 's',
      value: median(first),
      min: Math.min(...first),
      max: Math.max(...first),
      baseline: median(taken.map(([, ms]) => ms / 1_000)),
      ratio: null,
      goal: 'within 2 s',
      met: median(first) <= 2,
    };
  } finally {
    await page.close();
  }
}

type InPage = Record<typeof globalName, { newAndAgain: typeof newAndAgain }>;

function inWorker(page: Page, code: string, study: Study): Promise<[number, number]> {
  const batch: Batch = { study, from: 0, to: count };
  return page.evaluate(([code, batch]) => (window as unknown as InPage).inPage.newAndAgain(code, batch), [
    code,
    batch,
  ] as const);
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName,
    platform: 'browser',
    alias: { '@': process.cwd() },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
