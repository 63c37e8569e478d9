import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { AtDesk } from './e2e/author';
import { joinBy, OnBoard } from './e2e/facilitator';
import { OnScreen, playOn } from './e2e/player';
import { browserFlags, findBrowser } from './support/browser';

/** `npm run screenshots -- http://localhost:3000`: every screen of a running server, into docs/screenshots. */
const folder = path.join('docs', 'screenshots');
const forms: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1920, height: 1080 } },
};

/** The names of the forms to take; all of them where none is named. */
const chosen = process.argv.slice(3);

async function main(base: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  for (const [form, options] of Object.entries(forms).filter(([f]) => !chosen[0] || chosen.includes(f)))
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
  if (!chosen[0] || chosen.includes('session'))
    for (const colorScheme of ['light', 'dark'] as const) await session(browser, base, colorScheme);
  if (!chosen[0] || chosen.includes('authoring'))
    for (const form of ['laptop', 'phone'])
      for (const colorScheme of ['light', 'dark'] as const) await authoring(browser, base, form, colorScheme);
  await browser.close();
}

/** A session: the way in on a phone, the board on a laptop, the lobby and the room on the wall. */
async function session(browser: Browser, base: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const pageOf = async (form: string) =>
    (await browser.newContext({ ...forms[form], colorScheme, baseURL: base, locale: 'en-GB' })).newPage();
  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) }).then(() => undefined);
  const page = await pageOf('laptop');
  const lead = new OnBoard(page);
  await lead.open(`pictures-${colorScheme}-${Date.now()}@example.org`, async (form) => {
    await shoot(form, 'session-new-laptop');
    await form.getByRole('checkbox', { name: 'A minute of practice first' }).uncheck();
  });
  const url = await lead.joinUrl();
  await page.getByText('Projector and co-facilitators').click();
  await lead.button('Make a projector link').click();
  const wall = await pageOf('projector');
  await wall.goto(await page.getByRole('textbox', { name: 'Projector link' }).inputValue());
  const phone = await pageOf('phone');
  await phone.goto(url);
  await shoot(phone, 'join-phone');
  const people: OnScreen[] = [];
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fatima'])
    people.push(await joinBy(browser, url, name));
  await page.getByText('Projector and co-facilitators').click();
  await page.evaluate(() => scrollTo(0, 0));
  await wall.getByText('6 people have come').waitFor();
  await shoot(page, 'lobby-laptop');
  await shoot(wall, 'lobby-projector');
  await lead.button('Start').click();
  for (const one of people.slice(0, 4)) {
    await one.page.getByRole('region', { name: 'Mission' }).waitFor();
    await one.page.waitForTimeout(500);
    const dial = one.button('Call Noor Haddad').first();
    if (await dial.isVisible()) await dial.click();
    else await one.ask('Noor Haddad');
  }
  await wall.waitForTimeout(11_000);
  await shoot(page, 'board-laptop');
  await shoot(wall, 'room-projector');
  for (const context of browser.contexts()) await context.close();
}

