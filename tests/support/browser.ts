import { spawnSync } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** Needed as root and on a closed network; nothing here changes what a page may do. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No browser to test with; the message says how to get one. */
export class NoBrowser extends Error {}

const advice =
  'No browser found: install Chromium or Chrome, or name one in BROWSER_PATH, or run: npx playwright install chromium';

/**
 * Path of a Chromium to test with: BROWSER_PATH, Playwright's own, one of the system, else the one that a package
 * brings. Installs nothing. Rejects with NoBrowser.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env.BROWSER_PATH) {
    if (await runs(env.BROWSER_PATH)) return env.BROWSER_PATH;
    throw new NoBrowser(`BROWSER_PATH names ${env.BROWSER_PATH}, which is not a browser that starts.`);
  }
  const folders = (env.PATH ?? '').split(path.delimiter);
  const ofSystem = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const file of [chromium.executablePath(), ...ofSystem, ...installed])
    if (await runs(file)) return file;
  const packed = await unpacked();
  if (packed && (await runs(packed))) return packed;
  throw new NoBrowser(advice);
}

async function runs(file: string): Promise<boolean> {
  const there = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!there) return false;
  const { status } = spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000, stdio: 'ignore' });
  return status === 0;
}

/** The browser inside a package of the registry: Linux on x64 only, unpacked into the folder for temporary files. */
async function unpacked(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packedChromium } = await import('@sparticuz/chromium');
  return packedChromium.executablePath().catch(() => null);
}
