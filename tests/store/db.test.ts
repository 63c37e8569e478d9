import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '@/server/store/database';
import { EventStore } from '@/server/store/eventStore';
import { serveDatabase } from '@/server/store/serving';
import { childOf } from '../support/child';
import { eventAt, tempFolder } from '../support/storeFixture';

/** `npm run db -- ...args` on a data folder. */
async function dbCommand(
  folder: string,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return (await childOf('server/tools/db.ts', args, { DATA_DIR: folder })).ended;
}

const done = (words: RegExp) => ({ code: 0, stdout: expect.stringMatching(words), stderr: '' });
const failed = (code: 1 | 2, words: RegExp) => ({ code, stdout: '', stderr: expect.stringMatching(words) });
const oneSentence = (words: string): RegExp => new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`);

async function withEvents(folder: string, count: number): Promise<void> {
  const db = await Database.open(path.join(folder, 'meanwhile.db'));
  const store = new EventStore(db);
  await store.append(
    'run:run-000001',
    Array.from({ length: count }, (_, i) => eventAt(i + 1)),
  );
  await store.close();
}

async function countEvents(folder: string): Promise<number> {
  const db = await Database.open(path.join(folder, 'meanwhile.db'));
  const count = await db.read((client) => client.event.count());
  await db.close();
  return count;
}

describe('npm run db', { timeout: 30_000 }, () => {
  it('backs up, resets and restores, and keeps what it replaces', async () => {
    const folder = await tempFolder();
    const copy = path.join(folder, 'copy.db');
    expect(await dbCommand(folder, 'status')).toEqual(done(/no database .* yet/));
    expect(await dbCommand(folder, 'migrate')).toEqual(done(/^Applied: .*_first/));
    await withEvents(folder, 3);
    expect(await dbCommand(folder, 'backup', copy)).toEqual(done(/is copied to/));
    expect(await dbCommand(folder, 'backup', copy)).toEqual(failed(1, oneSentence('exists already')));
    expect(await dbCommand(folder, 'reset', '--yes')).toEqual(done(/The database is empty/));
    expect(await countEvents(folder)).toBe(0);
    expect(await dbCommand(folder, 'restore', copy)).toEqual(done(/^Restored from/));
    expect(await countEvents(folder)).toBe(3);
    expect(await dbCommand(folder, 'status')).toEqual(done(/up to date/));
    const kept = (await readdir(path.join(folder, 'backups'))).filter((name) => name.endsWith('.db'));
    expect(kept.map((name) => name.replace(/-\d.*/, '')).sort()).toEqual(['before-reset', 'before-restore']);
  });

  it('backs up beside a running server, and refuses to write', async () => {
    const folder = await tempFolder();
    const where = {
      databaseFile: path.join(folder, 'meanwhile.db'),
      backupDir: path.join(folder, 'backups'),
    };
    const server = await serveDatabase(where);
    await server.store.append('run:run-000001', [eventAt(1)]);
    const copy = path.join(await tempFolder(), 'meanwhile.db');
    expect(await dbCommand(folder, 'backup', copy)).toEqual(done(/is copied to/));
    for (const args of [['migrate'], ['restore', copy], ['reset', '--yes']]) {
      expect(await dbCommand(folder, ...args)).toEqual(failed(1, oneSentence('stop it first')));
    }
    await server.close();
    expect(await countEvents(path.dirname(copy))).toBe(1);
  });

  it('refuses a file that is no database and leaves the present one alone', async () => {
    const folder = await tempFolder();
    await dbCommand(folder, 'migrate');
    await withEvents(folder, 2);
    const list = path.join(folder, 'list.txt');
    await writeFile(list, 'bread, butter');
    expect(await dbCommand(folder, 'restore', list)).toEqual(
      failed(1, oneSentence('is not a database, or it is damaged')),
    );
    const elsewhere = await tempFolder();
    await writeFile(path.join(elsewhere, 'meanwhile.db'), 'bread, butter, milk. '.repeat(500));
    expect(await dbCommand(elsewhere, 'migrate')).toEqual(
      failed(1, oneSentence('cannot be used: the file is not a database')),
    );
    expect(await dbCommand(folder, 'restore', path.join(folder, 'nothing.db'))).toEqual(
      failed(1, oneSentence('There is no file')),
    );
    expect(await countEvents(folder)).toBe(2);
  });

  it.each([[[]], [['paint']], [['backup']], [['migrate', 'now']], [['reset']], [['reset', '--no']]])(
    'says how to use it, with exit code 2, for %j',
    async (args) => {
      expect(await dbCommand(await tempFolder(), ...args)).toEqual(failed(2, /npm run db --/));
    },
  );

  it('names a wrong environment value, with exit code 2', async () => {
    const child = await childOf('server/tools/db.ts', ['status'], {
      DATABASE_URL: 'postgresql://localhost/mw',
    });
    expect(await child.ended).toEqual(failed(2, oneSentence('DATABASE_URL names PostgreSQL')));
  });
});
