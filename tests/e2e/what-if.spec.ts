import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { logHashes } from '../replication/logHashes';
import { tasteStudy } from '../replication/studied';
import { expect, test } from '../support/page';
import { linkFromTool } from './facilitator';
import { OnScreen } from './player';

const done = (page: Page) => page.getByText('100 runs for each point', { exact: true });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const verdict = (page: Page) =>
  answer(page)
    .getByText(/is ahead/)
    .first();

/** No violation and nothing wider than a phone, in both schemes. */
async function wellMade(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await new OnScreen(page).accessible();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 720 });
}

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).first().click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('anybody asks what if, sees a picture being refined, and hands it on by its address', async ({
  page,
  browser,
}) => {
  await page.goto('/what-if');
  await expect(page.getByRole('heading', { name: 'What if?' })).toBeVisible();
  await expect(verdict(page)).toBeVisible();
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  await wellMade(page);
  await page.getByRole('slider', { name: 'First dials that connect' }).focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/connects=0\.1/);
  await page.getByLabel('From left to right').selectOption({ label: 'Requests' });
  await page.getByRole('checkbox', { name: /Mail, then call/ }).check();
  await expect(page).toHaveURL(/sweep=requests/);
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  const [said, rows] = [await verdict(page).innerText(), await saved(page, 'Save as CSV')];
  expect(rows.trim().split('\n')).toHaveLength(1 + 3 * 10);
  expect(await saved(page, 'Save as SVG')).toContain('<svg');
  await page.getByText('The figures').click();
  await expect(page.getByRole('table', { name: 'The figures' }).getByRole('row')).toHaveCount(11);
  await wellMade(page);

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(done(other)).toBeVisible({ timeout: 60_000 });
  await expect(verdict(other)).toHaveText(said);
  expect(await saved(other, 'Save as CSV')).toBe(rows);
});

test('the work can be stopped and taken up again, and the page answers meanwhile', async ({ page }) => {
  await page.goto('/what-if?replications=1000&sweep=requests');
  await expect(verdict(page)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Stopped at \d+ of 1,000/)).toBeVisible();
  const n = await page.getByText(/Stopped at/).innerText();
  const verdictBefore = await verdict(page).innerText();
  await page.getByLabel('What is measured').selectOption({ label: 'Desk cards done, mean' });
  await expect(page).toHaveURL(/measure=deskDone/);
  // What was played is drawn anew for the other measure, and nothing more is played.
  await expect(answer(page).getByRole('figure')).toBeVisible();
  await expect(page.getByText(/Stopped at/)).toHaveText(n);
  await page.getByLabel('What is measured').selectOption({ label: 'Time to all answers, median' });
  await expect(verdict(page)).toHaveText(verdictBefore);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/of 1,000 runs for each point so far/)).toBeVisible();
});

test('a second question gets a picture for each of its values, on one scale', async ({ page }) => {
  await page.goto('/what-if?sweep=check&by=depth');
  await expect(answer(page).getByRole('figure')).toHaveCount(3, { timeout: 30_000 });
  await expect(answer(page).getByRole('heading')).toHaveText([/1 in a row/, /3 in a row/, /6 in a row/]);
  await wellMade(page);
});

test('P9: how the people of a scenario behave is told to nobody who might still play it', async ({
  page,
}) => {
  await page.goto('/what-if?scenario=launch-week-taste');
  await expect(page.getByText('behind a curtain')).toBeVisible();
  await expect(page).toHaveURL(/scenario=colleagues/);
  const html = await (await page.request.get('/what-if?scenario=launch-week-taste')).text();
  expect(html).not.toContain('Bao Trinh');
  await wellMade(page);
});

test('who has played to the end sees the own run among thousands, and not before', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin('Only mail');
  const seat = /\/play\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const html = () => page.request.get(`/what-if?run=${seat}`).then((r) => r.text());
  expect(await html()).not.toContain('Bao Trinh');
  await me.ask('Bao Trinh');
  await page.getByLabel('Menu').click();
  await me.button('Finish').click();
  await page
    .getByRole('dialog', { name: 'Finish this run?' })
    .getByRole('button', { name: 'Finish' })
    .click();
  await page.goto(`/debrief/${seat}`);
  await page.getByRole('link', { name: 'What if there were more of them' }).click();
  await expect(page.getByText('your run by mail')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('What is measured').selectOption({ label: 'Desk cards done, mean' });
  await expect(page.getByText('your run by mail')).toBeVisible();
  expect(await html()).toContain('Bao Trinh');
  const elsewhere = await page.context().browser()?.newContext();
  const foreign = await elsewhere?.request.get(new URL(`/what-if?run=${seat}`, page.url()).href);
  expect(await foreign?.text()).not.toContain('Bao Trinh');
});

test('a facilitator studies the launch week and simulates it a thousand times', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(await linkFromTool('study@example.org', 'facilitator'));
  await page.getByLabel('Your name').fill('Stu');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await page.goto('/what-if');
  await page.getByLabel('Mission', { exact: true }).selectOption('launch-week');
  await expect(page).toHaveURL(/scenario=launch-week/);
  await expect(verdict(page)).toBeVisible({ timeout: 30_000 });
  const panel = page.getByRole('region', { name: 'Simulate' });
  await panel.getByRole('button', { name: 'Simulate' }).click();
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByText(/^Stopped/)).toBeVisible();
  await panel.getByRole('button', { name: /^Simulate/ }).click();
  await expect(panel.getByText(/^Mail and call come out differently/)).toBeVisible({ timeout: 90_000 });
  await expect(panel.getByRole('row', { name: /Mail, all at once.*%/ })).toBeVisible();
  await expect(panel.getByText('All runs are played.')).toBeVisible({ timeout: 90_000 });
  await expect(panel.getByRole('row')).toHaveCount(5);
  await wellMade(page);
});

test('T3: the browser plays the very runs that Node plays, to the last byte of their logs', async ({
  page,
}) => {
  const { outputFiles } = await build({
    entryPoints: ['tests/replication/logHashes.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'replications',
    platform: 'browser',
    alias: { '@': process.cwd() },
    write: false,
  });
  await page.goto('about:blank');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  type Played = { replications: { logHashes: typeof logHashes } };
  const inBrowser = (seed: string) =>
    page.evaluate(
      (study) => (window as unknown as Played).replications.logHashes(study, 12),
      tasteStudy(seed),
    );
  expect(await inBrowser('workers')).toEqual(logHashes(tasteStudy('workers'), 12));
  expect(await inBrowser('others')).not.toEqual(logHashes(tasteStudy('workers'), 12));
});
