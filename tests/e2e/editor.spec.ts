import { expect, test } from '../support/page';
import { AtDesk } from './author';
import { joinBy, OnBoard } from './facilitator';
import { OnScreen } from './player';

// A field that is not there is found out soon.
test.use({ actionTimeout: 15_000 });

test('a small scenario from nothing: own persona, three requests, a prerequisite, a triggered mail; a fault mended; simulated, published, played', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const me = new AtDesk(page);
  await me.begin('edda@example.org', 'Village fair');

  // The brief, with formatted text as a participant sees it.
  await me.field('Who they are').fill('You organise the village fair.');
  await me.field('Story').fill('The band, the tent and the cake.');
  await me.field('Story').selectText();
  await me.button('Bold').click();
  await me.button('Show as participants see it').click();
  const preview = page.getByRole('region', { name: 'As participants see it' });
  await expect(preview.locator('strong', { hasText: 'The band, the tent and the cake.' })).toBeVisible();
  await me.field('Goal').fill('Know everything before noon.');
  const length = page.getByRole('spinbutton', { name: 'Length in minutes' });
  await expect(length).toHaveAccessibleDescription('Ends at 13:00 in the story.');
  await length.fill('1020');
  await expect(length).toHaveAccessibleDescription('Ends on Tue, Mar 3 at 02:00 in the story.');
  await length.fill('240');

  // Nothing of the template is left.
  await me.open('Recipients');
  await me.button('Remove').click();
  const sure = page.getByRole('dialog', { name: 'Remove Robin Hale?' });
  await expect(sure.getByText('Which room is free')).toBeVisible();
  await sure.getByRole('button', { name: 'Remove' }).click();
  await expect(me.problems()).toContainText('Add at least one recipient.');

  await me.add('New recipient: name', 'Mira Sandoval');
  await me.field('Role').fill('Landlady');
  await me.button('Change how they behave').click();
  await expect(me.field('Name of this behaviour')).toBeFocused();
  await me.choice('Looks at mail').selectOption({ label: 'when it arrives' });
  for (const name of ['Answers the first mail (%)', 'Answers a reminder (%)', 'Picks up when free (%)'])
    await page.getByRole('spinbutton', { name }).fill('100');
  await page.getByText('Working week, meetings, away from the desk').click();
  await page.getByRole('spinbutton', { name: 'Meetings (in six hours)' }).fill('0');
  await page.getByRole('spinbutton', { name: 'Otherwise away (%)' }).fill('0');
  await expect(
    page.getByRole('img', { name: /Half of the mails are read within .*100 % of first mails/ }),
  ).toBeVisible();
  await me.tick('Sat').check();

  await me.open('Requests');
  await me.add('New request: title', 'When the band comes');
  await me.field('Answer').fill('At eleven, with two drums.');
  await me.add('New request: title', 'What the tent costs');
  await me.field('Answer').fill('Ninety, and a cake.');
  await me.add('New request: title', 'Who bakes the cake');
  await me.field('Answer').fill('Three of us, since ninety is a lot.');
  await me.tick('Answer to ‘What the tent costs’').check();
  // What it is called once it is learned is written right there, and is the fact's name everywhere.
  await expect(me.field('Participants learn it as')).toHaveValue('What the tent costs');
  await me.field('Participants learn it as').fill('The price of the tent');
  await expect(me.field('Participants learn it as')).toHaveAccessibleDescription(
    'Write it so that this reads well: “You learned: The price of the tent”.',
  );
  await expect(page.getByRole('figure', { name: 'What needs what' })).toContainText('Who bakes the cake');
  await me
    .button(/^What the tent costs/)
    .first()
    .click();
  await expect(me.tick(/^Answer to ‘Who bakes the cake’/)).toBeDisabled();
  await page.getByText('How the answer is passed on').click();
  await expect(me.field('Name of the fact')).toHaveValue('The price of the tent');

  await me.open('Incoming mail');
  await me.add('New mail: subject', 'About the drums');
  const clock = page.getByLabel('Time in the story');
  const minutes = page.getByLabel('Minutes after the start');
  await clock.fill('11:30');
  await expect(minutes).toHaveValue('150');
  await clock.fill('08:30');
  await expect(clock).toHaveAttribute('aria-invalid', 'true');
  await expect(clock).toHaveAccessibleDescription('The story begins at 09:00.');
  await expect(minutes).toHaveValue('150');
  // Past the day it says which day, and goes on saying it while one writes it back.
  await minutes.fill('1500');
  await expect(clock).toHaveValue('2026-03-03T10:00');
  await clock.fill('2026-03-02T10:00');
  await expect(clock).toHaveValue('2026-03-02T10:00');
  await expect(minutes).toHaveValue('60');
  await minutes.fill('45');
  await expect(clock).toHaveValue('09:45');
  await me.field('Text').fill('Somebody asked about the band. The drums are loud.');
  await me.choice('Comes').selectOption({ label: 'after something is asked' });
  await me.choice('Which request').selectOption({ label: 'When the band comes' });
  await expect(page.getByRole('list', { name: 'Mail that waits for something' })).toContainText(
    'as soon as “When the band comes” is asked',
  );

  // A planted fault: seen beside its field and in the list, which leads there; it keeps from publishing.
  await expect(me.problems().getByText('keeps it from being published')).toBeHidden();
  await me.open('Requests');
  await me
    .button(/^What the tent costs/)
    .first()
    .click();
  await me.field('Answer').fill('');
  await expect(page.getByText('This must not be empty.').first()).toBeVisible();
  await me.open('Brief');
  await me.button('Publish').click();
  await page
    .getByRole('dialog', { name: 'Not published yet' })
    .getByRole('button', { name: 'Close' })
    .click();
  await me
    .problems()
    .getByRole('button', { name: /What the tent costs: answer/ })
    .click();
  await expect(me.field('Answer')).toBeFocused();
  await page.keyboard.type('Ninety, and a cake.');
  await expect(me.problems().getByText('One keeps it from being published')).toBeHidden();

  // Undo and redo go over sections, and typing is one step.
  await page.keyboard.press('Control+z');
  await expect(me.field('Answer')).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(me.field('Answer')).toHaveValue('Ninety, and a cake.');

  // Nothing typed is lost on reload, even before it is saved.
  await me.open('Teaching');
  await me.field('Questions for afterwards').fill('What would you do again?\nAnd what not?');
  await me.field('Note').fill('Shows that one waits for another.');
  await page.reload();
  await me.open('Teaching');
  await expect(me.field('Note')).toHaveValue('Shows that one waits for another.');
  await expect(me.field('Questions for afterwards')).toHaveValue('What would you do again?\nAnd what not?');
  // One request needs another's answer, which the choice does not say yet.
  await expect(page.getByText('By what your requests need it would be: “Some at once')).toBeVisible();
  await me.button('Use that').click();
  await expect(me.choice('How the requests hang together')).toBeFocused();
  await expect(me.choice('How the requests hang together')).toHaveValue('mixed');
  await expect(page.getByText('By what your requests need')).toBeHidden();
  await me.open('Brief');
  await page.getByText('Tags, licence, language, time zone').click();
  await me.field('Tags').fill('fair\nfirst try');
  await page.getByRole('spinbutton', { name: 'Minutes to play' }).fill('55');
  await me.settled();

  // It goes on while one is elsewhere.
  await me.open('Try it');
  await me.button('Simulate').click();
  await me.open('Brief');
  await me.open('Try it');
  await expect(page.getByText('All runs are played.')).toBeVisible({ timeout: 60_000 });
  // What was measured goes into the brief with one press, and is still what was measured.
  await expect(page.getByText(/^Mail and call come out/)).toBeVisible();
  await me.button(/^Put \d minutes? into the brief$/).click();
  await expect(page.getByText(/at the screen, as the brief says\./)).toBeVisible();
  await expect(page.getByText('The scenario has changed since.')).toBeHidden();
  await me.open('Brief');
  await expect(page.getByRole('spinbutton', { name: 'Minutes to play' })).toHaveValue(/^\d$/);
  await me.open('Try it');
  await expect(page.getByText(/^Mail and call come out/)).toBeVisible();

  for (const part of [
    'Brief',
    'Recipients',
    'Requests',
    'Incoming mail',
    'Desk work',
    'Facts',
    'Teaching',
    'Try it',
  ]) {
    await me.open(part);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await new OnScreen(page).accessible();
    }
  }
  await page.emulateMedia({ colorScheme: null });

  await me.button('Publish').click();
  const asked = page.getByRole('dialog', { name: 'Publish with sample text?' });
  await expect(asked.getByRole('listitem').filter({ hasText: 'Brief: summary' })).toBeVisible();
  await new OnScreen(page).accessible();
  await asked.getByRole('button', { name: 'Write them first' }).click();
  await expect(page.getByText(/^Version 1 is published/)).toBeHidden();
  await me.publishAnyway();
  const done = page.getByRole('dialog', { name: 'Published' });
  await expect(done).toContainText('This is version 1');
  await expect(page.getByText('Version 1 is published', { exact: true })).toBeVisible();
  await expect(done).toContainText('Only you and the admins of this server see it.');
  await done.getByRole('link', { name: 'Open a session with it' }).click();
  await expect(page.getByRole('radio', { name: /Village fair/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Everybody by mail One run/ }).check();
  await page.getByRole('checkbox', { name: 'A minute of practice first' }).uncheck();
  // How long she takes is drawn: from a seed of ours it is the same every time.
  await page.getByText('Clock, seed, consent, questions').click();
  await page.getByLabel('Clock', { exact: true }).selectOption({ label: '60 times as fast' });
  await page.getByLabel('Luck', { exact: true }).selectOption('shared');
  await page.getByLabel('Seed', { exact: true }).fill('a fair day');
  const lead = new OnBoard(page);
  await lead.button('Create session').click();
  const ada = await joinBy(browser, await lead.joinUrl(), 'Ada');
  await expect(ada.page.locator('strong', { hasText: 'The band, the tent and the cake.' })).toBeVisible();
  await lead.button('Start').click();
  await expect(ada.mission()).toContainText('Who bakes the cake');
  await ada.ask('Mira Sandoval');
  await expect(ada.page.getByText('About the drums').first()).toBeVisible({ timeout: 30_000 });
  await expect(ada.mission()).toContainText('At eleven, with two drums.', { timeout: 60_000 });
});

