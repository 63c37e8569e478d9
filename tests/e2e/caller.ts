import type { Locator } from '@playwright/test';
import { expect } from '../support/page';
import { OnScreen, tryWithLuck } from './player';

/** How a call that was dialed went. */
export type Went = 'talked' | 'message' | 'nobody';

/** Somebody who plays by phone, by what is on the screen. */
export class Caller extends OnScreen {
  call = (name: string): Locator => this.button(`Call ${name}`);
  hangUp = (): Locator => this.button('Hang up').first();
  /** The blocks of the calls with the person whose conversation is open. */
  calls = (name: string): Locator =>
    this.conversation(name).getByRole('article', { name: new RegExp(`^Call (with|from) ${name}`) });
  newest = (name: string): Locator => this.calls(name).last();
  chips = (): Locator => this.page.getByRole('group', { name: 'Ask about' }).getByRole('button');
  give = (): Locator => this.button(/^Give /);
  leave = (): Locator => this.button('Leave voicemail');
  connected = (): Locator => this.page.getByText(/^On the line, \d+:\d\d$/);

  /**
   * Rings them, by the button of their row or another one, until somebody or something answers, or nobody does. Whoever was rung
   * before has to be the one whose conversation is open.
   */
  async dial(name: string, press = this.call(name)): Promise<Went> {
    const before = await this.calls(name).count();
    await press.first().click();
    await expect(this.calls(name)).toHaveCount(before + 1);
    return this.outcome();
  }

  /** It is heard to the end: a skip that comes too late would jump over the call. */
  private async outcome(): Promise<Went> {
    const state = async (): Promise<Went | null> => {
      if (await this.connected().isVisible()) return 'talked';
      if (await this.leave().isVisible()) return 'message';
      return (await this.hangUp().isVisible()) ? null : 'nobody';
    };
    await expect.poll(state, { timeout: 30_000 }).not.toBeNull();
    return (await state()) ?? 'nobody';
  }

  /** Asks for what this person is offered for first, gives what they ask for, and hears them out. */
  async talk(name: string): Promise<void> {
    await this.chips().first().click();
    await this.button('Say').click();
    const heard = async () => {
      if (!(await this.hangUp().isVisible())) return 'over';
      if (await this.give().isVisible()) return 'asked';
      return (await this.newest(name).getByText('Answers', { exact: true }).isVisible())
        ? 'answered'
        : 'waiting';
    };
    await expect.poll(heard, { timeout: 30_000 }).not.toBe('waiting');
    if (await this.give().isVisible()) {
      await this.give().click();
      await expect(this.give()).toBeHidden();
      await expect.poll(heard, { timeout: 30_000 }).not.toBe('waiting');
    }
    if (await this.hangUp().isVisible()) await this.hangUp().click();
    await expect(this.hangUp()).toBeHidden();
  }

  /** Chooses a plan for a scenario by its address, and starts its first run without a practice. */
  async beginAt(slug: string, plan: string): Promise<void> {
    await this.page.goto(`${tryWithLuck}&scenario=${slug}`);
    const practice = this.page.getByRole('checkbox', { name: 'Practise for a minute first' });
    if (await practice.isVisible()) await practice.uncheck();
    await this.button(plan).click();
    await this.page.waitForURL(/\/play\//);
    await this.start();
  }
}
