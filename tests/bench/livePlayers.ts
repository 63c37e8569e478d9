import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { protocolVersion } from '@/core/contract/protocol';

const replySchema = z.object({ ok: z.boolean() });
const seatSchema = z.object({ seat: z.string() });

/** A client as browsers have them: websocket only, on a connection of its own. */
export async function connected(base: string, auth: object, cookie?: string): Promise<Socket> {
  const socket = io(base, {
    auth,
    ...(cookie !== undefined && { extraHeaders: { cookie } }),
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail));
  return socket;
}

/** Resolves when the command was accepted; rejects with the refusal. */
export async function accepted(socket: Socket, name: string, body: object, commandId: string): Promise<void> {
  const reply: unknown = await socket.timeout(10_000).emitWithAck(name, { commandId, body });
  if (!replySchema.parse(reply).ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
}

export async function post(base: string, path: string, body: object, cookie?: string): Promise<Response> {
  const type = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { ...type, ...(cookie !== undefined && { cookie }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

/** Somebody comes into a session: a seat by its code, a socket, and the first whole view. */
export async function comesIn(base: string, code: string, name: string): Promise<Socket> {
  const response = await post(base, '/api/join', { code, name });
  const { seat } = seatSchema.parse(await response.json());
  const socket = await connected(base, { protocol: protocolVersion, seat }, cookieOf(response));
  const resumed: unknown = await socket.timeout(30_000).emitWithAck('resume', null);
  if (!replySchema.parse(resumed).ok) throw new Error(`no view: ${JSON.stringify(resumed)}`);
  return socket;
}

/** So many at a time, each begun when one before it is done; results in order. */
export async function atOnce<T>(count: number, limit: number, one: (k: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const line = async () => {
    for (let k = next++; k < count; k = next++) results[k] = await one(k);
  };
  await Promise.all(Array.from({ length: Math.min(limit, count) }, line));
  return results;
}
