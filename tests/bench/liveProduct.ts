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
import { accepted, atOnce, comesIn, connected, cookieOf, post } from './livePlayers';

/** Simulated ms per real ms: fast, so that a mail is read and answered within one round. */
const rate = 600;
/** Every mail sent is read and answered, which makes two deliveries; authored mail is the rest. */
const authoredPerSecond = load.deliveriesPerSecond - 2 * load.commandsPerSecond;
const everyMin = (load.runs / authoredPerSecond) * (rate / 60);
/** Between two authored mails of one run: its phase is drawn within. */
const spreadMs = (1_000 * load.runs) / authoredPerSecond;

const changeSchema = z.object({
  type: z.string(),
  mailId: z.string().optional(),
  state: z.string().optional(),
  clock: z.object({ state: z.string() }).optional(),
  mail: z.object({ mailId: z.string(), from: z.string() }).optional(),
});
const frameSchema = z.object({ stream: z.string(), changes: z.array(changeSchema) });
type Change = z.infer<typeof changeSchema>;

/** A frame as it came to a client, and when (wall ms). */
interface Seen {
  at: number;
  raw: unknown;
}

const rowSchema = z.object({
  stream: z.string(),
  simMs: z.number(),
  type: z.string(),
  data: z.string().transform((text) => JSON.parse(text)),
});
const anchorSchema = z.object({ at: z.number(), rate: z.number() });
const mailSchema = z.object({ mailId: z.string() });

/** What coming in, pausing and holding a session of this size costs, beside the deliveries. */
export interface Room {
  /** Ms until a class of 40 that comes all at once has its views, and until all participants have theirs; one per round. */
  class: number[];
  hall: number[];
  /** Ms from the facilitator's pause to the last screen, one per round. */
  paused: number[];
  /** Bytes per connected participant. */
  heap: number[];
  resident: number[];
}

const memorySchema = z.object({ heap: z.number(), resident: z.number() });
const classSize = 40;

/** The real server with a session of clients who play; what was due when is computed afterwards from the durable log alone. */
export async function product(
  dir: string,
  rounds: number,
): Promise<Variant & { server: Forked; room: Room }> {
  const dataDir = path.join(dir, 'product');
  const packs = await packIn(path.join(dir, 'packs'));
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'production' };
  const server = await Forked.start('tests/bench/liveServed.ts', [JSON.stringify({ packs })], env);
  const cookie = await facilitator(server);
  const room: Room = { class: [], hall: [], paused: [], heap: [], resident: [] };
  let seen: Seen[] = [];
  let hall: Hall | null = null;
  for (let round = 0; round < rounds; round++) {
    if (hall) await hall.leave();
    const small = await Hall.open(server.base, cookie);
    room.class.push(await small.fill(classSize, () => undefined));
    await small.leave();
    const before = await server.ask('memory', memorySchema);
    hall = await Hall.open(server.base, cookie);
    room.hall.push(
      await hall.fill(load.runs, (socket) =>
        socket.on('frame', (raw: unknown) => seen.push({ at: wallNow(), raw })),
      ),
    );
    await wait(1_000);
    const after = await server.ask('memory', memorySchema);
    room.heap.push((after.heap - before.heap) / load.runs);
    room.resident.push((after.resident - before.resident) / load.runs);
  }
  const full = hall;
  if (!full) throw new RangeError('no rounds');
  let began = 0;
  let round = 0;
  return {
    name: 'product',
    server,
    room,
    async begin() {
      seen = [];
      began = wallNow();
      const draw = drawing(++round);
      if (round > 1) return full.control('resume', { to: 'all' });
      await Promise.all(full.sockets.map((s) => setGoing(s, draw() * spreadMs)));
    },
    async command(run, k) {
      const socket = full.sockets[run];
      if (socket) await accepted(socket, 'mail.send', letterOf(run, k), `bench-${k}`.padEnd(16, '-'));
    },
    async end(from, to) {
      room.paused.push(await full.pause());
      await wait(500);
      const due = dueBy(path.join(dataDir, 'meanwhile.db'), began);
      const handled = handledIn(seen);
      return [...due]
        .filter(([, at]) => at >= from && at < to)
        .map(([name, at]) => delivered(name, at, handled));
    },
    async close() {
      await full.leave();
      await server.stop();
    },
  };
}

