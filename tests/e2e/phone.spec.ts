import { expect, test } from '../support/page';
import { OnScreen, playOn } from './player';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('played on a screen 360 pixels wide', async ({ page }) => {
  const me = new OnScreen(page, true);
  await me.begin();
  for (const name of ['Bao Trinh', 'Ingrid Solheim', 'Noor Haddad']) await me.ask(name);
  await me.accessible();
  for (let i = 0; i < 2; i++) await me.card();
  await me.accessible();
  await playOn(me);
  await me.tab('Mission');
  await expect(me.mission().getByText('1,240 riders as of this morning')).toBeVisible();
  await me.accessible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

for (const path of ['/', '/scenarios', '/privacy', '/nowhere']) {
  test(`${path} fits a phone and has nothing serious against it`, async ({ page, allowed }) => {
    allowed.push(/404/);
    await page.goto(path);
    const me = new OnScreen(page, true);
    await me.accessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
