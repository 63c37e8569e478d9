import { gzipSync } from 'node:zlib';

export interface Weight {
  js: number;
  css: number;
}

const bytes = async (url: string): Promise<number> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
};

/** Everything that a page of the served build makes a browser load at once: its scripts and style sheets, gzip, in bytes. */
export async function weightOf(base: string, path: string, cookie = ''): Promise<Weight> {
  const response = await fetch(`${base}${path}`, { headers: { cookie, accept: 'text/html' } });
  const html = await response.text();
  const files = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, src]) => (src ?? '').replaceAll('&amp;', '&'))),
  ];
  const sum = async (list: readonly string[]) => {
    let total = 0;
    for (const src of list) total += await bytes(new URL(src, base).href);
    return total;
  };
  return {
    js: await sum(files(/<script[^>]+src="([^"]+\.js[^"]*)"/g)),
    css: await sum(files(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)),
  };
}
