import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { BoardView } from '@/core/contract/board';
import type { ControlReply } from '@/core/contract/control';
import { protocolVersion } from '@/core/contract/protocol';
import { person } from './accounts';
import type { LiveServer, Visitor } from './liveServer';

/** A facilitator with an open session and its board. */
export interface Led {
  sessionId: string;
  code: string;
  cookie: string;
  board: Socket;
}

let facilitators = 0;
let commands = 0;

/** A session of the village, led by somebody new; what is not said is as small as it can be. */
export async function lead(server: LiveServer, fields: Record<string, unknown> = {}): Promise<Led> {
  const email = `lead${++facilitators}@example.org`;
  const { cookie } = await person(server, email, 'facilitator');
  const wanted = { title: 'Monday', scenario: 'village', plan: 'mail', lateJoin: true, ...fields };
  const made = await server.post('/api/sessions', wanted, { cookie });
  const { go } = (await made.json()) as { go: string };
  const sessionId = go.split('/').at(-1) ?? '';
  const board = boardSocket(server, cookie, sessionId);
  await new Promise<void>((done, fail) => board.once('connect', done).once('connect_error', fail));
  const { code } = await openBoard(board);
  return { sessionId, code: code ?? '', cookie, board };
}

export function boardSocket(server: LiveServer, cookie: string, session: string): Socket {
  const socket = io(`${server.base}/board`, {
    auth: { protocol: protocolVersion, session },
    extraHeaders: { cookie },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  onTestFinished(() => void socket.disconnect());
  return socket;
}

export async function openBoard(board: Socket): Promise<BoardView> {
  const opened = (await board.timeout(5_000).emitWithAck('open')) as { ok: boolean; board: BoardView };
  return opened.board;
}

export const control = (
  { board }: Led,
  name: string,
  body: object = {},
  commandId = `test-control-${++commands}`,
): Promise<ControlReply> => board.timeout(5_000).emitWithAck('control', { commandId, name, body });

/** Somebody takes a seat by the code. */
export async function joinSession(
  server: LiveServer,
  { code }: Pick<Led, 'code'>,
  name: string,
  fields: Record<string, unknown> = {},
  cookie?: string,
): Promise<Visitor> {
  const response = await server.post('/api/join', { code, name, ...fields }, cookie ? { cookie } : {});
  const body = (await response.json()) as { seat?: string; code?: string };
  if (!body.seat) throw new Error(body.code);
  return { seat: body.seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie ?? '' };
}
