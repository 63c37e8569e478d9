import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { deviceCookie } from '@/server/auth/device';
import { buildIfNeeded, builtEnv, serverFile, serverFlags } from '@/server/tools/build';
import { browserFlags, findBrowser } from '../../support/browser';
import { freePort } from '../../support/freePort';
import { type Figure, median, type Report, reportOf } from '../report';
import { arriving, barePage, playPage } from './arrivals';
import { fillMailbox, seat, token } from './mailbox';
import { invite, typeInEditor, typingFigures } from './typing';
import { weightOf } from './weights';

const mails = 500;
/** A page of the same build that no program of ours runs on. */
const emptyPage = '/privacy';

/**
 * `page`: what play and landing page add to an empty page of the same build, in kB (gzip); and the longest task, at 4 times slowdown,
 * while 50 mails arrive in a mailbox of 500, beside a bare list that grows as much; and how long keys wait in a large draft.
 */
export async function benchPage(rounds: number): Promise<Report> {
  await buildIfNeeded((line) => process.stderr.write(`${line}\n`));
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const fresh = path.join(dir, 'fresh');
  await mkdir(fresh);
  const file = path.join(fresh, 'meanwhile.db');
  await fillMailbox(file, mails);
  const link = await invite(file);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  const ours: number[] = [];
  const bare: number[] = [];
  const typed: number[][][] = [];
  let weights: Figure[] = [];
  for (let round = 0; round < rounds; round++) {
    const data = path.join(dir, `round-${round}`);
    await cp(fresh, data, { recursive: true });
    const server = await serve(data);
    try {
      if (round === 0) weights = await weigh(server.base);
      ours.push(await playPage(browser, server.base));
      bare.push(await barePage(browser, mails));
      typed.push(await typeInEditor(browser, server.base, link));
    } finally {
      await server.stop();
    }
  }
  await browser.close();
  await rm(dir, { recursive: true });
  return reportOf('page', rounds, [...weights, longestTask(ours, bare), ...typingFigures(typed)]);
}

async function weigh(base: string): Promise<Figure[]> {
  const empty = await weightOf(base, emptyPage);
  const play = await weightOf(base, `/play/${seat}`, `${deviceCookie}=${token}`);
  const landing = await weightOf(base, '/');
  return [
    weight('play page, JavaScript above an empty page', play.js - empty.js, empty.js, 80),
    weight('play page, CSS above nothing', play.css, 0, 25),
    weight('landing page, JavaScript above an empty page', landing.js - empty.js, empty.js, 25),
  ];
}

function weight(metric: string, bytes: number, baseline: number, most: number): Figure {
  const value = bytes / 1_000;
  return {
    metric,
    unit: 'kB gzip',
    value,
    min: value,
    max: value,
    baseline: baseline / 1_000,
    ratio: null,
    goal: `at most ${most} kB`,
    met: value <= most,
  };
}

const longestTask = (ours: readonly number[], bare: readonly number[]): Figure => ({
  metric: `longest task while ${arriving} mails arrive among ${mails}, 4 times slowed; 0 is under 50`,
  unit: 'ms',
  value: median(ours),
  min: Math.min(...ours),
  max: Math.max(...ours),
  baseline: median(bare),
  ratio: null,
  goal: 'none over 100 ms',
  met: median(ours) <= 100,
});

export interface Server {
  base: string;
  stop(): Promise<void>;
}

/** The built server on a data folder of its own. */
export async function serve(data: string, env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...serverFlags, serverFile], {
    env: { ...builtEnv, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    const ready = await fetch(`${base}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) break;
    await new Promise((go) => setTimeout(go, 200));
  }
  const stop = () =>
    new Promise<void>((done) => {
      child.once('close', () => done());
      child.kill('SIGTERM');
    });
  return { base, stop };
}
