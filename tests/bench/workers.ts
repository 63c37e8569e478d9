import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { workerBundle } from '@/server/replication/workerBundle';
import { buildIfNeeded, bundleServer, serverFlags } from '@/server/tools/build';
import { browserFlags, findBrowser } from '../support/browser';
import { firstPicture, type Seen, signIn } from './firstPicture';
import { serve } from './page/page';
import { printedBy } from './program';
import { type Figure, median, type Report, reportOf } from './report';
import { browserFigure } from './workers/browser';
import { count, type InTurn, type ThreadSeconds, threadSecondsSchema } from './workers/threadSeconds';

const admin = { ADMIN_EMAIL: 'bench@example.org', ADMIN_PASSWORD: 'a password for a benchmark' };

/**
 * `workers`: a thousand replications of the launch week in two worker threads, beside as many in one, in turn with a bare loop; and the
 * what-if page of the same mission in a browser: when its first picture stands, and how long it holds the page up.
 */
export async function benchWorkers(rounds: number): Promise<Report> {
  const seconds = await threads(rounds);
  return reportOf('workers', rounds, [...threadFigures(seconds), ...(await pageFigures(rounds))]);
}

/** Bundled and started as the server is: threads inherit what compiles sources as they are loaded, and are two to three times as slow. */
async function threads(rounds: number): Promise<ThreadSeconds> {
  const worker = path.resolve('dist', 'bench', workerBundle);
  await bundleServer(path.join('server', 'replication', 'worker.ts'), worker);
  return printedBy(
    path.join('tests', 'bench', 'workers', 'threads.ts'),
    [String(rounds)],
    threadSecondsSchema,
    serverFlags,
  );
}

function threadFigures({ launchWeek, bare, fresh, slowest }: ThreadSeconds): Figure[] {
  const { single, double } = launchWeek;
  const rate = (s: number) => count / s;
  const gains = (of: InTurn) => of.single.map((s, i) => s / (of.double[i] ?? Number.NaN));
  const ratio = median(gains(launchWeek));
  return [
    {
      metric: 'launch week, replications in two threads, beside one',
      unit: 'per second',
      ...spread(double.map(rate)),
      baseline: median(single.map(rate)),
      ratio,
      goal: 'at least 1.8 times one thread',
      met: ratio >= 1.8,
    },
    {
      metric: 'a bare loop in two threads, beside one: what the machine gives meanwhile',
      unit: 'times',
      ...spread(gains(bare)),
      baseline: null,
      ratio: null,
      goal: null,
      met: null,
    },
    {
      metric: 'launch week, a thousand replications in two threads',
      unit: 's',
      ...spread(double),
      baseline: median(single),
      ratio: null,
      goal: 'within 2 s',
      met: median(double) <= 2,
    },
    {
      metric: 'launch week, the first thousand replications in two threads started for them',
      unit: 's',
      ...spread([fresh]),
      baseline: null,
      ratio: null,
      goal: null,
      met: null,
    },
    {
      metric: `the slowest of ${slowest.of} packs, policies and modes (${slowest.pack}, ${slowest.policy}), a thousand replications in two threads`,
      unit: 's',
      ...spread(slowest.double),
      baseline: median(slowest.single),
      ratio: null,
      goal: 'within 2 s',
      met: median(slowest.double) <= 2,
    },
  ];
}

async function pageFigures(rounds: number): Promise<Figure[]> {
  await buildIfNeeded((line) => process.stderr.write(`${line}\n`));
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const server = await serve(dir, admin);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  const seen: Seen[] = [];
  let inBrowser: Figure;
  try {
    const cookie = await signIn(server.base, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);
    await firstPicture(browser, server.base, cookie);
    for (let round = 0; round < rounds; round++) seen.push(await firstPicture(browser, server.base, cookie));
    inBrowser = await browserFigure(browser, rounds);
  } finally {
    await browser.close();
    await server.stop();
    await rm(dir, { recursive: true });
  }
  return [
    inBrowser,
    {
      metric:
        'what-if page of the launch week, from asking for the page to its first picture; baseline: an empty page',
      unit: 'ms',
      ...spread(seen.map((s) => s.firstMs)),
      baseline: median(seen.map((s) => s.emptyMs)),
      ratio: null,
      goal: 'within 1,000 ms',
      met: median(seen.map((s) => s.firstMs)) <= 1_000,
    },
    {
      metric: 'longest task of the page while the pictures are refined; 0 is under 50',
      unit: 'ms',
      ...spread(seen.map((s) => s.longestMs)),
      baseline: null,
      ratio: null,
      goal: 'none over 100 ms',
      met: median(seen.map((s) => s.longestMs)) <= 100,
    },
  ];
}

const spread = (values: readonly number[]) => ({
  value: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});
