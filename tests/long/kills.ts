import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database3 from 'better-sqlite3';
import { Database } from '@/server/store/database';
import { type Child, childOf } from '@/tests/support/child';
import { generator } from '@/tests/view/random';
import { Player } from './player';
import { type Verdict, verdictOn } from './verdict';

export interface KillOptions {
  kills: number;
  players: number;
  /** Protections; the script must fail without either. */
  idempotency: boolean;
  fence: boolean;
  seed: number;
}

interface Served {
  child: Child;
  base: string;
}

/**
 * Clients play while their server is killed with kill -9 again and again. Every other time its successor is up before it dies,
 * and half of the clients talk to both, so that for a moment two processes write the same runs: then only the fence
 * stands between them.
 */
export async function killAgainAndAgain(
  options: KillOptions,
): Promise<Verdict & { accepted: number; unanswered: number }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-kills-'));
  const random = generator(options.seed);
  const players = Array.from(
    { length: options.players },
    (_, i) => new Player(`player-${i}`, options.seed * 100 + i),
  );
  let server = await serve(dir, options);
  if (!options.fence || !options.idempotency) await restartWithout();
  for (const player of players) await player.begin(server.base);
  const playing = players.map((p) => p.play());
  for (let k = 0; k < options.kills; k++) {
    await pause(200 + random() * 900);
    const overlaps = k % 2 === 0;
    const next = overlaps ? await serve(dir, options) : null;
    if (next) {
      const torn = players.slice(0, Math.ceil(players.length / 2));
      for (const player of torn) player.connectAlso(next.base);
      await pauseUntil(() => torn.every((player) => player.answersOfBoth > 6));
      await pause(random() * 400);
    }
    server.child.kill();
    await server.child.ended;
    server = next ?? (await serve(dir, options));
    for (const player of players) player.connect(server.base);
  }
  await pause(1_500);
  for (const player of players) player.stop();
  const stuck = await Promise.race([Promise.all(playing).then(() => 0), pause(5_000).then(() => 1)]);
  for (const player of players) player.leave();
  server.child.kill();
  await server.child.ended;
  const db = await Database.open(path.join(dir, 'meanwhile.db'));
  const accepted = players.flatMap((p) => p.accepted);
  const verdict = await verdictOn(
    db,
    players.flatMap((p) => p.runs),
    accepted,
  );
  await db.close();
  await rm(dir, { recursive: true });
  return { ...verdict, accepted: accepted.length, unanswered: stuck };

  async function restartWithout(): Promise<void> {
    server.child.kill();
    await server.child.ended;
    const file = path.join(dir, 'meanwhile.db');
    if (!options.fence) removeFence(file);
    if (!options.idempotency) forgetCommands(file);
    server = await serve(dir, options);
  }
}

/** The same table without its keys: whoever comes second is not told. */
function removeFence(file: string): void {
  const db = new Database3(file);
  const { sql } = db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'Event'`).get() as { sql: string };
  const bare = sql.replace(/,\s*PRIMARY KEY \([^)]*\)/, '');
  db.exec(`DROP TABLE "Event"; ${bare};`);
  db.close();
}

/** The same table without its memory of commands. */
function forgetCommands(file: string): void {
  const db = new Database3(file);
  db.exec(`DROP INDEX "Event_stream_actor_commandId_key"`);
  db.close();
}

async function serve(dir: string, { idempotency }: KillOptions): Promise<Served> {
  const flags = JSON.stringify({ idempotency, rate: 60, lock: false });
  const child = await childOf('tests/support/serveProcess.ts', [flags], {
    DATA_DIR: dir,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  for await (const line of child.lines) {
    const said = /^\{"port":(\d+)\}$/.exec(line);
    if (said) return { child, base: `http://127.0.0.1:${said[1]}` };
  }
  const { stderr } = await child.ended;
  throw new Error(`the server did not start: ${stderr}`);
}

/** Waits for what should come soon, at most five seconds. */
async function pauseUntil(done: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5_000 && !done(); waited += 20) await pause(20);
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
