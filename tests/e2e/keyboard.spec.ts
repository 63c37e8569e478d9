import type { Page } from '@playwright/test';
import { expect, test } from '../support/page';
import { OnScreen, tryWithLuck } from './player';

/** Tab until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const named = await page.evaluate(() => {
      const e = document.activeElement;
      return e ? `${e.getAttribute('aria-label') ?? ''} ${e.textContent ?? ''}`.trim() : '';
    });
    if (name.test(named)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

/** Noor answers the first mail nearly always; in the other case she is reminded, by keyboard. */
async function remindNoor(page: Page): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('k');
  const remind = page.getByRole('log').getByRole('button', { name: 'Remind' });
  if (await remind.isVisible()) {
    await tabTo(page, /^Remind/);
    await page.keyboard.press('Enter');
  }
  for (let i = 0; i < 3; i++) await page.keyboard.press('j');
  await tabTo(page, /^Skip ahead/);
}

test('played by keyboard only: ask, remind, answer a question, do cards, finish, read', async ({ page }) => {
  const me = new OnScreen(page);
  await page.goto('/');
  await tabTo(page, /^Try it now/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/try/);
  await page.goto(tryWithLuck);
  await tabTo(page, /^Only mail/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/play\//);
  await tabTo(page, /^Skip the practice/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Launch day: the last hour', level: 2 })).toBeVisible();
  await tabTo(page, /^Start$/);
  await page.keyboard.press('Enter');
  await expect(me.button('Skip ahead')).toBeVisible();

  // j goes to the next recipient, c to the message, Ctrl+Enter sends.
  for (let i = 0; i < 4; i++) {
    if (i > 0) await page.keyboard.press('j');
    await page.keyboard.press('c');
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
    await page.keyboard.type(
      [
        'How many riders do we have?',
        'Which door does the press use?',
        'Which version do we ship?',
        'Who took the picture?',
      ][i] ?? '',
    );
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('log').getByText('Delivered')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  for (let i = 0; i < 4; i++) {
    const before = await me.desk().innerText();
    await page.keyboard.press('1');
    await expect(me.desk()).not.toHaveText(before, { useInnerText: true });
  }
  await expect(me.desk()).toContainText(/[1-4] (wrong|cards? done)/);

  await tabTo(page, /^Skip ahead/);
  const answer = me.mission().getByText('1,240 riders as of this morning');
  for (let i = 0; i < 25 && !(await me.over()) && !(await answer.isVisible()); i++) {
    await page.keyboard.press('Enter');
    await me.arrived();
    if (i === 4) await remindNoor(page);
  }
  await expect(me.mission().getByText('1,240 riders as of this morning')).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search mail' })).toBeFocused();
  await page.keyboard.type('riders');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeHidden();
  if (await me.over()) return;
  await tabTo(page, /^Menu/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Finish$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Finish this run?' })).toBeVisible();
  await tabTo(page, /^Finish$/);
  await page.keyboard.press('Enter');
  await expect(me.ended()).toBeVisible();
  await tabTo(page, /^Read the debrief/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
});
