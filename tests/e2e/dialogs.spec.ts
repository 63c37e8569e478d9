import { expect, test } from '../support/page';
import { AtDesk } from './author';
import { joinBy, OnBoard } from './facilitator';
import { OnScreen } from './player';

test('a dialog of the play screen gives the focus back to the menu it was chosen from', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin();
  const menu = page.getByLabel('Menu');
  for (const name of ['Help', 'Settings']) {
    await menu.click();
    await me.button(name).click();
    await page.getByRole('dialog', { name }).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
});

test('a dialog of the board gives it back to what opened it, or to what stood around that', async ({
  page,
  browser,
}) => {
  const lead = new OnBoard(page);
  await lead.open('focus@example.org');
  const dialog = page.getByRole('dialog');
  for (const close of ['Close', 'Cancel']) {
    await lead.button('Add bots').click();
    await dialog.getByRole('button', { name: close }).click();
    await expect(dialog).toHaveCount(0);
    await expect(lead.button('Add bots')).toBeFocused();
  }

  // From the menu of a row to a dialog and back; then the row loses its menu.
  await joinBy(browser, await lead.joinUrl(), 'Ada');
  await expect(lead.row('Ada')).toBeVisible();
  await lead.forRow('Ada', 'Rename');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(lead.button('Actions for Ada')).toBeFocused();
  await lead.forRow('Ada', 'Remove');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(lead.button('Actions for Ada')).toHaveCount(0);
  await expect(lead.row('Ada')).toBeFocused();
});

test('a dialog of the editor gives it back to its button', async ({ page }) => {
  const me = new AtDesk(page);
  await me.begin('focused@example.org', 'Dialogs');
  await me.open('Requests');
  await me.button('Remove').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(me.button('Remove')).toBeFocused();
  await me.button('Publish').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(me.button('Publish')).toBeFocused();
});
