import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { stringify } from 'yaml';
import { protocolVersion } from '@/core/contract/protocol';
import type { Frame } from '@/core/contract/wire';
import { Database } from '@/server/store/database';
import { village } from '../../support/village';
import { commandEveryMs, deliveryEveryMs, letter, measuredMs, runs, wallNow, warmUpMs } from './load';
import { served } from './process';

/** Lateness in ms of what arrived in the measured time: of deliveries from their due moment, of commands from sending. */
export interface Lateness {
  deliveries: number[];
  commands: number[];
}

const slug = 'bench-village';
const minute = 60_000;

/** Authored mail at exact moments of the run, so that the world itself decides when each is due. */
const scenario = () => ({
  ...village({ lengthMin: 60 }),
  slug,
  mail: Array.from({ length: 20 }, (_, k) => ({
    id: `note-${k}`,
    from: 'ada',
    at: ((k + 1) * deliveryEveryMs) / minute,
    subject: 'A note',
    text: letter,
  })),
});

/** One round of the product: the whole server but its pages, in a process of its own, every run at one simulated ms per real ms. */
export async function productRound(): Promise<Lateness> {
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-bench-'));
  const packs = path.join(dir, 'packs');
  await mkdir(packs);
  await writeFile(path.join(packs, `${slug}.yaml`), stringify(scenario()));
  const env = { DATA_DIR: dir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
  const server = await served('tests/support/serveProcess.ts', [JSON.stringify({ rate: 1, packs })], env);
  const received = new Map<string, number>();
  const commands: number[] = [];
  const players = await seats(server.port);
  const started = wallNow();
  const from = started + warmUpMs + deliveryEveryMs;
  const until = from + measuredMs;
  await Promise.all(
    players.map((player, i) => play(player, i, server.port, { received, commands, from, until })),
  );
  await server.stop();
  const deliveries = await latenessOf(path.join(dir, 'meanwhile.db'), received, from, until);
  await rm(dir, { recursive: true });
  return { deliveries, commands };
}

interface Player {
  cookie: string;
  seat: string;
}

async function seats(port: number): Promise<Player[]> {
  const players: Player[] = [];
  for (let i = 0; i < runs; i++) {
    const response = await fetch(`http://127.0.0.1:${port}/api/solo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ scenario: slug, plan: 'mail', practice: false }),
    });
    const { seat } = (await response.json()) as { seat: string };
    players.push({ seat, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' });
  }
  return players;
}

interface Round {
  /** When each mail came in, by run and mail. */
  received: Map<string, number>;
  commands: number[];
  from: number;
  until: number;
}

async function play({ cookie, seat }: Player, i: number, port: number, round: Round): Promise<void> {
  const socket = io(`http://127.0.0.1:${port}`, {
    auth: { protocol: protocolVersion, seat },
    extraHeaders: { cookie },
    transports: ['websocket'],
    forceNew: true,
  });
  let card = '';
  socket.on('frame', (frame: Frame) => {
    const now = wallNow();
    for (const change of frame.changes) {
      if (change.type === 'mail') round.received.set(`${frame.stream} ${change.mail.mailId}`, now);
      if (change.type === 'desk') card = change.desk.card?.cardId ?? card;
    }
  });
  await new Promise<void>((done) => socket.once('connect', done));
  await pause((deliveryEveryMs * i) / runs);
  let k = 0;
  const command = (name: string, body: object) =>
    socket.emitWithAck(name, { commandId: `bench-${i}-${k++}`.padEnd(12, 'x'), body });
  await command('clock.start', {});
  card = 'c1';
  await pause((commandEveryMs * i) / runs / 2);
  while (wallNow() < round.until) {
    const sent = wallNow();
    await command('desk.answer', { cardId: card, choice: 0 });
    if (sent >= round.from) round.commands.push(wallNow() - sent);
    await pause(Math.max(0, sent + commandEveryMs - wallNow()));
  }
  close(socket);
}

const close = (socket: Socket): void => void socket.disconnect();
export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Due moments from the durable log: the clock's anchor plus the event's own time. What was shown and is not stored is an error. */
async function latenessOf(
  file: string,
  received: ReadonlyMap<string, number>,
  from: number,
  until: number,
): Promise<number[]> {
  const db = await Database.open(file);
  const started = await db.read((client) => client.event.findMany({ where: { type: 'clock.started' } }));
  const mails = await db.read((client) => client.event.findMany({ where: { type: 'mail.received' } }));
  await db.close();
  const anchors = new Map(started.map((e) => [e.stream, Number(JSON.parse(e.data).at)]));
  const stored = new Map(
    mails.map((e) => [`${e.stream} ${JSON.parse(e.data).mailId}`, (anchors.get(e.stream) ?? 0) + e.simMs]),
  );
  return [...received].flatMap(([key, at]) => {
    const due = stored.get(key);
    if (due === undefined) throw new Error(`${key} was shown and is not in the log`);
    return due >= from && due < until ? [at - due] : [];
  });
}
