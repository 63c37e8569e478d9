import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/page';

type PlanButton =
  | 'Mail first'
  | 'Call first'
  | 'Let chance choose'
  | 'Only mail'
  | 'Only call'
  | 'Free: mail and call';

/** The usual mission on a seed of the tests: when people are there and how long they take is the same every time (X6). */
export const tryWithLuck = '/try?seed=a+day+like+any+other';

/** Somebody who plays by what is on the screen: names and roles, nothing else. */
export class OnScreen {
  constructor(
    readonly page: Page,
    /** On a phone one part of the screen is shown at a time. */
    private readonly phone = false,
  ) {}

  button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', { name, exact: typeof name === 'string' });
  recipients = (): Locator => this.page.getByRole('list', { name: 'Recipients' });
  conversation = (name: string): Locator => this.page.getByRole('log', { name: `Conversation with ${name}` });
  mission = (): Locator => this.page.getByRole('region', { name: 'Mission' });
  desk = (): Locator => this.page.getByRole('region', { name: 'Desk work' });
  clock = (): Locator => this.page.getByRole('timer', { name: 'Simulated time' });

  /** Chooses a plan of the usual mission, without the practice, and starts its first run. */
  async begin(plan: PlanButton = 'Only mail'): Promise<void> {
    await this.choose(plan);
    await this.start();
  }

  async choose(plan: PlanButton, practice = false): Promise<void> {
    await this.page.goto(tryWithLuck);
    await this.page.getByRole('checkbox', { name: 'Practise for a minute first' }).setChecked(practice);
    await this.button(plan).click();
    await this.page.waitForURL(/\/play\//);
  }

  async start(): Promise<void> {
    await this.button('Start').click();
    await expect(this.button('Skip ahead')).toBeVisible();
  }

  /** Shows one of the three parts of the screen. */
  async tab(name: 'Mail' | 'Mission' | 'Desk'): Promise<void> {
    if (this.phone) await this.page.getByRole('navigation').getByRole('button', { name }).click();
  }

  async open(name: string): Promise<void> {
    await this.tab('Mail');
    if (this.phone && !(await this.recipients().isVisible())) await this.button('All recipients').click();
    await this.recipients()
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await expect(this.conversation(name)).toBeVisible();
  }

  /** Asks this person for the first thing they are offered for. */
  async ask(name: string): Promise<void> {
    await this.open(name);
    await this.page.getByRole('group', { name: 'Ask about' }).getByRole('button').first().click();
    await this.button('Send').click();
    await expect(this.conversation(name).getByText('Delivered')).toBeVisible();
  }

  async write(name: string, subject: string, text: string): Promise<void> {
    await this.open(name);
    await this.page.getByRole('textbox', { name: 'Subject' }).fill(subject);
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.button('Send').click();
  }

  /** Does the card on the desk; returns whether it was right. */
  async card(): Promise<void> {
    await this.tab('Desk');
    const before = await this.desk().getByRole('list').first().innerText();
    await this.desk().getByRole('button').first().click();
    await expect(this.desk().getByRole('list').first()).not.toHaveText(before, { useInnerText: true });
  }

  async skip(): Promise<void> {
    await this.button('Skip ahead').click();
    await this.arrived();
  }

  /** What *Skip ahead* leads to is on the screen, or the run is over. */
  async arrived(): Promise<void> {
    const skipping = this.page.locator('[aria-disabled=true]').and(this.button('Skip ahead'));
    await expect(skipping).toBeHidden({ timeout: 25_000 });
  }

  /** The server has what was typed: until then it is kept on this device too. */
  async draftsTaken(): Promise<void> {
    const here = () =>
      this.page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith('meanwhile.drafts.')),
      );
    await expect.poll(here).toEqual([]);
  }

  async minutes(): Promise<number> {
    const [, h = 0, m = 0] = /(\d\d):(\d\d)/.exec(await this.clock().innerText()) ?? [];
    return (Number(h) - 9) * 60 + Number(m);
  }

  ended = (): Locator => this.page.getByRole('region', { name: 'The run is over' });
  over = (): Promise<boolean> => this.ended().isVisible();

  /** The automated half of an accessibility check: nothing serious or worse. */
  async accessible(): Promise<void> {
    // What just arrives is half transparent for a moment: colours count as they stand.
    await this.page.emulateMedia({ reducedMotion: 'reduce' });
    // A change that began before is not hurried by that.
    await this.page.evaluate(() => {
      const ending = document
        .getAnimations()
        .filter((a) => a.playState === 'running' && Number.isFinite(a.effect?.getComputedTiming().endTime));
      return Promise.allSettled(ending.map((a) => a.finished));
    });
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    await this.page.emulateMedia({ reducedMotion: null });
    const bad = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
    expect(bad.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
  }
}

/** Lets the rest of the day pass, answering Ingrid and reminding whoever is silent for long. */
export async function playOn(me: OnScreen): Promise<void> {
  const reminded = new Set<string>();
  for (let i = 0; i < 30 && !(await me.over()); i++) {
    await me.open('Ingrid Solheim');
    const reply = me.button('Reply with Release ticket');
    if (await reply.isVisible()) {
      await reply.click();
      await me.button('Send').click();
      await expect(reply).toBeHidden();
    }
    if ((await me.minutes()) > 20) await remind(me, reminded);
    await me.tab('Mission');
    if ((await me.over()) || (await me.button('Close the day').first().isVisible())) return;
    await me.tab('Mail');
    if (!(await me.over())) await me.skip();
  }
}

async function remind(me: OnScreen, reminded: Set<string>): Promise<void> {
  for (const name of ['Bao Trinh', 'Noor Haddad', 'Tomás Figueroa', 'Ingrid Solheim']) {
    if (reminded.has(name)) continue;
    await me.open(name);
    const button = me.conversation(name).getByRole('button', { name: 'Remind' }).first();
    if (!(await button.isVisible())) continue;
    await button.click();
    reminded.add(name);
  }
}
