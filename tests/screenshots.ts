import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { OnScreen } from './e2e/player';
import { browserFlags, findBrowser } from './support/browser';

/** `npm run screenshots -- http://localhost:3000`: every screen of a running server, into docs/screenshots. */
const folder = path.join('docs', 'screenshots');
const forms: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
};

async function main(base: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  for (const [form, options] of Object.entries(forms))
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        ...options,
        colorScheme,
        baseURL: base,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      await screens(await context.newPage(), form === 'phone', `${form}-${colorScheme}`);
      await context.close();
    }
  await browser.close();
}

async function screens(page: Page, phone: boolean, suffix: string): Promise<void> {
  const shoot = (name: string, fullPage = false) =>
    page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`), fullPage });
  const me = new OnScreen(page, phone);
  await page.goto('/scenarios');
  await shoot('scenarios');
  await page.goto('/privacy');
  await shoot('privacy');
  await page.goto('/nowhere');
  await shoot('not-found');
  await page.goto('/');
  await shoot('landing');
  await page.goto('/try');
  await shoot('try');
  await me.choose('Mail first');
  await me.button('Start').waitFor();
  await shoot('brief');
  await me.button('Start').click();
  for (const name of ['Bao Trinh', 'Tomás Figueroa', 'Ingrid Solheim', 'Priya Raman']) await me.ask(name);
  await shoot('out-of-office');
  await me.write('Lucas Meyer', 'The launch picture', 'Dear Lucas, do you have it?');
  await page.waitForTimeout(500);
  await shoot('bounce');
  await me.ask('Noor Haddad');
  for (let i = 0; i < 2; i++) await me.card();
  await shoot('desk');
  for (let i = 0; i < 9 && !(await me.over()); i++) {
    await me.tab('Mail');
    await me.skip();
  }
  await me.open('Ingrid Solheim');
  await page.getByRole('group', { name: 'Ask about' }).waitFor();
  await shoot('play');
  await me.tab('Mission');
  await shoot('mission');
  await me.tab('Mail');
  if (await me.button('Pause').isVisible()) {
    await me.button('Pause').click();
    await me.button('Resume').waitFor();
    await shoot('paused');
    await me.button('Resume').click();
  }
  for (let i = 0; i < 25 && !(await me.over()); i++) await me.skip();
  await shoot('ended');
  await page.getByRole('link', { name: 'Go on to run 2 of 2' }).click();
  await page.getByRole('radio', { name: 'Longer by call' }).check();
  await shoot('between', true);
  await me.button('Start run 2, by call').click();
  await me.start();
  for (let i = 0; i < 40 && !(await me.over()); i++) await me.skip();
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await page.getByRole('heading', { name: 'Debrief' }).waitFor();
  await shoot('debrief');
  await shoot('debrief-whole', true);
}

await main(process.argv[2] ?? 'http://localhost:3000');