test('a sentence is tried: what it is taken for, which words are not known, and added as a way to ask; sample text is told and written over', async ({
  page,
}) => {
  const me = new AtDesk(page);
  await me.begin('tess@example.org', 'Tried sentences');
  await expect(me.button('Publish')).toHaveAccessibleDescription(
    'Private, even when published: only you and admins see it. You can then open sessions with it.',
  );
  await me.open('Requests');

  // The sample request keeps nothing of its own once it has another title.
  await me.field('Title').click();
  await page.keyboard.type('Whether the museum takes us later');
  await expect(me.field('Title')).toHaveValue('Whether the museum takes us later');
  await expect(me.field('Text offered to participants')).toHaveValue(
    'Can you tell me whether the museum takes us later?',
  );
  await expect(me.field('Ways to ask')).toHaveValue(/^Can you tell me whether the museum takes us later\?/);

  // What is undone elsewhere is gone to, and said.
  await me.open('Recipients');
  await me.button('Undo').click();
  await expect(me.field('Title')).toHaveValue('Which room is free');
  await expect(
    page.getByRole('status').filter({ hasText: 'Undone: Which room is free: title' }),
  ).toBeVisible();

  const said = page.getByRole('group', { name: 'Is it understood?' }).getByRole('status');
  const tried = me.field('Try a sentence');
  await tried.fill('Which room can we have?');
  await expect(said).toHaveText('Understood: this is what it asks for.');
  await expect(me.button('Add as a way to ask')).toBeHidden();
  await tried.fill('Where do we meet the mayor?');
  await expect(said).toContainText('Nobody would understand this.');
  await expect(said).toContainText('“meet” and “mayor”');
  await new OnScreen(page).accessible();
  await me.button('Add as a way to ask').click();
  await expect(me.field('Ways to ask')).toHaveValue(/\nWhere do we meet the mayor\?$/);
  await expect(said).toHaveText('Understood: this is what it asks for.');
  await expect(tried).toBeFocused();
  await expect(me.field('Keywords')).toBeVisible();
  await expect(page.getByText(/it is recognised by these words: room, free, .*mayor/)).toBeVisible();

  await me.add('New request: title', 'When the band comes');
  await tried.fill('Which room is free for the band?');
  await expect(said).toContainText('Taken for “Which room is free”, which Robin Hale is asked, too.');
  await expect(said).toContainText('Known to this request: “band”.');

  // Sample text stands among the tips, which lead to it; the first key writes over it.
  const tip = me.problems().getByRole('button', { name: /^When the band comes: answer Sample text/ });
  await tip.click();
  await expect(me.field('Answer')).toBeFocused();
  await expect(me.field('Answer')).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.type('At eleven.');
  await expect(me.field('Answer')).toHaveValue('At eleven.');
  await expect(tip).toBeHidden();
  await me.open('Brief');
  // However often one has looked at it before.
  await me.field('Summary').click();
  await me.field('Story').click();
  await me.field('Summary').click();
  await page.keyboard.type('A room for a band.');
  await expect(me.field('Summary')).toHaveValue('A room for a band.');
  await me.open('Recipients');
  await me.add('New recipient: name', 'Mira Sandoval');
  await me.open('Requests');
  await me.add('New request: title', 'Book the hall');
  await expect(me.choice('Whom to ask')).toBeFocused();
  await expect(me.problems().getByRole('button', { name: /^Book the hall: whom to ask/ })).toBeVisible();
  await expect(me.problems().getByRole('button', { name: /^Book the hall: ways to ask/ })).toBeVisible();
  await expect(me.problems().getByRole('button', { name: /^Book the hall: text offered/ })).toBeHidden();
  await me.choice('Whom to ask').selectOption({ label: 'Robin Hale' });
  await me.field('Ways to ask').fill('is the hall ours');
  await expect(me.field('Text offered to participants')).toHaveValue('Is the hall ours?');

  await me.field('Answer').fill('Yes, all of it.');
  await expect(
    me.problems().getByRole('button', { name: /^Mira Sandoval Nobody has to ask Mira Sandoval anything/ }),
  ).toBeVisible();

  // What is chosen for a mail can be read to its end, on a phone too.
  await me.open('Incoming mail');
  await me.add('New mail: subject', 'About the drums');
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 });
    const room = await me.choice('Comes').evaluate((select: HTMLSelectElement) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('nothing to measure with');
      context.font = getComputedStyle(select).font;
      const longest = Math.max(...[...select.options].map(({ text }) => context.measureText(text).width));
      const arrow = 24;
      return (
        select.clientWidth - 2 * Number.parseFloat(getComputedStyle(select).paddingLeft) - arrow - longest
      );
    });
    expect(room, `at ${width}`).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await new OnScreen(page).accessible();
  }
});

