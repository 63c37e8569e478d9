import type { Page } from '@playwright/test';
import { expect, test } from '../support/page';
import { OnScreen, playOn, tryWithLuck } from './player';

const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
};

test('mail then call by Try it now: practice, both runs, a guess between them, the debrief', async ({
  page,
}) => {
  const me = new OnScreen(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Try it now' }).click();
  await expect(page.getByRole('heading', { name: 'Mail first or call first?' })).toBeVisible();
  await me.accessible();
  await narrow(page);

  // On known luck, which is said, and which the debrief offers again.
  await page.goto(tryWithLuck);
  await expect(page.getByText('With the luck of seed “a day like any other”')).toBeVisible();
  await me.accessible();
  await me.button('Mail first').click();

  // The practice: a mail that is answered for certain, then the way out.
  await page.waitForURL(/\/play\//);
  await expect(page.getByText('Practice: nothing counts.')).toBeVisible();
  await me.start();
  await me.ask('Kai Lind');
  await me.card();
  await rung(me, 'Rosa Bell');
  await me.button('Skip the practice').click();

  await expect(page.getByText('Run 1 of 2 · by mail').first()).toBeAttached();
  await me.start();
  for (const name of ['Bao Trinh', 'Ingrid Solheim', 'Tomás Figueroa', 'Noor Haddad']) await me.ask(name);
  await me.card();
  await playOn(me);
  await finish(me);

  // Between the runs: measures of the first, a guess, nothing of what the people really did.
  await page.getByRole('link', { name: 'Go on to run 2 of 2' }).click();
  await expect(page.getByRole('heading', { name: 'Run 1 of 2 is over' })).toBeVisible();
  await me.accessible();
  await narrow(page);
  await expect(page.getByText(/By mail you got [1-4] of 4 answers/)).toBeVisible();
  const blocked = page.getByRole('group', { name: /Time blocked/ });
  await blocked.getByRole('radio', { name: 'Longer by call' }).check();
  await blocked.getByRole('button', { name: /: more/ }).dblclick();
  await expect(blocked.getByRole('spinbutton')).toHaveValue('10');
  await me.button('Start run 2, by call').click();

  await page.waitForURL(/\/play\//);
  await expect(page.getByText('Run 2 of 2 · by call').first()).toBeAttached();
  await me.start();
  await page.reload();
  await expect(page.getByText('Run 2 of 2 · by call').first()).toBeAttached();
  await rung(me, 'Noor Haddad');
  await finish(me);
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief', exact: true })).toBeVisible();
  await contrast(me);
  await page.getByRole('link', { name: 'Again, with the same luck' }).click();
  await expect(page.getByText('With the luck of seed “a day like any other”')).toBeVisible();
  await page.getByRole('link', { name: 'Rather draw new luck' }).click();
  await expect(page.getByRole('heading', { name: 'Mail first or call first?' })).toBeVisible();
  await expect(page.getByText('With the luck of seed')).toBeHidden();
});

/** The debrief of two runs: side by side, with the guess, the reveal and what to be careful about. */
async function contrast(me: OnScreen): Promise<void> {
  const { page } = me;
  const measures = page.getByRole('table', { name: 'Measures' });
  const row = (name: string) => measures.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(measures.getByRole('columnheader')).toContainText(['Measure', 'By mail', 'By call']);
  await expect(row('Blocked time')).toContainText('0 s');
  await expect(row('Blocked time')).toContainText('by construction');
  await expect(row('In flight, most')).toContainText('no mail');
  const guess = page.getByRole('table', { name: 'What you expected, and what came' });
  await expect(guess.getByRole('row', { name: /^Blocked time/ })).toContainText('10 min more by call');

  const timeline = page.getByRole('figure', { name: 'Timeline' });
  await timeline.getByRole('region', { name: /^Timeline/ }).focus();
  await page.keyboard.press('End');
  const told = timeline.getByRole('paragraph').filter({ hasText: /^\d\d:\d\d / });
  const called = told.filter({ hasText: 'You called Noor Haddad' });
  await expect(told).toBeVisible();
  // From the last moment back to the call: a mail may have come after it.
  for (let i = 0; i < 5 && !(await called.isVisible()); i++) {
    const before = await told.innerText();
    await page.keyboard.press('ArrowLeft');
    await expect(told).not.toHaveText(before, { useInnerText: true });
  }
  await expect(called).toBeVisible();
  await page.keyboard.press('+');
  await expect(timeline.getByText('1.5×')).toBeVisible();
  const saved = page.waitForEvent('download');
  await timeline.getByRole('button', { name: 'Save as SVG' }).click();
  expect((await saved).suggestedFilename()).toBe('meanwhile-timeline.svg');

  await expect(page.getByRole('figure', { name: 'What your recipients really did' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Careful/ })).toBeVisible();
  await expect(page.getByText('One pair is a story, not evidence', { exact: false })).toBeVisible();
  const exported = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await exported).suggestedFilename()).toMatch(/\.csv$/);
  await me.accessible();
  await narrow(page);
}

test('X7: call first, with another job in the second run; the practice ends with the way to the first', async ({
  page,
}) => {
  const me = new OnScreen(page);
  await page.goto('/try');
  await page.getByRole('checkbox', { name: 'Another job in the second run' }).check();
  await me.button('Call first').click();
  await page.waitForURL(/\/play\//);
  await me.start();
  await finish(me);
  await expect(me.ended()).toContainText('That was the practice.');
  await me.button('Start the first run').click();
  await expect(page.getByText('Run 1 of 2 · by call').first()).toBeAttached();
  await me.start();
  await finish(me);
  await page.getByRole('link', { name: 'Go on to run 2 of 2' }).click();
  await expect(page.getByText('This time it is another job, “Opening night: the last hour”')).toBeVisible();
  await me.button('Start run 2, by mail').click();
  await expect(page.getByRole('heading', { name: /^Opening night/, level: 2 })).toBeVisible();
  await me.start();
  await finish(me);
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief', exact: true })).toBeVisible();
});

test('P9: the debrief of a plan that goes on does not tell what the people really did', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin('Mail first');
  await me.ask('Noor Haddad');
  await finish(me);
  const seat = page.url().split('/').at(-1) ?? '';
  await page.goto(`/debrief/${seat}`);
  await expect(page.locator('body')).not.toContainText('Seed');
  await expect(page.getByText('Quick notifier')).toHaveCount(0);
});

test('without scripts a plan can be chosen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/try?scenario=launch-week-quick&seed=a+rainy+day');
  await expect(page.getByText('about 10 minutes in all', { exact: false })).toBeVisible();
  await expect(page.locator('input[name=seed]')).toHaveValue('a rainy day');
  await page.getByRole('button', { name: 'Let chance choose' }).click();
  await expect(page).toHaveURL(/\/play\//);
  await context.close();
});

/** Rings this person, whatever comes of it, and hangs up. */
async function rung(me: OnScreen, name: string): Promise<void> {
  await me.open(name);
  await me.button(`Call ${name}`).first().click();
  await expect(me.button('Hang up').first()).toBeVisible();
  await me.button('Hang up').first().click();
  await expect(me.button('Hang up')).toHaveCount(0);
  await expect(me.button(`Call ${name}`).first()).toBeFocused();
}

async function finish(me: OnScreen): Promise<void> {
  if (await me.over()) return;
  await me.page.getByLabel('Menu').click();
  await me.button('Finish').click();
  await me.page
    .getByRole('dialog', { name: 'Finish this run?' })
    .getByRole('button', { name: 'Finish' })
    .click();
  await expect(me.ended()).toBeVisible();
}
