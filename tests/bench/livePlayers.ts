import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';

const replySchema = z.object({ ok: z.boolean() });

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
