import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/page';
import { linkFromTool } from './facilitator';
import { OnScreen } from './player';

test('the library: search, copy, publish, share, compare, archive, delete, a file taken in and one refused, personas', async ({
  page,
  allowed,
}) => {
  // What is refused is refused with this status, and browsers say so.
  allowed.push(/status of 422/);
  const me = new OnScreen(page);
  const clean = async () => {
    await page.waitForLoadState('load');
    await me.accessible();
  };
  // The editor has tests of its own; here it counts that one gets there.
  const editor = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Editor</title>' };
  await page.route('**/edit/*', (route) => route.fulfill(editor));
  await page.goto(await linkFromTool('author@example.org', 'facilitator'));
  await page.getByLabel('Your name').fill('Fay');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/facilitate');
  // It is asked what it is called first: its address is made of that, and stays.
  await page.getByRole('link', { name: 'Write a scenario' }).click();
  await expect(page.getByRole('textbox', { name: 'What is it called?' })).toBeFocused();
  await clean();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/edit$/);
  await page.keyboard.type('Night train to Łódź');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/edit/night-train-to-lodz');
  await page.goto('/facilitate');
  await page.getByRole('link', { name: 'Library' }).click();
  const list = page.getByRole('list', { name: 'Scenarios' });
  await expect(list.getByRole('heading', { name: 'The supply shortage' })).toBeVisible();
  await clean();

  // Words, the beginning of a word, and a slip of the finger.
  for (const [word, title] of [
    ['hospital', 'The supply shortage'],
    ['pancak', 'Pancakes for four'],
    ['newsrom', 'The front page'],
  ] as const) {
    await page.getByRole('searchbox', { name: 'Search' }).fill(word);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(list.getByRole('heading')).toHaveText([title]);
  }
  await page.getByRole('link', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('hospital');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await list.getByRole('link', { name: 'The supply shortage' }).click();
  await expect(page.getByText('How long were you on the line')).toBeVisible();
  await expect(page.getByText(/about \d+ min/)).toHaveCount(2);
  await expect(page.getByText('CC-BY-4.0')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a copy of The supply shortage' })).toBeVisible();
  await expect(page.getByText('A copy is your own, and you can change it.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Look after it' })).toBeHidden();
  await clean();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The supply shortage as yaml' }).click(),
  ]);
  const yaml = await readFile(await download.path(), 'utf8');

  // A file with a fault is refused with its place, the mended one is taken in.
  await page.goto('/library');
  const choose = async (contents: string) => {
    await page.getByLabel('File').setInputFiles({
      name: 'night.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(contents),
    });
    await page.getByRole('button', { name: 'Import' }).click();
  };
  const night = yaml
    .replace('title: The supply shortage', 'title: The night ward')
    .replace('slug: supply-shortage', 'slug: night-ward');
  await choose(night.replace('lengthMin: 180', 'lenghtMin: 180'));
  const fault = page.getByRole('alert').filter({ hasText: 'did you mean “lengthMin”?' });
  await expect(fault).toContainText('night.yaml:');
  await clean();
  await choose(night);
  await page.waitForURL('**/edit/night-ward');

  await page.goto('/library/night-ward');
  await expect(page.getByText('it changes for players when you publish again')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published · version 1 · private').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption('public');
  await page.getByRole('button', { name: 'Save Who sees it' }).click();
  await expect(page.getByText('Published · version 1 · public').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Tags, with commas between' }).fill('Night, hospital');
  await page.getByRole('button', { name: 'Save Tags' }).click();
  await expect(page.getByRole('link', { name: 'Show what is tagged night' })).toBeVisible();
  const { doc, rev } = { doc: { title: 'The long night' }, rev: 1 };
  const saved = await page.request.put('/api/scenarios/night-ward/draft', { data: { rev, doc } });
  expect(saved.status()).toBe(200);
  await page.reload();
  await expect(page.getByText('changes not published').first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There are errors in the draft' })).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  const row = page.getByRole('table', { name: 'Differences' }).getByRole('row', { name: /^title/ });
  await expect(row).toContainText('The night ward');
  await expect(row).toContainText('The long night');
  await clean();

  // Everybody finds it among what can be played, until it is put away.
  await page.goto('/scenarios');
  await expect(page.getByRole('heading', { name: 'The night ward' })).toBeVisible();
  await page.goto('/library/night-ward');
  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByRole('button', { name: 'Take it out of the archive' })).toBeVisible();
  await page.goto('/scenarios');
  await expect(page.getByRole('heading', { name: 'The night ward' })).toBeHidden();
  await page.goto('/library/night-ward');
  await page.getByText('Delete it for good?').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.waitForURL('**/library');
  await expect(list.getByRole('heading', { name: 'The night ward' })).toBeHidden();

  // A phone, and the personas: what is assumed says so.
  await page.setViewportSize({ width: 360, height: 740 });
  await clean();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Personas' }).click();
  const stranger = page.getByRole('table', { name: 'Figures of A stranger' });
  await expect(stranger.getByRole('row', { name: /^Answers/ })).toContainText('assumption');
  await expect(stranger.getByRole('row', { name: /^Picks up/ })).toContainText('24%');
  await expect(stranger.getByRole('row', { name: /^Picks up/ }).getByRole('link')).toBeVisible();
  await clean();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
