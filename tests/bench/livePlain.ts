import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { wallNow } from './clock';
import { drawing, load } from './liveLoad';
import { answerProbes } from './probe';

/**
 * The baseline: `setTimeout`, better-sqlite3 with one durable transaction per turn of the event loop, Socket.io. With
 * `--bare` there is no database. It knows nothing of simulated people, clocks or views.
 */
const file = process.argv[2] ?? '';
const bare = process.argv.includes('--bare');
const insert = bare ? null : openLog();

interface Happening {
  run: number;
  seq: number;
  command: boolean;
  due: number;
  text: string;
  done?: (reply: unknown) => void;
}

function openLog() {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE Event (stream TEXT NOT NULL, seq INTEGER NOT NULL, v INTEGER NOT NULL, simMs INTEGER NOT NULL, at REAL NOT NULL,
    type TEXT NOT NULL, actor TEXT NOT NULL, commandId TEXT, commandHash TEXT, data TEXT NOT NULL, PRIMARY KEY (stream, seq));
    CREATE UNIQUE INDEX byCommand ON Event (stream, actor, commandId)`);
  const row = db.prepare('INSERT INTO Event VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)');
  return db.transaction((batch: readonly Happening[]) => {
    for (const { run, seq, command, due, text } of batch)
      row.run(
        `run:${run}`,
        seq,
        Math.floor(due % 1e9),
        wallNow(),
        command ? 'mail.sent' : 'mail.received',
        command ? 'p1' : 'world',
        command ? `command-${run}-${seq}` : null,
        command ? 'hash' : null,
        JSON.stringify(mailOf(seq, text, due)),
      );
  });
}

const mailOf = (seq: number, text: string, due: number) => ({
  mailId: `m${seq}`,
  threadId: `t${seq}`,
  contact: 'ada',
  from: 'them',
  kind: 'authored',
  subject: 'News from the village',
  text,
  simMs: due,
  state: null,
  stateMs: due,
  asks: [],
  details: [],
  answers: [],
  facts: [],
  missing: [],
  about: [],
  helpWith: [],
  inReplyTo: null,
  deputy: null,
  opened: false,
  undoUntil: null,
});

const http = createServer();
const io = new Server(http, { serveClient: false, pingInterval: 10_000, pingTimeout: 10_000 });
const seqs = new Array<number>(load.runs).fill(0);
let waiting: Happening[] = [];

function happen(run: number, more: Pick<Happening, 'command' | 'due' | 'text' | 'done'>): void {
  if (waiting.length === 0) setImmediate(commit);
  const seq = (seqs[run] ?? 0) + 1;
  seqs[run] = seq;
  waiting.push({ run, seq, ...more });
}

function commit(): void {
  const batch = waiting;
  waiting = [];
  insert?.(batch);
  for (const { run, seq, due, text, command, done } of batch) {
    const changes = [{ type: 'mail', mail: mailOf(seq, text, due) }];
    io.to(`run:${run}`).emit('frame', {
      stream: `run:${run}`,
      epoch: 0,
      n: seq,
      due: command ? null : due,
      changes,
    });
    done?.({ ok: true, n: seq });
  }
}

const hello = z.object({ run: z.number() });
const letter = z.object({ body: z.object({ text: z.string() }) });
io.on('connection', (socket: Socket) => {
  const { run } = hello.parse(socket.handshake.auth);
  void socket.join(`run:${run}`);
  socket.on('mail.send', (raw: unknown, done: (reply: unknown) => void) =>
    happen(run, { command: true, due: wallNow(), text: letter.parse(raw).body.text, done }),
  );
});

const everyMs = (1_000 * load.runs) / load.deliveriesPerSecond;
let timers: NodeJS.Timeout[] = [];
const news = 'The preparations are going well, and everybody has been told what is needed of them this week.';

function arm(run: number, due: number): void {
  timers[run] = setTimeout(
    () => {
      happen(run, { command: false, due, text: news });
      arm(run, due + everyMs);
    },
    Math.ceil(due - wallNow()),
  );
}

let round = 0;
function begin(): void {
  const draw = drawing(++round);
  const start = wallNow();
  for (let run = 0; run < load.runs; run++) arm(run, start + draw() * everyMs);
}

function end(): void {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
}

answerProbes(async (ask) => {
  if (ask === 'begin') begin();
  else end();
});
process.on('SIGTERM', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.stdout.write(
    `${JSON.stringify({ port: address && typeof address === 'object' ? address.port : 0 })}\n`,
  );
});