test.describe(() => {
  // That the server says no is the point, and the browser writes it down.
  test.use({ allowed: [/409 \(Conflict\)/] });
  test('two windows: what the other one saved is never overwritten, and the choice is the writer’s', async ({
    page,
    context,
    browserName: _,
  }) => {
    const me = new AtDesk(page);
    await me.begin('ann@example.org', 'Two windows');
    const second = new AtDesk(await context.newPage());
    await second.page.goto(page.url());
    await second.field('Summary').fill('From the second window.');
    await second.settled();
    await me.field('Summary').fill('From the first window.');
    const warning = page.getByRole('alert', { name: 'This scenario was changed elsewhere' });
    await expect(warning).toBeVisible();
    await warning.getByRole('button', { name: 'Look at the differences' }).click();
    await expect(warning.getByRole('table')).toContainText('From the second window.');
    await new OnScreen(page).accessible();
    await warning.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await page.waitForURL(/\/edit\/two-windows-2/);
    await expect(me.field('Summary')).toHaveValue('From the first window.');
    await me.settled();
    await second.page.reload();
    await expect(second.field('Summary')).toHaveValue('From the second window.');
  });
});

test('somebody else’s scenario and one that does not exist look the same', async ({ page, browser }) => {
  const me = new AtDesk(page);
  await me.begin('owner@example.org', 'Mine alone');
  const other = new AtDesk(await (await browser.newContext()).newPage());
  await other.begin('stranger@example.org', 'Something');
  const read = async (address: string) => {
    const answer = await other.page.goto(address);
    return [answer?.status(), await other.page.locator('main').innerText()];
  };
  expect(await read(page.url())).toEqual(await read('/edit/never-was'));
  expect((await read(page.url()))[0]).toBe(404);
});

