import { expect, test } from '../support/page';
import { joinBy, OnBoard } from './facilitator';

test('P8: a team of three shares a run: who writes, who rings, whose desk, and who comes late', async ({
  page,
  browser,
}) => {
  const lead = new OnBoard(page);
  await lead.open('teams@example.org', async (form) => {
    await form.getByRole('checkbox', { name: 'A minute of practice first' }).uncheck();
    await form.getByLabel('People in a team').fill('3');
    await form.getByText('Everybody as they like').click();
    // Nobody lets it ring for more than half a minute of theirs: by a clock as fast as ours it can be looked at in peace.
    await form.getByText('Clock, seed, consent, questions').click();
    await form.getByLabel('Clock', { exact: true }).selectOption('As fast as ours');
  });
  const url = await lead.joinUrl();
  const sam = await joinBy(browser, url, 'Sam');
  const bea = await joinBy(browser, url, 'Bea', true);
  const team = bea.page.getByRole('region', { name: 'Your team' });
  await lead.button('Start').click();
  await expect(team.getByText('Sam')).toBeVisible();
  await bea.accessible();

  // A hint while Sam writes, the mail when it is sent, with whose it is.
  await sam.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Good morning, all of you');
  await expect(team.getByText(/^writing to /)).toBeVisible();
  await sam.page.keyboard.press('Control+Enter');
  const [first] = await sam.page.getByRole('list', { name: 'Recipients' }).getByRole('button').all();
  const name = (await first?.innerText())?.split('\n')[1] ?? '';
  await bea.page.getByRole('button', { name }).first().click();
  const sent = bea.page.getByRole('article').filter({ hasText: 'Good morning, all of you' });
  await expect(sent.getByText('Sam')).toBeVisible();
  await expect(sent.getByRole('button', { name: 'Undo' })).toBeHidden();

  // Somebody comes while it plays: the mails so far, and a desk of their own.
  const cleo = await joinBy(browser, url, 'Cleo');
  await expect(cleo.page.getByRole('article').filter({ hasText: 'Good morning, all of you' })).toBeVisible();
  await expect(team.getByText('Cleo')).toBeVisible();
  const slip = await cleo.desk().getByRole('list').first().innerText();
  expect(slip).not.toBe(await sam.desk().getByRole('list').first().innerText());

  // On the phone: one line is taken, and the others see whose.
  await cleo.page
    .getByRole('button', { name: `Call ${name}` })
    .first()
    .click();
  await expect(sam.page.getByText(`on the phone with ${name}`)).toBeVisible();
  await expect(sam.button('Send')).toBeVisible();
  await sam.accessible();
  await cleo.page.getByRole('button', { name: 'Hang up' }).first().click();
  await expect(sam.page.getByText(`on the phone with ${name}`)).toBeHidden();
});
