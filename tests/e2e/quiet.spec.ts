import { test as bare } from '@playwright/test';
import { expect, test } from '../support/page';

test('the landing page is served, quiet, and with its own scripts alone', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(await response?.headerValue('x-content-type-options')).toBe('nosniff');
  expect(await response?.headerValue('referrer-policy')).toBe('no-referrer');
  await expect(page).toHaveTitle(/Meanwhile/);
});

test('no page asks for anything outside', async ({ page, baseURL }) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect([...asked]).toEqual([baseURL]);
});

test.describe('a page that is not quiet', () => {
  test.fail('fails its test when it writes an error', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => console.error('planted'));
  });

  test.fail('fails its test when the policy refuses a script', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const refused = new Promise((heard) => document.addEventListener('securitypolicyviolation', heard));
      document.body.insertAdjacentHTML('beforeend', '<p onclick="document.title = \'planted\'">x</p>');
      document.querySelector<HTMLElement>('p[onclick]')?.click();
      return refused.then(() => undefined);
    });
  });
});

bare('a script without the nonce does not run', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const holder = document.createElement('div');
    holder.innerHTML = '<a href="javascript:document.title=\'planted\'" id="planted">x</a>';
    document.body.append(holder);
    holder.querySelector('a')?.click();
  });
  await expect(page).not.toHaveTitle('planted');
});
