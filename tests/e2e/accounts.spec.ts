import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/page';
import { linkFromTool } from './facilitator';
import { OnScreen } from './player';

const first = 'correct horse battery';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** No violation, and nothing wider than a phone, in both schemes. */
async function wellMade(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await new OnScreen(page).accessible();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/facilitate');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await button(page, 'Sign in').click();
}

async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('an admin by link invites a facilitator, who signs in, changes the password and leaves everywhere', async ({
  page,
  browser,
}) => {
  await page.goto(await linkFromTool('admin@example.org', 'admin'));
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
  await wellMade(page);
  await page.getByLabel('Your name').fill('Ada Admin');
  await page.getByLabel('Password').fill(first);
  await button(page, 'Create account').click();
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await page.getByRole('link', { name: 'Admin', exact: true }).click();

  await page.getByLabel('E-mail address').fill('Fay@example.org');
  await button(page, 'Create link').click();
  const link = await page.getByRole('textbox', { name: 'One-time link' }).inputValue();
  await wellMade(page);

  const fay = await elsewhere(browser);
  await fay.goto(link);
  await expect(fay.getByLabel('E-mail address')).toHaveValue('fay@example.org');
  await fay.getByLabel('Your name').fill('Fay');
  await fay.getByLabel('Password').fill(first);
  await button(fay, 'Create account').click();
  await expect(fay.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await wellMade(fay);
  await fay.goto('/admin');
  await expect(fay.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();

  const again = await elsewhere(browser);
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await wellMade(again);
  await signIn(again, 'fay@example.org', 'not the password');
  await expect(again.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await expect(again.getByLabel('E-mail address')).toHaveValue('fay@example.org');
  await wellMade(again);
  await again.getByLabel('Password').fill(first);
  await again.getByLabel('Password').press('Enter');
  await expect(again.getByRole('heading', { name: 'Your sessions' })).toBeVisible();

  await again.goto('/account');
  await expect(
    again.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem'),
  ).toHaveCount(2);
  await wellMade(again);
  await again.getByLabel('Present password').fill(first);
  await again.getByLabel('New password').fill('another password');
  await button(again, 'Change password').click();
  await expect(again.getByText('The password is changed.', { exact: false })).toBeVisible();
  await fay.goto('/facilitate');
  await expect(fay, 'the other browser is signed out').toHaveURL(/\/sign-in/);
  await signIn(fay, 'fay@example.org', 'another password');
  await expect(fay.getByRole('heading', { name: 'Your sessions' })).toBeVisible();

  await button(again, 'Sign out everywhere').click();
  await expect(again).toHaveURL(/\/sign-in$/);
  await fay.goto('/account');
  await expect(fay).toHaveURL(/\/sign-in/);

  await page.goto('/admin');
  await expect(page.getByRole('list', { name: 'Audit log' })).toContainText(
    'fay@example.org signed out everywhere',
  );
  await button(page, 'Make Fay admin').click();
  await expect(page.getByRole('list', { name: 'Users' })).toContainText('fay@example.org · admin');
  await button(page, 'Deactivate Fay').click();
  await expect(page.getByRole('list', { name: 'Users' })).toContainText('deactivated');
  await signIn(fay, 'fay@example.org', 'another password');
  await expect(fay.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
});

test('signing in and out works without scripts', async ({ browser }) => {
  const setUp = await elsewhere(browser);
  await setUp.goto(await linkFromTool('plain@example.org', 'facilitator'));
  await setUp.getByLabel('Your name').fill('Plain');
  await setUp.getByLabel('Password').fill(first);
  await button(setUp, 'Create account').click();
  await expect(setUp).toHaveURL(/\/facilitate/);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, 'plain@example.org', 'not the password');
  await expect(page.getByText('do not belong together', { exact: false })).toBeVisible();
  await signIn(page, 'plain@example.org', first);
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await button(page, 'Sign out').click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
