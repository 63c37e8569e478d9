import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page may load and run: only its own files, and scripts with this response's nonce. */
export function contentSecurityPolicy(nonce: string, { dev, host }: { dev: boolean; host: string }): string {
  // A wire to the same host, by name: older browsers do not take ws: as part of 'self'.
  const wire = `ws://${host} wss://${host}`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    `connect-src 'self' ${wire}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. Next reads the nonce from the request's own policy header (docs/architecture.md). */
export function secure(req: IncomingMessage, res: ServerResponse, { dev }: { dev: boolean }): void {
  const host = /^[\w.:[\]-]+$/.test(req.headers.host ?? '') ? (req.headers.host ?? 'localhost') : 'localhost';
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), { dev, host });
  req.headers['content-security-policy'] = policy;
  res.setHeader('content-security-policy', policy);
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  res.setHeader('cross-origin-opener-policy', 'same-origin');
}
