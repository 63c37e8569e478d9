import { createServer } from 'node:http';
import BetterSqlite from 'better-sqlite3';
import { Server } from 'socket.io';
import { deliveryEveryMs, letter, wallNow } from './load';

/**
 * The baseline of `live`, a process of its own: `setTimeout` for every delivery, raw better-sqlite3 (WAL, FULL) with one transaction
 * per turn of the event loop, and Socket.io. With `none` as database it is the bare timers.
 */
const file = process.argv[2] ?? 'none';
const db = file === 'none' ? null : new BetterSqlite(file);
db?.pragma('journal_mode = WAL');
db?.pragma('synchronous = FULL');
db?.exec(
  'CREATE TABLE Event (stream TEXT, seq INTEGER, at REAL, type TEXT, data TEXT, PRIMARY KEY (stream, seq))',
);
const insert = db?.prepare('INSERT INTO Event VALUES (?, ?, ?, ?, ?)');
type Row = [stream: string, seq: number, at: number, type: string, data: string];

let waiting: Array<{ row: Row; done: () => void }> = [];
const commit = db?.transaction((rows: Row[]) => {
  for (const row of rows) insert?.run(...row);
});
function store(row: Row, done: () => void): void {
  waiting.push({ row, done });
  if (waiting.length === 1) setImmediate(flush);
}
function flush(): void {
  const group = waiting;
  waiting = [];
  commit?.(group.map((w) => w.row));
  for (const w of group) w.done();
}

const http = createServer();
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  let seq = 0;
  let timer: NodeJS.Timeout | undefined;
  const stream = `run:${socket.id}`;
  const next = (due: number) => {
    timer = setTimeout(
      () => {
        const frame = { stream, n: ++seq, due, text: letter };
        store([stream, seq, due, 'mail.received', JSON.stringify(frame)], () => socket.emit('frame', frame));
        next(due + deliveryEveryMs);
      },
      Math.max(0, Math.ceil(due - wallNow())),
    );
  };
  socket.on('begin', () => next(wallNow() + deliveryEveryMs));
  socket.on('act', (body: unknown, ack: (reply: unknown) => void) => {
    const n = ++seq;
    store([stream, n, wallNow(), 'desk.done', JSON.stringify(body)], () => ack({ ok: true, n }));
  });
  socket.on('disconnect', () => clearTimeout(timer));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
