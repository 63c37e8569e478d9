import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppendConflict, StoreUnavailable } from '@/server/session/ports';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { LogThread } from '@/server/store/logThread';
import { type Child, childOf } from '../support/child';
import {
  closing,
  emptyDatabase,
  eventAt,
  openDatabase,
  type StoreOnDisk,
  storeOnDisk,
  tempFolder,
} from '../support/storeFixture';

const synchronous = async (connection: { rows(sql: string): Promise<unknown[][]> }): Promise<unknown> =>
  (await connection.rows('PRAGMA synchronous'))[0]?.[0];
const full = 2;
const normal = 1;

describe('synchronous = FULL', () => {
  it('is on for the very connection that appends, in WAL mode', async () => {
    const { db, store } = await storeOnDisk();
    await store.append('run:run-000001', [eventAt(1)]);
    expect(await db.writeBare((connection) => synchronous(connection))).toBe(full);
    expect(await db.writeBare((connection) => connection.rows('PRAGMA journal_mode'))).toEqual([['wal']]);
  });

  it('is on for the writing and the reading client', async () => {
    const db = await openDatabase();
    const asked = 'PRAGMA synchronous';
    expect(await db.write((client) => client.$queryRawUnsafe(asked))).toEqual([
      { synchronous: BigInt(full) },
    ]);
    expect(await db.read((client) => client.$queryRawUnsafe(asked))).toEqual([{ synchronous: BigInt(full) }]);
  });

  it('negative control: a connection nobody told stands at NORMAL', async () => {
    const db = await openDatabase();
    const bare = await new PrismaBetterSqlite3({ url: db.file }).connect();
    const { rows } = await bare.queryRaw({ sql: 'PRAGMA synchronous', args: [], argTypes: [] });
    await bare.dispose();
    expect(rows).toEqual([[normal]]);
  });
});

