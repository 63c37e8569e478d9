import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/support/browser';
import { freePort } from './tests/support/freePort';

// Workers read this file too, and must come to the same answers: the first reading leaves them in the environment.
process.env.TEST_PORT ??= String(await freePort());
process.env.TEST_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'meanwhile-e2e-'));
process.env.BROWSER_PATH ??= await findBrowser();

const baseURL = `http://127.0.0.1:${process.env.TEST_PORT}`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 150_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  retries: 0,
  workers: 1,
  globalTeardown: './tests/support/removeDataDir.ts',
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.BROWSER_PATH, args: browserFlags },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    // One more scenario than a new server has: one in which it is certain who picks up.
    command: 'npm run scenario --silent -- import tests/e2e/switchboard.yaml && npm start',
    url: `${baseURL}/readyz`,
    env: {
      PORT: process.env.TEST_PORT,
      HOST: '127.0.0.1',
      DATA_DIR: process.env.TEST_DATA_DIR,
      LOG_LEVEL: 'warn',
    },
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
