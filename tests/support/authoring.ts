import type { LiveServer } from './liveServer';
import { village } from './village';

/** What a door of authoring says, by whoever has this cookie. */
export async function ask(
  server: LiveServer,
  path: string,
  body: unknown,
  cookie: string,
  method = 'POST',
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${server.base}${path}`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A scenario that somebody wrote, with a draft and no version; gives its slug. */
export async function written(server: LiveServer, cookie: string, from?: string): Promise<string> {
  const { body } = await ask(server, '/api/scenarios', { title: 'My ward', ...(from && { from }) }, cookie);
  return String(body.go).split('/').at(-1) ?? '';
}

/** The village under another name, as a document that can be published. */
export const ward = (more: object = {}): Record<string, unknown> => ({
  ...village(),
  title: 'My ward',
  ...more,
});