describe('a group of appends', () => {
  const streams = Array.from({ length: 12 }, (_, i) => `run:group-${i + 10}`);

  it('fails only the guilty call when a number in it is taken', async () => {
    const { store } = await storeOnDisk();
    await store.append('run:group-13', [eventAt(1)]);
    const settled = await Promise.allSettled(
      streams.map((stream) => store.append(stream, [eventAt(1), eventAt(2)])),
    );
    const failed = settled.flatMap((result, i) =>
      result.status === 'rejected' ? [[streams[i], result.reason]] : [],
    );
    expect(failed).toEqual([['run:group-13', expect.any(AppendConflict)]]);
    for (const stream of streams)
      expect(await store.read(stream)).toHaveLength(stream === 'run:group-13' ? 1 : 2);
  });

  it('is one transaction: one commit for many calls', async () => {
    const { db, store } = await storeOnDisk();
    const commits = countCommits(db);
    await Promise.all(streams.map((stream) => store.append(stream, [eventAt(1)])));
    expect(commits()).toBe(1);
  });

  it('refuses what was decided on top of a call that failed', async () => {
    const { store } = await storeOnDisk();
    await store.append('run:group-10', [eventAt(1)]);
    const settled = await Promise.allSettled([
      store.append('run:group-10', [eventAt(1)]),
      store.append('run:group-10', [eventAt(2)]),
      store.append('run:group-11', [eventAt(1)]),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await store.read('run:group-10')).toHaveLength(1);
  });

  it('takes more rows than one statement can hold', async () => {
    const { store } = await storeOnDisk();
    const many = Array.from({ length: 4_000 }, (_, i) => eventAt(i + 1));
    await store.append('run:group-10', many);
    expect(await store.read('run:group-10', 3_990)).toHaveLength(10);
  });
});

describe('the thread of the log', () => {
  const create = { sql: 'CREATE TABLE IF NOT EXISTS noted (n)', args: [] };
  const note = { sql: 'INSERT INTO noted VALUES (?)', args: [1] };

  it('stores one transaction after the other, and all or nothing of each', async () => {
    const db = await openDatabase();
    const thread = new LogThread(db.file);
    onTestFinished(() => thread.close());
    await thread.transact([create]);
    await expect(
      thread.transact([note, { sql: 'INSERT INTO nowhere VALUES (1)', args: [] }]),
    ).rejects.toThrow('TableDoesNotExist');
    await thread.transact([note, note]);
    expect(await db.reading.rows('SELECT count(*) FROM noted')).toEqual([[2]]);
  });

  it('is started anew after it died, and what was under way is refused, not left waiting', async () => {
    const file = path.join(await tempFolder(), 'later', 'file.db');
    const thread = new LogThread(file);
    onTestFinished(() => thread.close());
    await expect(thread.transact([create])).rejects.toThrow(StoreUnavailable);
    await mkdir(path.dirname(file));
    await thread.transact([create]);
  });

  it('takes nothing more once it is closed', async () => {
    const thread = new LogThread((await openDatabase()).file);
    await thread.transact([create]);
    await thread.close();
    await expect(thread.transact([note])).rejects.toThrow('the store is closed');
  });
});

describe('the fence', () => {
  it('negative control: without the table’s keys two writers both get the number', async () => {
    const { db, store } = await storeOnDisk();
    await db.writeBare((connection) =>
      connection.script(
        'CREATE TABLE bare AS SELECT * FROM "Event"; DROP TABLE "Event"; ALTER TABLE bare RENAME TO "Event";',
      ),
    );
    const twice = [
      store.append('run:run-000001', [eventAt(1)]),
      store.append('run:run-000001', [eventAt(1)]),
    ];
    await Promise.all(twice);
    expect(await store.read('run:run-000001')).toHaveLength(2);
  });
});

describe('a medium that refuses', () => {
  /** No room for another page; those that migrations left free are given back first. */
  const fill = async ({ db }: StoreOnDisk): Promise<void> => {
    await db.writing.script('VACUUM');
    const [[pages] = []] = await db.writing.rows('PRAGMA page_count');
    await db.writing.script(`PRAGMA max_page_count = ${Number(pages)}`);
  };
  const large = Array.from({ length: 500 }, (_, i) => eventAt(i + 1));

  it('on a full disk refuses the append with a sentence, stores nothing of it, and goes on when there is room', async () => {
    const on = await storeOnDisk();
    await fill(on);
    const refused = on.store.append('run:run-000001', large, { nextDueAt: 5 });
    await expect(refused).rejects.toThrow(new StoreUnavailable('the disk is full'));
    expect(await on.store.read('run:run-000001')).toEqual([]);
    expect(await on.store.overdue(5, 1)).toEqual([]);
    await on.db.writing.script('PRAGMA max_page_count = 1000000');
    await on.store.append('run:run-000001', large);
    expect(await on.store.read('run:run-000001')).toHaveLength(500);
  });

  it('on a full disk refuses every call of the group', async () => {
    const on = await storeOnDisk();
    await fill(on);
    const settled = await Promise.allSettled(
      ['run:a-0000001', 'run:b-0000001'].map((s) => on.store.append(s, large)),
    );
    expect(settled.map((r) => (r.status === 'rejected' ? r.reason : null))).toEqual([
      expect.any(StoreUnavailable),
      expect.any(StoreUnavailable),
    ]);
  });

  it('on a full disk refuses a draft and does not hang the next write', async () => {
    const on = await storeOnDisk();
    await fill(on);
    const draft = {
      conversation: 'ada',
      threadId: null,
      subject: '',
      text: 'x'.repeat(9_000),
      asks: [],
      details: [],
      rev: 0,
    };
    await expect(on.store.saveDraft('run-000001', 'p1', draft)).rejects.toThrow('the disk is full');
    await on.db.writing.script('PRAGMA max_page_count = 1000000');
    await expect(on.store.saveDraft('run-000001', 'p1', draft)).resolves.toMatchObject({ rev: 1 });
  });

  it('says so when the database cannot be written to, and reading goes on', async () => {
    const { db, store } = await storeOnDisk();
    await store.append('run:run-000001', [eventAt(1)]);
    await db.writing.script('PRAGMA query_only = ON');
    const refused = store.append('run:run-000001', [eventAt(2)]);
    await expect(refused).rejects.toThrow(new StoreUnavailable('the database cannot be written to'));
    expect(await store.read('run:run-000001')).toHaveLength(1);
    await db.writing.script('PRAGMA query_only = OFF');
    await store.append('run:run-000001', [eventAt(2)]);
  });

  it('leaves no transaction open when the commit itself is refused', async () => {
    const { db, store } = await storeOnDisk();
    const orphan = `INSERT INTO "Draft" VALUES ('nobody', 'ada', '', '', '', '[]', '[]', 1, NULL)`;
    const statements = ['PRAGMA defer_foreign_keys = ON', orphan].map((sql) => ({ sql, args: [] }));
    await expect(db.writeBare((connection) => connection.transact(statements))).rejects.toThrow();
    const within = db.write((client) =>
      client.$transaction(statements.map(({ sql }) => client.$executeRawUnsafe(sql))),
    );
    await expect(within).rejects.toBeInstanceOf(StoreUnavailable);
    await store.append('run:run-000001', [eventAt(1)]);
    expect(await db.read((client) => client.draft.count())).toBe(0);
  });

  it('refuses to read and to write once it is closed', async () => {
    const { store } = await storeOnDisk();
    await store.close();
    await store.close();
    await expect(store.read('run:run-000001')).rejects.toThrow(new StoreUnavailable('the store is closed'));
    await expect(store.beat('process', 1)).rejects.toThrow(new StoreUnavailable('the store is closed'));
  });

  it('refuses to open a file that is no database', async () => {
    const file = `${await tempFolder()}/meanwhile.db`;
    await writeFile(file, 'This is a shopping list, not a database. '.repeat(200));
    await expect(Database.open(file)).rejects.toThrow(new StoreUnavailable('the file is not a database'));
  });
});

describe('reads and writes', () => {
  it('a read never sees what is not committed', async () => {
    const { db } = await storeOnDisk();
    const count = (): Promise<number> => db.read((client) => client.device.count());
    const before = await count();
    const seen = await db.write((client) =>
      client.$transaction(async (tx) => {
        await tx.device.create({ data: { id: 'd', tokenHash: 't', createdAt: 1, lastSeenAt: 1 } });
        return count();
      }),
    );
    expect([seen, await count()]).toEqual([before, before + 1]);
  });

  it('an append asked for during another transaction is not part of it', async () => {
    const { db, store } = await storeOnDisk();
    const rolledBack = db.write((client) =>
      client.$transaction(async (tx) => {
        await tx.device.create({ data: { id: 'd', tokenHash: 't', createdAt: 1, lastSeenAt: 1 } });
        const appended = store.append('run:run-000001', [eventAt(1)]);
        await new Promise((resolve) => setImmediate(resolve));
        throw Object.assign(new Error('changed my mind'), { appended });
      }),
    );
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await store.append('run:run-000001', [eventAt(2)]);
    expect(await store.read('run:run-000001')).toHaveLength(2);
  });
});

describe('kill -9 in the middle of appends', () => {
  it('every acknowledged append is there, in dense logs', { timeout: 30_000 }, async () => {
    for (const acks of [40, 173]) {
      const { lost, gaps } = await lostByKilling('stored', acks);
      expect({ acks, lost, gaps }).toEqual({ acks, lost: 0, gaps: 0 });
    }
  });

  it('negative control: a writer that acknowledges too early is found out', { timeout: 30_000 }, async () => {
    expect((await lostByKilling('early', 40)).lost).toBeGreaterThan(0);
  });
});

/** Kills a writer after so many acknowledgements and counts acknowledged events that are not there, and holes. */
async function lostByKilling(
  acknowledge: 'stored' | 'early',
  acks: number,
): Promise<{ lost: number; gaps: number }> {
  const file = await emptyDatabase();
  const acknowledged = await untilKilled(
    await childOf('tests/support/appendingChild.ts', [file, acknowledge]),
    acks,
  );
  const store = new EventStore(closing(await Database.open(file)));
  const result = { lost: 0, gaps: 0 };
  for (const [stream, last] of acknowledged) {
    const seqs = (await store.read(stream)).map(({ seq }) => seq);
    result.lost += Math.max(0, last - seqs.length);
    result.gaps += seqs.filter((seq, i) => seq !== i + 1).length;
  }
  return result;
}

/** The highest number the child acknowledged per stream until it was killed. */
async function untilKilled(child: Child, acks: number): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  let count = 0;
  for await (const line of child.lines) {
    const [stream = '', seq] = line.split(' ');
    last.set(stream, Number(seq));
    if (++count === acks) child.kill();
  }
  expect(count).toBeGreaterThanOrEqual(acks);
  return last;
}

function countCommits(db: Database): () => number {
  let commits = 0;
  const transact = db.writing.transact.bind(db.writing);
  db.writing.transact = (statements) => {
    commits++;
    return transact(statements);
  };
  return () => commits;
}
