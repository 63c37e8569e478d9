import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from '../support/page';
import { OnScreen } from './player';

const run = promisify(execFile);

/** Made by the running server, which the tool finds by itself. */
export async function linkFromTool(email: string, role: string): Promise<string> {
  const args = ['--import', 'tsx', 'server/tools/admin.ts', 'link', email, '--role', role];
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, DATA_DIR: process.env.TEST_DATA_DIR, PORT: process.env.TEST_PORT },
  });
  return stdout.trim();
}

/** Somebody with an account who leads a session by what is on the screen. */
export class OnBoard {
  constructor(readonly page: Page) {}

  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  row = (name: string): Locator =>
    this.page.getByRole('table', { name: 'Participants' }).getByRole('row', { name });
  said = (text: string | RegExp): Locator => this.page.getByRole('status').filter({ hasText: text });

  /** Comes by a one-time link and opens a session; `choose` says what is not as it stands in the form. */
  async open(email: string, choose: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
    await this.page.goto(await linkFromTool(email, 'facilitator'));
    await this.page.getByLabel('Your name').fill('Fay');
    await this.page.getByLabel('Password').fill('correct horse battery');
    await this.button('Create account').click();
    await this.page.getByRole('link', { name: 'New session' }).click();
    await choose(this.page);
    await this.button('Create session').click();
    await expect(this.page.getByText('Nobody is here yet')).toBeVisible();
  }

  async joinUrl(): Promise<string> {
    return (await this.page.getByRole('link', { name: /\/j\// }).getAttribute('href')) ?? '';
  }

  /** Does something for one team by the menu of its row. */
  async forRow(name: string, action: string): Promise<void> {
    await this.button(`Actions for ${name}`).click();
    await this.page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  }
}

/** Somebody with a browser of their own who takes a seat by the link. */
export async function joinBy(browser: Browser, url: string, name: string, phone = false): Promise<OnScreen> {
  const context = await browser.newContext(
    phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : {},
  );
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/play\//);
  return new OnScreen(page, phone);
}
