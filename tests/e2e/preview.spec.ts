import { expect, test } from '../support/page';
import { AtDesk } from './author';
import { OnScreen } from './player';

// A field that is not there is found out soon.
test.use({ actionTimeout: 15_000 });

test('a draft is played from a later moment by its author, at 360 pixels too', async ({ page }) => {
  const me = new AtDesk(page);
  await me.begin('pat@example.org', 'Preview');
  await page.setViewportSize({ width: 360, height: 740 });
  await me.field('Title').fill('Preview of autumn');
  await me.open('Requests');
  await page.getByText('What they ask back, and whether it is needed').click();
  await me.open('Try it');
  const across = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(across).toBeLessThanOrEqual(360);
  await page.getByRole('spinbutton', { name: 'From minute' }).fill('30');
  await me.button('Simulate').click();
  await expect(page.getByText('All runs are played.')).toBeVisible({ timeout: 60_000 });
  await me.button('Play it').click();
  await page.waitForURL(/\/play\//);
  const player = new OnScreen(page, true);
  await expect(player.clock()).toContainText(/09:3\d/);
  await player.button('Resume').first().click();
  await expect(player.button('Pause')).toBeVisible();
  await player.accessible();

  // Back where they were, with what they can undo and what they had opened.
  await page.getByRole('link', { name: 'Back to the editor' }).click();
  await page.waitForURL(/\/edit\/preview/);
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Try it' })).toBeVisible();
  await expect(page.getByText(/^Mail and call come out/)).toBeVisible();
  await expect(page.getByText('All runs are played.')).toBeVisible();
  await me.open('Requests');
  await expect(me.field('What they ask back')).toBeVisible();
  await me.button('Undo').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Preview', exact: true })).toBeVisible();
  await me.settled();

  // Another run from the debrief is one of the draft as it is now.
  await page.goBack();
  await page.waitForURL(/\/play\//);
  const first = page.url();
  await page.getByLabel('Menu').click();
  await player.button('Finish').click();
  await page
    .getByRole('dialog', { name: 'Finish this run?' })
    .getByRole('button', { name: 'Finish' })
    .click();
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Back to the editor' })).toHaveCount(2);
  await player.accessible();
  await me.button('Play the draft again').click();
  await page.waitForURL((url) => url.pathname.startsWith('/play/') && url.href !== first);
  await expect(page.getByRole('heading', { level: 1, name: 'Preview', exact: true })).toBeAttached();
});

test('a preview shows no way to the editor to anybody but its author', async ({ page, browser }) => {
  const me = new AtDesk(page);
  await me.begin('lena@example.org', 'Seen by others');
  await me.open('Try it');
  await me.button('Play it').click();
  await page.waitForURL(/\/play\//);
  await expect(page.getByRole('link', { name: 'Back to the editor' })).toBeVisible();
  await page.getByLabel('Menu').click();
  await me.button('Go on elsewhere').click();
  await me.button('Make a link').click();
  const link = await page.getByRole('textbox', { name: 'Go on elsewhere' }).inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.waitForURL(/\/play\//);
  await expect(other.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Back to the editor' })).toBeHidden();
});