test('how somebody behaves is chosen from the library; out of office is said with who stands in; what was opened stays open', async ({
  page,
}) => {
  const me = new AtDesk(page);
  await me.begin('lou@example.org', 'People');
  await me.open('Recipients');
  await me.add('New recipient: name', 'Mira Sandoval');
  await me.choice('Behaves like').selectOption('out-of-office');
  // Who is like that is out of office; only who stands in is left to say.
  await expect(me.tick(/^Out of office/)).toBeChecked();
  await expect(me.field('Automatic reply')).toHaveValue('I am away.');
  await me.choice('Who stands in').selectOption({ label: 'Robin Hale' });
  await expect(me.field('Automatic reply')).toHaveValue('I am away. Please turn to Robin Hale.');
  await expect(page.getByText('Away: Robin Hale stands in')).toBeVisible();
  await new OnScreen(page).accessible();

  // Where somebody away is asked, it is said whose answer that will be.
  await me.open('Requests');
  await me.choice('Whom to ask').selectOption({ label: 'Mira Sandoval' });
  await expect(me.choice('Whom to ask')).toHaveAccessibleDescription(
    'Mira Sandoval is out of office: Robin Hale answers this.',
  );
  await me.open('Recipients');

  await me.choice('Behaves like').selectOption('typical-adult');
  await expect(me.choice('Who stands in')).toBeHidden();
  await expect(page.getByText('Away: Robin Hale stands in')).toBeVisible();
  await expect(page.getByText(/From published figures: Kooti.*Dabbish.*Pielot/)).toBeVisible();
  await expect(page.getByRole('link', { name: /All figures and sources/ })).toHaveAttribute(
    'href',
    '/library/personas#typical-adult',
  );

  await page.getByText('Time zone, address, out of office').click();
  await me.tick(/^Out of office/).uncheck();
  await expect(page.getByText('Away: Robin Hale stands in')).toBeHidden();
  await me.button('Change how they behave').click();
  await expect(me.field('Name of this behaviour')).toHaveValue('Mira Sandoval, in their own way');
  await page.getByRole('spinbutton', { name: 'Answers the first mail (%)' }).fill('0');
  await expect(page.getByRole('img', { name: /0 % of first mails/ })).toBeVisible();
  await new OnScreen(page).accessible();

  // The disclosure is as it was left, with whomever it is drawn for.
  await me.choose('Recipients', 'Robin Hale', 'Name');
  await expect(me.tick(/^Out of office/)).toBeVisible();
  await page.getByText('Time zone, address, out of office').click();
  await me.choose('Recipients', 'Mira Sandoval', 'Name');
  await expect(me.tick(/^Out of office/)).toBeHidden();
});

test('whoever signs out in the editor leaves no document of it in the tab; what the server has not yet is there for them again', async ({
  page,
}) => {
  const desk = new AtDesk(page);
  await desk.begin('leaving@example.org', 'Left behind');
  await desk.settled();
  const address = page.url();
  const kept = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('editor-')));
  await desk.field('Title').fill('Left on purpose');
  await desk.settled();
  await page.reload();
  expect(await kept()).toHaveLength(1);
  await page.route('**/draft', (route) => route.abort());
  await desk.field('Title').fill('Not on the server');
  await desk.button('Sign out').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/edit'));
  expect(await kept()).toEqual([]);
  await page.unroute('**/draft');
  await page.goto(address);
  await page.getByLabel('E-mail address').fill('leaving@example.org');
  await page.getByLabel('Password').fill('correct horse battery');
  await desk.button('Sign in').click();
  await expect(desk.field('Title')).toHaveValue('Not on the server');
});
