import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '@/core/contract/refusal';

const largestBody = 32_768;
export class BodyTooLarge extends Error {}

/** The body as it came. Rejects with BodyTooLarge. */
export async function readBytes(req: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > most) throw new BodyTooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The body of a POST as fields: a form or a JSON object. Anything else is no fields. Rejects with BodyTooLarge. */
export async function readFields(req: IncomingMessage, most = largestBody): Promise<Record<string, unknown>> {
  const text = (await readBytes(req, most)).toString('utf8');
  if (!String(req.headers['content-type']).startsWith('application/json'))
    return Object.fromEntries(new URLSearchParams(text));
  return parseObject(text);
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}

export function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

/** An error a program can read and a person can understand (RFC 9457). */
export function problem(res: ServerResponse, status: number, refusal: Refusal): void {
  res.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(JSON.stringify({ type: 'about:blank', title: refusal.message, status, code: refusal.code }));
}

export function seeOther(res: ServerResponse, location: string): void {
  res.writeHead(303, { location, 'cache-control': 'no-store' });
  res.end();
}

export const wantsJson = (req: IncomingMessage): boolean =>
  String(req.headers.accept ?? '').includes('application/json');