/** What scenarios are made with: the library, and the editor on a copy of a pack. */
async function authoring(
  browser: Browser,
  base: string,
  form: string,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({
    ...forms[form],
    colorScheme,
    baseURL: base,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const desk = new AtDesk(await context.newPage());
  const { page } = desk;
  const shoot = (name: string) =>
    page.screenshot({ path: path.join(folder, `${name}-${form}-${colorScheme}.png`) }).then(() => undefined);
  await desk.begin(`author-${form}-${colorScheme}-${Date.now()}@example.org`, 'Our sprint review');
  await page.goto('/library');
  await shoot('library');
  await page.goto('/library/personas');
  await shoot('personas');
  await page.goto('/about/figures');
  await shoot('figures');
  await page.goto('/library/launch-week');
  await desk
    .button(/^Make a copy/)
    .first()
    .click();
  await page.waitForURL(/\/edit\//);
  await desk.open('Recipients');
  await page.getByText('simulated mails').first().waitFor();
  await shoot('editor-recipients');
  await desk.open('Requests');
  await page.locator('.react-flow__node').first().waitFor();
  await shoot('editor-requests');
  await context.close();
}

async function screens(page: Page, phone: boolean, suffix: string): Promise<void> {
  const me = new OnScreen(page, phone);
  const shoot = (name: string, fullPage = false) =>
    page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`), fullPage }).then(() => undefined);
  await still(page, shoot);
  await whatIf(page, shoot);
  await practice(me, shoot);
  await byMail(me, shoot);
  await page.getByRole('link', { name: 'Go on to run 2 of 2' }).click();
  await page.getByRole('radio', { name: 'Longer by call' }).first().check();
  await shoot('between', true);
  await me.button('Start run 2, by call').click();
  await byCall(me, shoot);
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await debrief(page, shoot, suffix);
}

type Shoot = (name: string, fullPage?: boolean) => Promise<void>;

/** Pages that stay as they are. */
async function still(page: Page, shoot: Shoot): Promise<void> {
  const pages = { '/scenarios': 'scenarios', '/privacy': 'privacy', '/nowhere': 'not-found', '/': 'landing' };
  for (const [address, name] of Object.entries(pages)) {
    await page.goto(address);
    await shoot(name);
  }
}

async function whatIf(page: Page, shoot: Shoot): Promise<void> {
  await page.goto('/what-if');
  await page.getByText('100 runs for each point', { exact: true }).waitFor({ timeout: 60_000 });
  await shoot('what-if');
}

async function practice(me: OnScreen, shoot: Shoot): Promise<void> {
  await me.page.goto('/try');
  await shoot('try');
  await me.choose('Mail first', true);
  await me.start();
  await shoot('practice');
  await me.button('Skip the practice').click();
}

async function byMail(me: OnScreen, shoot: Shoot): Promise<void> {
  const { page } = me;
  await page.getByText('Run 1 of 2 · by mail').first().waitFor({ state: 'attached' });
  await me.button('Start').waitFor();
  await shoot('brief');
  await me.start();
  for (const name of ['Bao Trinh', 'Tomás Figueroa', 'Ingrid Solheim', 'Priya Raman']) await me.ask(name);
  await shoot('out-of-office');
  await me.write('Lucas Meyer', 'The launch picture', 'Dear Lucas, do you have it?');
  await page.waitForTimeout(500);
  await shoot('bounce');
  await me.ask('Noor Haddad');
  for (let i = 0; i < 2; i++) await me.card();
  await shoot('desk');
  for (let i = 0; i < 6 && !(await me.over()); i++) {
    await me.tab('Mail');
    await me.skip();
  }
  await me.open('Ingrid Solheim');
  await page.getByRole('group', { name: 'Ask about' }).waitFor();
  await shoot('play');
  // Elsewhere the mission stands beside the mail.
  if ((page.viewportSize()?.width ?? 0) < 640) {
    await me.tab('Mission');
    await shoot('mission');
    await me.tab('Mail');
  }
  if (await me.button('Pause').isVisible()) {
    await me.button('Pause').click();
    await me.button('Resume').waitFor();
    await shoot('paused');
    await me.button('Resume').click();
  }
  await playOn(me);
  await finish(me);
  await shoot('ended');
}

/** Whoever can be asked is rung, one after the other, until each state of a call was seen once. */
async function byCall(me: OnScreen, shoot: Shoot): Promise<void> {
  const { page } = me;
  await me.start();
  await shoot('call');
  const once = new Set<string>();
  const shootOnce = async (name: string) => {
    if (once.has(name)) return;
    once.add(name);
    await shoot(name);
  };
  const people = ['Priya Raman', 'Noor Haddad', 'Ingrid Solheim', 'Bao Trinh', 'Tomás Figueroa'];
  for (const name of [...people, ...people]) {
    if (await me.over()) break;
    await toList(page);
    const dial = me.button(`Call ${name}`).locator('visible=true').first();
    if (!(await dial.isEnabled())) continue;
    await dial.click();
    const line = await answered(me, () => shootOnce('call-ringing'));
    if (line === 'voicemail') await shootOnce('call-voicemail');
    if (line === 'connected') await talk(me, shootOnce);
    const hangUp = me.button('Hang up').first();
    if (await hangUp.isVisible()) await hangUp.click();
    await page.waitForTimeout(300);
    if (!line) await shootOnce('call-nobody');
    if (!(await me.over())) await me.card();
  }
  await finish(me);
}

/** The list of whom one can ring, where a phone shows something else. */
async function toList(page: Page): Promise<void> {
  const tab = page.getByRole('navigation').getByRole('button', { name: 'Phone' });
  if (await tab.isVisible()) await tab.click();
  const back = page.getByRole('button', { name: 'All recipients' });
  if (await back.isVisible()) await back.click();
}

/** Until somebody or something answers, or nobody does. */
async function answered(me: OnScreen, rings: () => Promise<void>): Promise<'connected' | 'voicemail' | null> {
  for (let i = 0; i < 60; i++) {
    if (await me.page.getByText(/^On the line, /).isVisible()) return 'connected';
    if (await me.button('Leave voicemail').isVisible()) return 'voicemail';
    if (i > 2 && !(await me.button('Hang up').first().isVisible())) return null;
    if (i === 6) await rings();
    await me.page.waitForTimeout(200);
  }
  return null;
}

async function talk(me: OnScreen, shootOnce: (name: string) => Promise<void>): Promise<void> {
  const chip = me.page.getByRole('group', { name: 'Ask about' }).getByRole('button').first();
  if (
    !(await chip.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    ))
  )
    return;
  await chip.click();
  await me.button('Say').click();
  await me.page.waitForTimeout(4_000);
  await shootOnce('call-connected');
  for (let i = 0; i < 20 && (await me.button('Hang up').first().isVisible()); i++) {
    const give = me.button(/^Give /).first();
    if (await give.isVisible()) await give.click();
    if (await me.page.getByText('Answers', { exact: true }).isVisible()) break;
    await me.page.waitForTimeout(700);
  }
}

async function finish(me: OnScreen): Promise<void> {
  if (await me.over()) return;
  await me.page.getByLabel('Menu').click();
  await me.button('Finish').click();
  const sure = me.page.getByRole('dialog', { name: 'Finish this run?' });
  await sure.getByRole('button', { name: 'Finish' }).click();
  await me.ended().waitFor();
}

/** The picture of both runs alone. */
async function contrast(page: Page, suffix: string): Promise<void> {
  const timeline = page.getByRole('figure', { name: 'Timeline' });
  await timeline.screenshot({ path: path.join(folder, `contrast-${suffix}.png`) });
}

async function debrief(page: Page, shoot: Shoot, suffix: string): Promise<void> {
  await page.getByRole('heading', { name: 'Debrief', exact: true }).waitFor();
  await shoot('debrief');
  await contrast(page, suffix);
  await page.getByRole('figure', { name: 'From pending to settled' }).last().scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await shoot('promises');
  await shoot('debrief-whole', true);
}

await main(process.argv[2] ?? 'http://localhost:3000');
