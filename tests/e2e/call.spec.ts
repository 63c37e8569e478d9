import { expect, test } from '../support/page';
import { Caller } from './caller';

test('played by call: busy, no answer, voicemail, a question on the line, a reload, a call-back, the debrief', async ({
  page,
}) => {
  // Less than the day of the switchboard takes: it is not over before the test is.
  test.setTimeout(300_000);
  const me = new Caller(page);
  await me.beginAt('switchboard', 'Only call');
  await me.accessible();

  // Busy. Between two of her calls nobody answers instead; then she is tried again, half an hour later.
  for (let i = 0; i < 8; i++) {
    expect(await me.dial('Bela Song')).toBe('nobody');
    if (await me.newest('Bela Song').getByText('Busy').isVisible()) break;
    await me.skip();
  }
  await expect(me.newest('Bela Song')).toContainText('Busy');

  // A machine: the message is spoken by mod+Enter.
  expect(await me.dial('Dora Vale')).toBe('message');
  await locked(me);
  await me.accessible();
  await me.chips().first().click();
  await page.getByRole('textbox', { name: 'What you say' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(me.newest('Dora Vale')).toContainText('Message left');
  await expect(me.call('Dora Vale')).toBeFocused();

  // Somebody: they ask for a detail at once, and the page is reloaded in the middle of it.
  expect(await me.dial('Anna Ray')).toBe('talked');
  await me.accessible();
  await me.chips().first().click();
  await me.button('Say').click();
  await page.reload();
  await expect(me.connected()).toBeVisible();
  await expect(me.newest('Anna Ray')).toContainText('Where is the key?');
  await me.give().click();
  // Hung up before the last word, they have not answered.
  await expect(me.newest('Anna Ray').getByText('Answers', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(me.newest('Anna Ray')).toContainText('Under the third flower pot.');
  await me.hangUp().click();
  await expect(me.mission().getByText('answered')).toHaveCount(1);

  // No answer: she will see that somebody rang, within minutes, so nothing else is done until she rings back.
  expect(await me.dial('Cora Pine')).toBe('nobody');
  await expect(me.newest('Cora Pine')).toContainText('No answer');

  // The call-back rings here, blocks nothing until it is taken, and brings the answer.
  for (let i = 0; i < 10 && !(await me.button('Accept').isVisible()); i++) await me.skip();
  await expect(me.button('Accept')).toBeVisible();
  // She rings for ten seconds: the screen is looked at while they stand still.
  await me.button('Pause').click();
  await expect(me.button('Resume')).toBeVisible();
  await me.accessible();
  await me.button('Resume').click();
  await me.card();
  await me.button('Accept').click();
  await expect(me.connected()).toBeVisible();
  await me.chips().first().click();
  await me.button('Say').click();
  await expect(me.newest('Cora Pine').getByText('Answers', { exact: true })).toBeVisible({ timeout: 30_000 });
  await me.hangUp().click();

  await me.button('Close the day').first().click();
  await expect(me.ended()).toBeVisible();
  await me.accessible();
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await parts(me);
});

test('in free mode a mail that is not answered is followed by a call', async ({ page }) => {
  const me = new Caller(page);
  await me.beginAt('switchboard', 'Free: mail and call');
  await me.ask('Anna Ray');
  for (let i = 0; i < 10 && !(await me.button('Call instead').isVisible()); i++) await me.skip();
  expect(await me.dial('Anna Ray', me.button('Call instead'))).toBe('talked');
  await me.talk('Anna Ray');
  await expect(me.mission().getByText('answered')).toHaveCount(1);
  await me.accessible();
});

test('C4: what is asked by chip on the line is asked at once, and in vain where one hangs up first', async ({
  page,
}) => {
  const me = new Caller(page);
  await me.beginAt('switchboard', 'Only call');
  const key = me.mission().getByRole('button', { name: /Anna Ray/ });
  await expect(key).toContainText('not asked yet');
  expect(await me.dial('Anna Ray')).toBe('talked');
  await me.chips().first().click();
  await me.button('Say').click();
  await expect(key).toContainText('asked on the phone');
  await me.hangUp().click();
  await expect(key).toContainText('asked on the phone, no answer');
});

test('T10: Skip ahead pressed twice at once goes on once, so that nothing it arrives at is jumped over', async ({
  page,
}) => {
  const me = new Caller(page);
  await me.beginAt('switchboard', 'Only call');
  const before = await me.minutes();
  await me.button('Skip ahead').dblclick();
  await me.arrived();
  const skipped = (await me.minutes()) - before;
  expect(skipped).toBeGreaterThanOrEqual(30);
  expect(skipped).toBeLessThan(60);
});

test('on a phone a call fits, and its buttons can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const me = new Caller(page, true);
  await me.beginAt('switchboard', 'Only call');
  expect(await me.dial('Anna Ray')).toBe('talked');
  await me.chips().first().click();
  await me.button('Say').click();
  await expect(me.give()).toBeInViewport();
  await expect(me.hangUp()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await me.accessible();
  await me.hangUp().click();
  await expect(me.hangUp()).toBeHidden();
});

/** C3: everything but the call is visibly locked, and the server refuses what is tried all the same. */
async function locked(me: Caller): Promise<void> {
  await expect(me.page.getByText(/^Blocked for \d/).first()).toBeVisible();
  await expect(me.desk().getByRole('button').first()).toBeDisabled();
  await me.page.keyboard.press('1');
  await expect(me.page.getByText('You are on a call. Hang up first.')).toBeVisible();
}

/** All that the debrief of one run by call holds. */
async function parts(me: Caller): Promise<void> {
  const { page } = me;
  await expect(page.getByRole('heading', { name: 'Debrief', exact: true })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Timeline' })).toBeVisible();
  const measures = page.getByRole('table', { name: 'Measures' });
  await expect(measures.getByRole('row', { name: /^Blocked time/ })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Your session as promises' })).toBeVisible();
  await expect(page.getByText("call('anna')").first()).toBeAttached();
  await expect(page.getByRole('figure', { name: 'What your recipients really did' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What this shows' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Careful/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeVisible();
  await me.accessible();
}
