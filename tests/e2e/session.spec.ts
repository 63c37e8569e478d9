import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { measureNames } from '@/core/contract/measures';
import { expect, test } from '../support/page';
import { recompute } from '../support/recompute';
import { joinBy, OnBoard } from './facilitator';
import { OnScreen } from './player';

test('a session in both orders: lobby, wall, start, pause, mail, message, a late joiner, another device, removal, end, reveal, class debrief, export', async ({
  page,
  browser,
}) => {
  const lead = new OnBoard(page);
  await lead.open('lead@example.org', async (form) => {
    await form.getByRole('checkbox', { name: 'A minute of practice first' }).uncheck();
  });
  const url = await lead.joinUrl();
  await page.getByText('Projector and co-facilitators').click();
  await lead.button('Make a projector link').click();
  const wall = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await wall.goto(await page.getByRole('textbox', { name: 'Projector link' }).inputValue());
  await new OnScreen(wall).accessible();

  // The way in: by the code, typed as it comes, and by the link; one on a phone.
  await page.setViewportSize({ width: 1280, height: 800 });
  const ada = await joinBy(browser, url, 'Ada', true);
  await ada.accessible();
  const ben = await joinBy(browser, url, 'Ben');
  const typed = await browser.newContext();
  const cleo = await typed.newPage();
  await cleo.goto('/');
  await cleo.getByRole('link', { name: 'Join a session' }).click();
  const code = (url.split('/').at(-1) ?? '').toLowerCase();
  await cleo.getByRole('textbox', { name: 'Session code' }).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await cleo.getByRole('button', { name: 'Go on' }).click();
  await cleo.getByRole('textbox', { name: 'Your name' }).fill('ADA');
  await cleo.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(cleo.getByText('Somebody here has that name already')).toBeVisible();
  await cleo.getByRole('textbox', { name: 'Your name' }).fill('Cleo');
  await cleo.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(cleo.getByText('It begins when the facilitator starts it')).toBeVisible();
  await expect(page.getByText('3 people have come')).toBeVisible();
  await expect(wall.getByText('3 people have come')).toBeVisible();

  await lead.button('Start').click();
  await expect(lead.said('Started: 3 runs are going')).toBeVisible();
  await expect(ben.page.getByRole('region', { name: 'Mission' })).toBeVisible();
  for (const name of ['Pause', 'Resume', 'Skip ahead']) await expect(ben.button(name)).toBeHidden();

  await expect(wall.getByText('runs going')).toBeVisible();
  await new OnScreen(wall).accessible();

  // Everybody stands still, and is told so.
  await lead.button('Pause').click();
  await expect(lead.said('3 paused.')).toBeVisible();
  await expect(ben.page.getByText('Paused by the facilitator. No time passes')).toBeVisible();
  const stood = await ben.clock().innerText();
  await lead.button('Message all').click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Look up, please. <b>Now</b>');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(lead.said('Sent to 3 people.')).toBeVisible();
  await expect(ada.page.getByText('Look up, please. <b>Now</b>')).toBeVisible();
  expect(await ben.clock().innerText()).toBe(stood);
  await lead.button('Resume').click();
  await expect(lead.said('3 resumed.')).toBeVisible();
  await expect(ben.page.getByText('Paused by the facilitator. No time passes')).toBeHidden();

  await lead.button('Inject mail').click();
  await page.getByRole('combobox', { name: 'From' }).selectOption({ index: 0 });
  await page.getByRole('textbox', { name: 'Subject' }).fill('A visitor at the door');
  await page.getByRole('textbox', { name: 'Mail', exact: true }).fill('Somebody is asking for you.');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(lead.said('It arrived in 3 runs.')).toBeVisible();
  await expect(cleo.getByText('A visitor at the door').first()).toBeVisible();

  // Somebody comes late, somebody reads the page anew, somebody goes on elsewhere.
  const dora = await joinBy(browser, url, 'Dora');
  await dora.button('Start').click();
  await expect(lead.row('Dora')).toContainText('playing');
  await expect(lead.row('Dora')).toContainText('late');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
  await ben.page.reload();
  await expect(ben.page.getByRole('region', { name: 'Mission' })).toBeVisible();
  await ben.page.getByLabel('Menu').click();
  await ben.button('Go on elsewhere').click();
  await ben.button('Make a link').click();
  const link = await ben.page.getByRole('textbox', { name: 'Go on elsewhere' }).inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.waitForURL(/\/play\//);
  await expect(other.getByRole('region', { name: 'Mission' })).toBeVisible();

  await lead.forRow('Cleo', 'Remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(cleo.getByText('You are no longer part of this session')).toBeVisible();
  await expect(lead.row('Cleo')).toContainText('gone');

  await lead.button('End session').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End session for all' }).click();
  await expect(lead.said(/The session is over/)).toBeVisible();
  await expect(ben.page.getByRole('region', { name: 'The run is over' })).toBeVisible();

  // What the people were really doing is told when the facilitator says so, not before.
  const debrief = ben.page.url().replace('/play/', '/debrief/');
  await ben.page.goto(debrief);
  await expect(ben.page.getByText('as soon as whoever leads the session reveals it')).toBeVisible();
  await lead.button('Reveal').click();
  await expect(lead.button('Revealed')).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByText('as soon as whoever leads the session reveals it')).toBeHidden();

  // The wall turns to the class debrief by itself; the facilitator's has the export beside it.
  await expect(wall.getByRole('heading', { name: /Talk about it/ })).toBeVisible();
  await wall.getByRole('link', { name: 'Take them in' }).click();
  await expect(wall.getByRole('link', { name: /: rule, formula and source$/ }).first()).toBeVisible();
  await new OnScreen(wall).accessible();
  await wall.setViewportSize({ width: 360, height: 740 });
  expect(await wall.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Class debrief' }).click();
  await page.getByRole('link', { name: 'Take them in' }).click();
  await expect(page.getByRole('heading', { name: 'The group over time' })).toBeVisible();
  await page.getByText('All measures in figures').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await new OnScreen(page).accessible();
  }
  await page.getByText('Desk cards done', { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Desk cards done' })).toBeVisible();
  await lead.button('Next question').click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'Which moment felt longest?' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export everything (ZIP)' }).click(),
  ]);
  const parts = unzipSync(await readFile(await download.path()));
  const rows = (name: string) =>
    Papa.parse<Record<string, string>>(Buffer.from(parts[name] ?? []).toString('utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
  const measures = rows('measures.csv');
  expect(measures.length).toBeGreaterThanOrEqual(3);
  for (const own of measures) {
    const again = recompute(Papa.unparse(rows('events.csv').filter((e) => e.run === own.run)));
    for (const name of measureNames) {
      const figure = again[name] ?? null;
      if (own[name] === '' || figure === null) expect([name, own[name]]).toEqual([name, figure ?? '']);
      else expect(Number(own[name]), name).toBeCloseTo(figure, 6);
    }
  }
  expect(rows('controls.csv').map((c) => c.type)).toContain('mail.injected');
});
