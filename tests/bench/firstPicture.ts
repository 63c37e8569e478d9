import type { Browser } from '@playwright/test';
import { z } from 'zod';

/** One visit of the what-if page. Ms since the page was asked for, and of the longest task after the first picture. */
const seenSchema = z.object({ firstMs: z.number(), longestMs: z.number() });
export type Seen = z.infer<typeof seenSchema> & { emptyMs: number };

const mark = 'what-if first picture';

/** The cookie of an account, by its password. */
export async function signIn(base: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${base}/api/account/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', origin: base },
    body: JSON.stringify({ email, password }),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  if (!response.ok || cookies.length === 0) throw new Error(`sign-in answered ${response.status}`);
  return cookies.join('; ');
}

/** Opens the page of the launch week with nothing kept from before, and stays until all is played. */
export async function firstPicture(browser: Browser, base: string, cookie: string): Promise<Seen> {
  const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
  try {
    const page = await context.newPage();
    await page.goto(`${base}/privacy`);
    const emptyMs = await page.evaluate(() => performance.now());
    await page.goto(`${base}/what-if?scenario=launch-week&sweep=check`);
    await page.getByText('100 runs for each point', { exact: true }).waitFor({ timeout: 120_000 });
    const seen = await page.evaluate(async (name) => {
      const [first] = performance.getEntriesByName(name);
      const tasks = await new Promise<PerformanceEntryList>((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries()));
        observer.observe({ type: 'longtask', buffered: true });
        setTimeout(() => done([]), 500);
      });
      const later = tasks.filter((t) => t.startTime > (first?.startTime ?? 0)).map((t) => t.duration);
      return { firstMs: first?.startTime, longestMs: Math.max(0, ...later) };
    }, mark);
    return { ...seenSchema.parse(seen), emptyMs };
  } finally {
    await context.close();
  }
}
