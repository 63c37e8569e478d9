import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/page';
import { linkFromTool } from './facilitator';

/** Somebody with an account who writes a scenario by what is on the screen. */
export class AtDesk {
  constructor(readonly page: Page) {}

  button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', { name, exact: typeof name === 'string' });
  field = (name: string): Locator => this.page.getByRole('textbox', { name, exact: true });
  choice = (name: string): Locator => this.page.getByRole('combobox', { name, exact: true });
  tick = (name: string | RegExp): Locator =>
    this.page.getByRole('checkbox', { name, exact: typeof name === 'string' });
  problems = (): Locator => this.page.getByRole('region', { name: 'Problems' });
  part = (name: string): Locator =>
    this.page
      .getByRole('navigation', { name: 'Parts of the scenario' })
      .getByRole('button', { name: new RegExp(`^${name}`) });
  /** The status line of saving. */
  saved = (): Locator => this.page.getByRole('status').filter({ hasText: /^Saved/ });

  /** Comes by a one-time link and opens a new scenario in the editor. */
  async begin(email: string, title: string): Promise<void> {
    await this.page.goto(await linkFromTool(email, 'facilitator'));
    await this.page.getByLabel('Your name').fill('Edda');
    await this.page.getByLabel('Password').fill('correct horse battery');
    await this.button('Create account').click();
    await this.page.waitForURL(/facilitate/);
    const go = await this.page.evaluate(async (wanted) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const body = JSON.stringify({ title: wanted });
      const answer: { go: string } = await (
        await fetch('/api/scenarios', { method: 'POST', headers, body })
      ).json();
      return answer.go;
    }, title);
    await this.page.goto(go);
    await expect(this.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.part(name).click();
    await expect(this.page.getByRole('heading', { level: 2 }).filter({ hasText: name })).toBeFocused();
  }

  /** Publishes, though texts are still samples. */
  async publishAnyway(): Promise<void> {
    await this.button('Publish').click();
    const asked = this.page.getByRole('dialog', { name: 'Publish with sample text?' });
    await asked.getByRole('button', { name: 'Publish anyway' }).click();
  }

  /** Adds to the open list by name alone. */
  async add(label: string, name: string): Promise<void> {
    await this.field(label).fill(name);
    await this.button('Add').click();
    await expect(this.page.getByRole('heading', { name, level: 3 })).toBeVisible();
  }

  /** Opens what is in the open list. */
  async choose(list: string, name: string, field: string): Promise<void> {
    await this.page.getByRole('list', { name: list, exact: true }).getByRole('button', { name }).click();
    await expect(this.field(field)).toBeFocused();
  }

  /** Everything typed is on the server. */
  async settled(): Promise<void> {
    await expect(this.saved()).toBeVisible();
  }
}