async function facilitator(server: Forked): Promise<string> {
  const { answer: token } = await server.ask('link', z.object({ answer: z.string() }));
  const used = await post(server.base, '/api/link/use', {
    token,
    name: 'Bench',
    password: 'correct horse battery',
  });
  return cookieOf(used);
}

const goSchema = z.object({ go: z.string() });
const openedSchema = z.object({ board: z.object({ code: z.string() }) });

/** A session with its board, and everybody in it. Whoever comes begins when they come (T6). */
class Hall {
  sockets: Socket[] = [];
  private controls = 0;

  private constructor(
    private readonly base: string,
    private readonly board: Socket,
    private readonly code: string,
  ) {}

  static async open(base: string, cookie: string): Promise<Hall> {
    const wanted = { title: 'Bench', scenario: 'village', plan: 'mail', lateJoin: true, receipts: true };
    const made = await post(base, '/api/sessions', { ...wanted, clock: rate }, cookie);
    const session = goSchema
      .parse(await made.json())
      .go.split('/')
      .at(-1);
    const board = await connected(`${base}/board`, { protocol: protocolVersion, session }, cookie);
    const { code } = openedSchema.parse(await board.timeout(10_000).emitWithAck('open')).board;
    const hall = new Hall(base, board, code);
    await hall.control('start', {});
    return hall;
  }

  /** Ms until so many have come in; a browser opens a few connections at a time, and a hall has many browsers. */
  async fill(count: number, came: (socket: Socket) => void): Promise<number> {
    const from = performance.now();
    this.sockets = await atOnce(count, classSize, (k) => comesIn(this.base, this.code, `Person ${k + 1}`));
    const ms = performance.now() - from;
    for (const socket of this.sockets) came(socket);
    return ms;
  }

  async control(name: string, body: object): Promise<void> {
    const commandId = `control-${++this.controls}`.padEnd(16, '-');
    const reply: unknown = await this.board.timeout(20_000).emitWithAck('control', { commandId, name, body });
    if (!z.object({ ok: z.literal(true) }).safeParse(reply).success)
      throw new Error(`${name}: ${JSON.stringify(reply)}`);
  }

  /** Pauses everybody; ms until the last screen shows it. */
  async pause(): Promise<number> {
    const from = performance.now();
    const shown = this.sockets.map(
      (socket) =>
        new Promise<number>((done) => {
          const look = (raw: unknown) => {
            const { changes } = frameSchema.parse(raw);
            if (!changes.some((c) => c.clock?.state === 'paused')) return;
            socket.off('frame', look);
            done(performance.now());
          };
          socket.on('frame', look);
        }),
    );
    await this.control('pause', { to: 'all' });
    return Math.max(...(await Promise.all(shown))) - from;
  }

  async leave(): Promise<void> {
    for (const socket of this.sockets) socket.disconnect();
    await this.control('endSession', {});
    this.board.disconnect();
    await wait(500);
  }
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

/** When clients had handled what they were shown. What a frame says is looked at afterwards, so as not to delay the next. */
function handledIn(seen: readonly Seen[]): Map<string, number> {
  const handled = new Map<string, number>();
  for (const { at, raw } of seen) {
    const { stream, changes } = frameSchema.parse(raw);
    for (const change of changes) {
      const name = shownIn(change);
      if (name && !handled.has(`${stream} ${name}`)) handled.set(`${stream} ${name}`, at);
    }
  }
  return handled;
}

function shownIn({ type, mail, mailId, state }: Change): string | null {
  if (type === 'mail' && mail?.from === 'them') return `mail.received ${mail.mailId}`;
  return type === 'mailState' && state === 'read' ? `mail.read ${mailId}` : null;
}

async function setGoing(socket: Socket, afterMs: number): Promise<void> {
  await wait(afterMs);
  await accepted(socket, 'clock.start', {}, 'bench-begin-0001');
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
