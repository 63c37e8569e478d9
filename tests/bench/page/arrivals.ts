import type { Browser, Page } from '@playwright/test';
import { io } from 'socket.io-client';
import { protocolVersion } from '@/core/contract/protocol';
import { deviceCookie } from '@/server/auth/device';
import { seat, token } from './mailbox';

const slowdown = 4;
/** Mails that arrive while the page is watched: two for each one sent. */
export const arriving = 50;
const everyMs = 80;

/** Longest task of a page in ms, from `begin` on; tasks under 50 ms count as 0. */
async function longest(page: Page, begin: () => Promise<void>): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(() => {
    const seen = { longest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask' });
  });
  await begin();
  await page.waitForTimeout(1_500);
  return page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
}

/** The play page with its mailbox open, while mails arrive through the server. */
export async function playPage(browser: Browser, base: string): Promise<number> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: deviceCookie, value: token, url: base, httpOnly: true }]);
  const page = await context.newPage();
  await page.goto(`/play/${seat}`);
  await page.getByRole('list', { name: 'Recipients' }).getByRole('button', { name: /^Ada/ }).click();
  await page.getByRole('log', { name: 'Conversation with Ada' }).getByRole('article').last().waitFor();
  await page.waitForTimeout(1_000);
  const found = await longest(page, () => send(base));
  await context.close();
  return found;
}

async function send(base: string): Promise<void> {
  const socket = io(base, {
    auth: { protocol: protocolVersion, seat },
    extraHeaders: { cookie: `${deviceCookie}=${token}` },
    transports: ['websocket'],
    forceNew: true,
  });
  await new Promise<void>((done) => socket.once('connect', done));
  let k = 0;
  const command = async (name: string, body: object) => {
    const reply: unknown = await socket.emitWithAck(name, { commandId: `b${Date.now()}-${k++}`, body });
    if (!reply || typeof reply !== 'object' || !('ok' in reply) || !reply.ok)
      throw new Error(`${name}: ${JSON.stringify(reply)}`);
  };
  await command('clock.resume', {});
  for (let sent = 0; sent < arriving / 2; sent++) {
    await command('mail.send', { to: 'ada', subject: `Late ${sent}`, text: 'One more thing, quickly.' });
    await new Promise((go) => setTimeout(go, everyMs));
  }
  await command('clock.pause', {});
  socket.disconnect();
}

const barePageSource = `<div id="log" style="height:600px;overflow:auto"></div><script>
function add(text) {
  const log = document.getElementById('log');
  const article = document.createElement('article');
  article.textContent = text;
  log.append(article);
  log.scrollTop = log.scrollHeight;
}
</script>`;

/** The baseline: a bare list of as many mails in a page without any program, to which as many are appended. */
export async function barePage(browser: Browser, mails: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(barePageSource);
  await page.evaluate(`for (let i = 0; i < ${mails}; i++) add('Where do we stand with number ' + i + '?')`);
  const found = await longest(page, async () => {
    for (let k = 0; k < arriving; k++) {
      await page.evaluate(`add('One more thing, quickly: ${k}')`);
      await page.waitForTimeout(everyMs / 2);
    }
  });
  await page.close();
  return found;
}
