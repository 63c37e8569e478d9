import type { Page } from '@playwright/test';
import { expect, test } from '../support/page';
import { AtDesk } from './author';
import { joinBy, OnBoard } from './facilitator';

// A field that is not there is found out soon.
test.use({ actionTimeout: 15_000 });

/** Tab until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp, key = 'Tab', most = 90): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    const named = await page.evaluate(() => {
      const e = document.activeElement;
      const labels =
        e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement || e instanceof HTMLSelectElement
          ? [...(e.labels ?? [])]
          : [];
      const label = labels.map((l) => l.textContent).join(' ');
      return (e?.getAttribute('aria-label') ?? (label || e?.textContent) ?? '').trim();
    });
    if (name.test(named)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test('a small scenario from nothing, by keyboard only', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const me = new AtDesk(page);
  await me.begin('kim@example.org', 'Key fair');
  const keys = page.keyboard;
  const press = async (name: RegExp) => {
    await tabTo(page, name);
    await keys.press('Enter');
  };
  const write = async (name: RegExp, text: string) => {
    await tabTo(page, name);
    await keys.press('Control+a');
    await keys.type(text);
  };
  /** The section's title has the focus after its button was pressed: from there on it goes into the section. */
  const part = async (name: string) => {
    await tabTo(page, new RegExp(`^${name}`), 'Shift+Tab');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: name })).toBeFocused();
  };

  await tabTo(page, /^Recipients/);
  await keys.press('Enter');
  await press(/^Remove$/);
  await press(/^Remove$/);
  await write(/^New recipient: name$/, 'Mira Sandoval');
  await keys.press('Enter');
  await expect(me.field('Role')).toBeFocused();
  await keys.type('Landlady');
  await press(/^Change how they behave$/);
  await expect(me.field('Name of this behaviour')).toBeFocused();
  await tabTo(page, /^Looks at mail$/);
  await keys.press('Home');
  await write(/^Answers the first mail \(%\)$/, '100');
  await write(/^Answers a reminder \(%\)$/, '100');
  await expect(page.getByRole('img', { name: /100 % of first mails/ })).toBeVisible();

  await part('Requests');
  const answers = {
    'When the band comes': 'At eleven.',
    'What the tent costs': 'Ninety.',
    'Who bakes': 'We do.',
  };
  for (const [title, answer] of Object.entries(answers)) {
    if (title !== 'When the band comes') await tabTo(page, /^New request: title$/, 'Shift+Tab');
    else await tabTo(page, /^New request: title$/);
    await keys.type(title);
    await keys.press('Enter');
    await expect(me.choice('Whom to ask')).toBeFocused();
    // What a request cannot do without comes first: all else can wait.
    await keys.press('Tab');
    await expect(me.field('Answer')).toBeFocused();
    await write(/^Answer$/, answer);
  }
  await tabTo(page, /^Answer to ‘What the tent costs’/);
  await keys.press('Space');
  await expect(me.tick('Answer to ‘What the tent costs’')).toBeChecked();

  await part('Incoming mail');
  await write(/^New mail: subject$/, 'About drums');
  await keys.press('Enter');
  await tabTo(page, /^Comes$/);
  await keys.press('ArrowDown');
  await expect(me.choice('Which request')).toHaveValue('when-the-band-comes');

  // A fault is planted, found in the list, and mended.
  await tabTo(page, /^Subject$/, 'Shift+Tab');
  await keys.press('Control+a');
  await keys.press('Delete');
  await expect(me.problems().getByText('One keeps it from being published')).toBeVisible();
  await press(/subject.*must not be empty/);
  await expect(me.field('Subject')).toBeFocused();
  await keys.type('About drums');
  await expect(me.problems().getByText('One keeps it from being published')).toBeHidden();

  await part('Try it');
  await press(/^Simulate$/);
  await expect(page.getByText('All runs are played.')).toBeVisible({ timeout: 60_000 });
  await tabTo(page, /^Publish$/, 'Shift+Tab');
  await keys.press('Enter');
  await press(/^Publish anyway$/);
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible();
  await press(/^Open a session with it$/);
  await expect(page.getByRole('radio', { name: /Key fair/ })).toBeChecked();
  await press(/^Create session$/);
  const url = await new OnBoard(page).joinUrl();
  const ada = await joinBy(browser, url, 'Ada');
  await expect(page.getByText('One person has come').or(page.getByText('1 person has come'))).toBeVisible();
  await press(/^Start$/);
  await ada.button('Skip the practice').click();
  await expect(ada.page.getByText('Key fair').first()).toBeAttached();
});
