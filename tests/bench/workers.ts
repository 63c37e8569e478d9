import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { replications } from '@/server/replication/replications';
import { type Workers, workerThreads } from '@/server/replication/workers';
import { buildIfNeeded } from '@/server/tools/build';
import { browserFlags, findBrowser } from '../support/browser';
import { packFile } from '../support/packFiles';
import { firstPicture, type Seen, signIn } from './firstPicture';
import { serve } from './page/page';
import { type Figure, median, type Report, reportOf } from './report';

const count = 1_000;
const admin = { ADMIN_EMAIL: 'bench@example.org', ADMIN_PASSWORD: 'a password for a benchmark' };

/**
 * `workers`: a thousand replications of the launch week in two worker threads, beside as many in one, in turn; and the
 * what-if page of the same mission in a browser: when its first picture stands, and how long it holds the page up.
 */
export async function benchWorkers(rounds: number): Promise<Report> {
  const [one, two] = [workerThreads(1), workerThreads(2)];
  const scenario = packFile('launch-week');
  const study = { scenario, policy: 'serial-caller', mode: 'call', habits: habitsFor(scenario) } as const;
  const single: number[] = [];
  const double: number[] = [];
  // Threads are started, and their code is compiled, before anything is measured.
  for (const pool of [one, two]) await seconds({ ...study, seed: 'warm' }, pool);
  for (let round = 0; round < rounds; round++) {
    single.push(await seconds({ ...study, seed: `bench ${round}` }, one));
    double.push(await seconds({ ...study, seed: `bench ${round}` }, two));
  }
  await Promise.all([one.close(), two.close()]);
  return reportOf('workers', rounds, [...threadFigures(single, double), ...(await pageFigures(rounds))]);
}

async function seconds(study: Study, workers: Workers): Promise<number> {
  const started = performance.now();
  await replications(study, count, workers);
  return (performance.now() - started) / 1_000;
}

function threadFigures(single: readonly number[], double: readonly number[]): Figure[] {
  const rate = (s: number) => count / s;
  const ratio = median(single.map((s, i) => s / (double[i] ?? Number.NaN)));
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
      metric: 'launch week, a thousand replications in two threads',
      unit: 's',
      ...spread(double),
      baseline: median(single),
      ratio: null,
      goal: 'within 2 s',
      met: median(double) <= 2,
    },
  ];
}

async function pageFigures(rounds: number): Promise<Figure[]> {
  await buildIfNeeded((line) => process.stderr.write(`${line}\n`));
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const server = await serve(dir, admin);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  const seen: Seen[] = [];
  try {
    const cookie = await signIn(server.base, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);
    await firstPicture(browser, server.base, cookie);
    for (let round = 0; round < rounds; round++) seen.push(await firstPicture(browser, server.base, cookie));
  } finally {
    await browser.close();
    await server.stop();
    await rm(dir, { recursive: true });
  }
  return [
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
