import { expect, test } from '../support/page';
import { OnScreen, playOn } from './player';

test('Try it now, played to the end by what is on the screen', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin();
  await me.accessible();

  // P9: who stands in for whom is told by nothing yet.
  const instead = page.getByRole('group', { name: 'For Priya Raman, who is away' });
  await me.open('Noor Haddad');
  await expect(page.getByRole('group', { name: 'Ask about' })).toBeVisible();
  await expect(instead).toBeHidden();

  // Six mails before the first reply: Bao first, who will answer last.
  for (const name of ['Bao Trinh', 'Ingrid Solheim', 'Tomás Figueroa', 'Noor Haddad', 'Priya Raman'])
    await me.ask(name);
  await me.write('Lucas Meyer', 'The picture', 'Do you have the launch picture?');
  await expect(me.conversation('Lucas Meyer').getByText('Bounced')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Requests in flight' })).toContainText(
    '5 requests in flight',
  );
  await expect(me.mission().getByText('answered')).toHaveCount(0);

  // Priya is away and names a deputy.
  await me.open('Priya Raman');
  await expect(me.conversation('Priya Raman')).toContainText('Out of office');
  await expect(me.button('Write to Noor Haddad')).toBeVisible();

  // Once that was read, what she was asked can be asked of him by chip, and nothing says that all is answered.
  await me.open('Noor Haddad');
  await expect(instead.getByRole('button')).not.toHaveCount(0);
  await instead.getByRole('button').first().click();
  await expect(instead.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
  await me.accessible();
  await me.button('Throw away').click();
  await expect(page.getByText('You have everything you need from Noor Haddad.')).toBeHidden();

  // Desk work meanwhile.
  for (let i = 0; i < 3; i++) await me.card();
  await expect(me.desk()).toContainText(/[1-3] cards? done|wrong/);

  await playOn(me);
  await expect(me.mission().getByText('1,240 riders as of this morning')).toBeVisible();
  await me.open('Bao Trinh');
  await expect(me.conversation('Bao Trinh').getByRole('article')).not.toHaveCount(1);

  await finish(me);
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  const measures = page.getByRole('table', { name: 'Measures' });
  await expect(measures).toBeVisible();
  await expect(measures.getByRole('row', { name: /Reminders/ })).toContainText(/[1-9]/);
  await expect(measures.getByRole('row', { name: /Clarifi/ })).toContainText(/[1-9]/);
  await expect(measures.getByRole('row', { name: /Out of order/ })).not.toContainText(/\b0 ?%/);
  await expect(page.getByRole('figure', { name: 'Timeline' })).toBeVisible();
  await me.accessible();
});

async function finish(me: OnScreen): Promise<void> {
  if (await me.over()) return;
  const close = me.button('Close the day').first();
  if (await close.isVisible()) {
    await close.click();
  } else {
    await me.page.getByLabel('Menu').click();
    await me.button('Finish').click();
    await me.page
      .getByRole('dialog', { name: 'Finish this run?' })
      .getByRole('button', { name: 'Finish' })
      .click();
  }
  await expect(me.ended()).toBeVisible();
}

test('undo takes a mail back while it can be taken back', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin();
  await me.ask('Noor Haddad');
  await me.button('Undo').click();
  await expect(me.conversation('Noor Haddad').getByText('Undone', { exact: false }).first()).toBeVisible();
  await expect(me.mission().getByRole('button', { name: /How many riders.*not asked yet/ })).toBeVisible();
});

test('P9: a mail in own words is seen to be out, and says of no request that it was asked', async ({
  page,
}) => {
  const me = new OnScreen(page);
  await me.begin();
  await me.write('Noor Haddad', 'Riders', 'How many riders do we have?');
  await expect(me.conversation('Noor Haddad').getByText('Delivered')).toBeVisible();
  const noor = me.recipients().getByRole('button', { name: /^Noor Haddad/ });
  await expect(noor).toContainText('Mail sent, no reply yet');
  await expect(page.getByRole('region', { name: 'Requests in flight' })).toContainText(
    /1 mail out.*Mail to Noor Haddad: no reply for/,
  );
  await expect(me.mission().getByRole('button', { name: /How many riders.*not asked yet/ })).toBeVisible();
  await me.accessible();
});

test('a reload in the middle goes on where it was, with the draft', async ({ page }) => {
  const me = new OnScreen(page);
  await me.begin();
  await me.ask('Noor Haddad');
  await me.open('Tomás Figueroa');
  await page.getByRole('textbox', { name: 'Message' }).fill('Dear Tomás, about the door');
  await me.draftsTaken();
  await page.reload();
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Online');
  await me.open('Tomás Figueroa');
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Dear Tomás, about the door');
  await me.open('Noor Haddad');
  await expect(me.conversation('Noor Haddad').getByRole('article').first()).toBeVisible();
});

test("somebody else's run looks like no run at all", async ({ page, browser }) => {
  const me = new OnScreen(page);
  await me.begin();
  const stranger = await browser.newContext();
  const theirs = await stranger.newPage();
  const [foreign, absent] = [
    await theirs.goto(page.url()),
    await theirs.goto(page.url().replace(/[^/]+$/, 'abcdefghijklmnop')),
  ];
  expect(foreign?.status()).toBe(404);
  expect(absent?.status()).toBe(404);
  await expect(theirs.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await stranger.close();
});
