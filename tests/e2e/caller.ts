import type { Locator } from '@playwright/test';
import { expect } from '../support/page';
import { OnScreen } from './player';

/** How a call that was dialed went. */
export type Went = 'talked' | 'message' | 'nobody';

/** Somebody who plays by phone, by what is on the screen. */
export class Caller extends OnScreen {
  call = (name: string): Locator => this.button(`Call ${name}`);
  hangUp = (): Locator => this.button('Hang up').first();
  /** The block of the newest call with the person whose conversation is open. */
  newest = (name: string): Locator =>
    this.conversation(name)
      .getByRole('article', { name: new RegExp(`^Call (with|from) ${name}`) })
      .last();
  chips = (): Locator => this.page.getByRole('group', { name: 'Ask about' }).getByRole('button');
  give = (): Locator => this.button(/^Give /);
  leave = (): Locator => this.button('Leave voicemail');
  connected = (): Locator => this.page.getByText(/^On the line, \d+:\d\d$/);

  async dial(name: string): Promise<void> {
    await this.call(name).click();
    await expect(this.newest(name)).toBeVisible();
  }

  /** Until somebody or something answers; clicks *Skip ahead* once rather than hear it ring to the end. */
  async outcome(): Promise<Went> {
    const state = async (): Promise<Went | null> => {
      if (await this.connected().isVisible()) return 'talked';
      if (await this.leave().isVisible()) return 'message';
      return (await this.hangUp().isVisible()) ? null : 'nobody';
    };
    await this.page.waitForTimeout(1_200);
    if ((await state()) === null) await this.button('Skip ahead').click();
    await expect.poll(state, { timeout: 20_000 }).not.toBeNull();
    return (await state()) ?? 'nobody';
  }

  /** Asks for what this person is offered for first, gives what they ask for, and hears them out. */
  async talk(name: string, asked: () => Promise<void> = async () => undefined): Promise<void> {
    await this.chips().first().click();
    await this.button('Say').click();
    await asked();
    const heard = async () => {
      if (!(await this.hangUp().isVisible())) return 'over';
      if (await this.give().isVisible()) return 'asked';
      return (await this.newest(name).getByText('Answers', { exact: true }).isVisible())
        ? 'answered'
        : 'waiting';
    };
    for (let i = 0; i < 30; i++) {
      const now = await heard();
      if (now === 'over') return;
      if (now === 'answered') break;
      if (now === 'asked') await this.give().click();
      else if (await this.page.getByText(/is looking it up/).isVisible())
        await this.button('Skip ahead').click();
      await this.page.waitForTimeout(500);
    }
    if (await this.hangUp().isVisible()) await this.hangUp().click();
    await expect(this.hangUp()).toBeHidden();
  }

  /** Chooses a plan for a scenario by its address, and starts its first run without a practice. */
  async beginAt(slug: string, plan: string): Promise<void> {
    await this.page.goto(`/try?scenario=${slug}`);
    const practice = this.page.getByRole('checkbox', { name: 'Practise for a minute first' });
    if (await practice.isVisible()) await practice.uncheck();
    await this.button(plan).click();
    await this.page.waitForURL(/\/play\//);
    await this.start();
  }
}
