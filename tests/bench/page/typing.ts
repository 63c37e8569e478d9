import type { Browser, Locator, Page } from '@playwright/test';
import { makeLink } from '@/server/auth/links';
import { Database } from '@/server/store/database';
import { cookiesOf, goodPassword } from '../../support/accounts';
import { type Figure, median } from '../report';
import { largeDraft, recipients, requests } from './largeDraft';

const slowdown = 4;
/** Between two keys, and after every tenth, where faults are looked for and the server gets what was typed. */
const betweenMs = 120;
const pauseMs = 750;
const keys = 40;

/** Fields of every weight: section, and its label there. */
const fields = [
  ['Brief', 'Summary'],
  ['Recipients', 'Name'],
  ['Recipients', 'Role'],
  ['Requests', 'Title'],
  ['Requests', 'Ways to ask'],
  ['Requests', 'Answer'],
] as const;

/** A one-time link by which somebody gets an account in this database. */
export async function invite(file: string): Promise<string> {
  const db = await Database.open(file);
  const order = { email: 'edda@example.org', role: 'facilitator', madeBy: 'operator' } as const;
  const token = await makeLink(db, order, Date.now());
  await db.close();
  return token;
}

/** For each field, from each key typed in it to the frame that shows it, in ms. */
export async function typeInEditor(browser: Browser, base: string, token: string): Promise<number[][]> {
  const { slug, cookie } = await writeDraft(base, token);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await context.addCookies(cookie.split('; ').map((pair) => cookieFrom(pair, base)));
  await page.goto(`${base}/edit/${slug}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(watchKeys);
  const typed: number[][] = [];
  for (const [section, label] of fields) {
    const parts = page.getByRole('navigation', { name: 'Parts of the scenario' });
    await parts.getByRole('button', { name: new RegExp(`^${section}`) }).click();
    const field = page.getByRole('textbox', { name: label, exact: true });
    typed.push(await type(page, field));
  }
  await context.close();
  return typed;
}

async function type(page: Page, field: Locator): Promise<number[]> {
  await field.click();
  await page.keyboard.press('End');
  // What opening the section still draws is no typing.
  await page.waitForTimeout(3_000);
  await page.evaluate('waits.length = 0');
  for (let k = 0; k < keys; k++) {
    await page.keyboard.press('abcdefghi '[k % 10] ?? 'a');
    await page.waitForTimeout(k % 10 === 9 ? pauseMs : betweenMs);
  }
  await page.waitForTimeout(500);
  const waits = await page.evaluate<number[]>('waits');
  if (waits.length !== keys) throw new Error(`${waits.length} of ${keys} keys were seen.`);
  return waits;
}

const share = 0.95;
const nearlyAll = (waits: readonly number[]): number =>
  [...waits].sort((a, b) => a - b)[Math.ceil(waits.length * share) - 1] ?? Number.NaN;

/** What the rounds come to, each with the keys of each field: of the slowest field, what 95 % of keys wait at most, and of all the longest. */
export function typingFigures(rounds: readonly number[][][]): Figure[] {
  const where = `in a draft of ${recipients} recipients and ${requests} requests, 4 times slowed`;
  const usual = fields.map(([section, label], i) => ({
    name: `${section}, ${label}`,
    values: rounds.map((typed) => nearlyAll(typed[i] ?? [])),
  }));
  const slowest = usual.reduce((a, b) => (median(b.values) > median(a.values) ? b : a));
  return [
    figure(`95 % of keys ${where}; slowest field: ${slowest.name}`, slowest.values, 100),
    figure(
      `longest key ${where}`,
      rounds.map((typed) => Math.max(...typed.flat())),
      null,
    ),
  ];
}

const figure = (metric: string, values: readonly number[], most: number | null): Figure => ({
  metric,
  unit: 'ms',
  value: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  baseline: null,
  ratio: null,
  goal: most === null ? null : `at most ${most} ms`,
  met: most === null ? null : median(values) <= most,
});

/** Notes in the page, for each key, when the frame after it was handed on. */
function watchKeys(): void {
  const waits: number[] = [];
  Object.assign(window, { waits });
  addEventListener(
    'input',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => waits.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    true,
  );
}

async function writeDraft(base: string, token: string): Promise<{ slug: string; cookie: string }> {
  const ask = async (method: string, path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', cookie };
    const answer = await fetch(base + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const cookie = cookiesOf(await ask('POST', '/api/link/use', { token, password: goodPassword }));
  const made: unknown = await (await ask('POST', '/api/scenarios', { title: 'Large' }, cookie)).json();
  const go = made && typeof made === 'object' && 'go' in made ? String(made.go) : '';
  const slug = go.split('/').at(-1) ?? '';
  await ask('PUT', `/api/scenarios/${slug}/draft`, { rev: 1, doc: largeDraft(slug) }, cookie);
  return { slug, cookie };
}

function cookieFrom(pair: string, url: string) {
  const [name = '', ...value] = pair.split('=');
  return { name, value: decodeURIComponent(value.join('=')), url, httpOnly: true };
}
