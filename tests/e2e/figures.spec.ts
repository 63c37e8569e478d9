import type { Page } from '@playwright/test';
import { measureNames } from '@/core/contract/measures';
import { expect, test } from '../support/page';
import { OnScreen } from './player';

const anchors = (page: Page, start: string): Promise<string[]> =>
  page
    .locator(`main a[href^="${start}"]`)
    .evaluateAll(
      (all, n) => [...new Set(all.map((a) => (a.getAttribute('href') ?? '').slice(n)))],
      start.length,
    );
const known = (page: Page): Promise<string[]> =>
  page.locator('main [id]').evaluateAll((all) => all.map((e) => e.id));

test('every figure of a debrief leads to its rule, formula and source', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin();
  await page.getByLabel('Menu').click();
  await me.button('Finish').click();
  const sure = page.getByRole('dialog', { name: 'Finish this run?' });
  await sure.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  const wanted = await anchors(page, '/about/figures#');
  expect(wanted).toEqual(expect.arrayContaining([...measureNames]));

  await page.getByRole('table', { name: 'Measures' }).getByRole('link', { name: 'Blocked time' }).click();
  await expect(page).toHaveURL(/\/about\/figures#blockedTime$/);
  const entry = page.getByRole('article').filter({ hasText: 'Blocked time' }).first();
  await expect(entry).toBeInViewport();
  await expect(entry.getByText('Formula')).toBeVisible();
  const ids = await known(page);
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  await entry.getByRole('link', { name: 'C3' }).click();
  await expect(
    page.getByText('From dialing, or accepting, to the end the member is blocked'),
  ).toBeInViewport();
});

test('the page of figures leads nowhere that it has not, and is accessible, wide, narrow and dark', async ({
  page,
}) => {
  const me = new OnScreen(page);
  await page.goto('/about/figures');
  const inside = await anchors(page, '#');
  expect(inside.length).toBeGreaterThan(40);
  const ids = await known(page);
  expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.length).toBe(new Set(ids).size);
  await me.accessible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ colorScheme: 'dark' });
  await me.accessible();
});
