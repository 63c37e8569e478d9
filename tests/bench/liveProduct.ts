import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { protocolVersion } from '@/core/contract/protocol';
import { village } from '../support/village';
import { wallNow } from './clock';
import { Forked } from './forked';
import { type Delivery, drawing, letterOf, load, type Variant } from './liveLoad';
import { accepted, connected } from './livePlayers';

/** Simulated ms per real ms: fast, so that a mail is read and answered within one round. */
const rate = 600;
/** Every mail sent is read and answered, which makes two deliveries; authored mail is the rest. */
const authoredPerSecond = load.deliveriesPerSecond - 2 * load.commandsPerSecond;
const everyMin = (load.runs / authoredPerSecond) * (rate / 60);
const spreadMs = (1_000 * load.runs) / load.deliveriesPerSecond;

const changeSchema = z.object({
  type: z.string(),
  mailId: z.string().optional(),
  state: z.string().optional(),
  mail: z.object({ mailId: z.string(), from: z.string() }).optional(),
});
const frameSchema = z.object({ stream: z.string(), changes: z.array(changeSchema) });
type Change = z.infer<typeof changeSchema>;

const seatSchema = z.object({ seat: z.string() });
const rowSchema = z.object({
  stream: z.string(),
  simMs: z.number(),
  type: z.string(),
  data: z.string().transform((text) => JSON.parse(text)),
});
const anchorSchema = z.object({ at: z.number(), rate: z.number() });
const mailSchema = z.object({ mailId: z.string() });

/** The real server with clients who play; what was due when is computed afterwards from the durable log alone. */
export async function product(dir: string): Promise<Variant & { server: Forked }> {
  const dataDir = path.join(dir, 'product');
  const packs = await packIn(path.join(dir, 'packs'));
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'production' };
  const server = await Forked.start('tests/bench/liveServed.ts', [JSON.stringify({ rate, packs })], env);
  const handled = new Map<string, number>();
  const sockets: Socket[] = [];
  for (let run = 0; run < load.runs; run++) sockets.push(await player(server.base, handled));
  let began = 0;
  let round = 0;
  return {
    name: 'product',
    server,
    async begin() {
      handled.clear();
      const draw = drawing(++round);
      began = wallNow();
      await Promise.all(sockets.map((s) => setGoing(s, round, draw() * spreadMs)));
    },
    async command(run, k) {
      const socket = sockets[run];
      if (socket) await accepted(socket, 'mail.send', letterOf(run, k), `bench-${k}`.padEnd(16, '-'));
    },
    async end(from, to) {
      await Promise.all(
        sockets.map((s) => accepted(s, 'clock.pause', {}, `bench-pause-${round}`.padEnd(16, '-'))),
      );
      await wait(200);
      const due = dueBy(path.join(dataDir, 'meanwhile.db'), began);
      return [...due]
        .filter(([, at]) => at >= from && at < to)
        .map(([name, at]) => delivered(name, at, handled));
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await server.stop();
    },
  };
}

async function packIn(folder: string): Promise<string> {
  const mail = Array.from({ length: 60 }, (_, k) => ({
    id: `news-${k}`,
    from: 'ada',
    subject: 'News from the village',
    text: 'The preparations are going well, and everybody has been told what is needed of them this week.',
    at: (k + 1) * everyMin,
  }));
  await mkdir(folder);
  // JSON is YAML.
  await writeFile(path.join(folder, 'village.yaml'), JSON.stringify(village({ lengthMin: 28_800, mail })));
  return folder;
}

async function player(base: string, handled: Map<string, number>): Promise<Socket> {
  const response = await fetch(`${base}/api/solo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ scenario: 'village' }),
  });
  const { seat } = seatSchema.parse(await response.json());
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = await connected(base, { protocol: protocolVersion, seat }, cookie);
  socket.on('frame', (raw: unknown) => {
    const now = wallNow();
    const { stream, changes } = frameSchema.parse(raw);
    for (const change of changes) {
      const name = shownIn(change);
      if (name && !handled.has(`${stream} ${name}`)) handled.set(`${stream} ${name}`, now);
    }
  });
  return socket;
}

function shownIn({ type, mail, mailId, state }: Change): string | null {
  if (type === 'mail' && mail?.from === 'them') return `mail.received ${mail.mailId}`;
  return type === 'mailState' && state === 'read' ? `mail.read ${mailId}` : null;
}

async function setGoing(socket: Socket, round: number, afterMs: number): Promise<void> {
  await wait(afterMs);
  const name = round === 1 ? 'clock.start' : 'clock.resume';
  await accepted(socket, name, {}, `bench-begin-${round}`.padEnd(16, '-'));
}

/** Wall ms at which each delivery since `began` fell due by its run's clock: anchor and simulated time are in the log. */
function dueBy(file: string, began: number): Map<string, number> {
  const db = new Sqlite(file, { readonly: true });
  const rows = db
    .prepare('SELECT stream, simMs, type, data FROM Event WHERE at >= ? ORDER BY stream, seq')
    .all(began);
  db.close();
  const anchors = new Map<string, { at: number; rate: number; simMs: number }>();
  const due = new Map<string, number>();
  for (const { stream, simMs, type, data } of rows.map((row) => rowSchema.parse(row))) {
    if (type === 'clock.started' || type === 'clock.rate')
      anchors.set(stream, { ...anchorSchema.parse(data), simMs });
    const anchor = anchors.get(stream);
    if (anchor && (type === 'mail.received' || type === 'mail.read'))
      due.set(
        `${stream} ${type} ${mailSchema.parse(data).mailId}`,
        anchor.at + (simMs - anchor.simMs) / anchor.rate,
      );
  }
  return due;
}

function delivered(name: string, due: number, handled: ReadonlyMap<string, number>): Delivery {
  const at = handled.get(name);
  if (at === undefined) throw new Error(`${name} is in the log and never came`);
  return { due, handled: at };
}
