import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '@/server/session/ports';
import { DatabaseInUse, lockDatabase } from '@/server/store/lock';
import { serveDatabase } from '@/server/store/serving';
import { childOf } from '../support/child';
import { tempFolder } from '../support/storeFixture';

const firstLine = async (lines: AsyncIterable<string>): Promise<string | undefined> => {
  for await (const line of lines) return line;
  return undefined;
};

describe('the lock of a database', () => {
  it('refuses a second process with a sentence, and is free again after kill -9 of the first', async () => {
    const file = path.join(await tempFolder(), 'meanwhile.db');
    const child = await childOf('tests/support/lockingChild.ts', [file]);
    expect(await firstLine(child.lines)).toBe('locked');
    await expect(lockDatabase(file)).rejects.toThrow(DatabaseInUse);
    await expect(lockDatabase(file)).rejects.toThrow(
      `A server is already running on the data in ${path.dirname(file)}: stop it first, or give this one its own DATA_DIR.`,
    );
    child.kill();
    await child.ended;
    await (await lockDatabase(file)).release();
  });

  it('refuses a second server in the same process', async () => {
    const folder = await tempFolder();
    const where = {
      databaseFile: path.join(folder, 'meanwhile.db'),
      backupDir: path.join(folder, 'backups'),
    };
    const first = await serveDatabase(where);
    await expect(serveDatabase(where)).rejects.toThrow(DatabaseInUse);
    await first.close();
    await (await serveDatabase(where)).close();
  });

  it('does not stand between databases in different folders', async () => {
    const locks = [
      await lockDatabase(`${await tempFolder()}/a.db`),
      await lockDatabase(`${await tempFolder()}/a.db`),
    ];
    await Promise.all(locks.map((lock) => lock.release()));
  });
});

describe('a start on data that cannot be used', () => {
  it.each([
    ['a file that is no database', 'meanwhile.db', 'the file is not a database'],
    ['a folder that is a file', 'meanwhile.db/inside.db', 'its folder is a file'],
  ])('ends with one sentence: %s', async (_, name, reason) => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, 'meanwhile.db'), 'bread, butter, milk. '.repeat(500));
    const where = { databaseFile: path.join(folder, name), backupDir: path.join(folder, 'backups') };
    const sentence = `The database ${where.databaseFile} cannot be used: ${reason}.`;
    await expect(serveDatabase(where)).rejects.toThrow(new StoreUnavailable(sentence));
    await (await lockDatabase(path.join(folder, 'meanwhile.db'))).release();
  });
});
