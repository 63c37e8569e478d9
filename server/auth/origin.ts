import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site (secure contexts) or Origin;
 * a plain program sends neither and is let through, since it carries no visitor's cookie.
 */
export function fromOwnPages(req: IncomingMessage, publicUrl: string | null): boolean {
  const site = req.headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const { origin } = req.headers;
  return origin === undefined || isOwnOrigin(origin, req.headers.host, publicUrl);
}

export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === host;
}
