import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packsFolder, seedFolder, seedPacks } from '@/server/catalog/packs';
import { listScenarios } from '@/server/store/scenarios';
import { serveDatabase } from '@/server/store/serving';
import { tempFolder } from '../support/storeFixture';

const taste = path.join(packsFolder, 'launch-week-taste.yaml');

/** A folder of packs and an empty database beside it. */
async function fresh() {
  const folder = await tempFolder();
  const packs = path.join(folder, 'packs');
  await mkdir(packs);
  const where = { databaseFile: path.join(folder, 'meanwhile.db'), backupDir: path.join(folder, 'backups') };
  const { db, close } = await serveDatabase(where);
  return { packs, db, close };
}

test('a broken pack is left out with file, line, path and reason, and the others are stored', async () => {
  const { packs, db, close } = await fresh();
  const text = await readFile(taste, 'utf8');
  await copyFile(taste, path.join(packs, 'good.yaml'));
  await writeFile(path.join(packs, 'lost.yaml'), text.replace('recipient: bao', 'recipient: bob'));
  await writeFile(path.join(packs, 'torn.yaml'), 'slug: [');
  const { stored, problems } = await seedPacks(db, packs);
  expect(stored).toEqual(['launch-week-taste 3']);
  expect(problems[0]).toMatch(/lost\.yaml:\d+ requests\.3\.recipient: there is no recipient “bob”$/);
  expect(problems[1]).toMatch(/torn\.yaml:1: /);
  await close();
});

test('a second start stores nothing again, and other contents under a stored version are refused', async () => {
  const { packs, db, close } = await fresh();
  const file = path.join(packs, 'one.yaml');
  await copyFile(taste, file);
  expect((await seedPacks(db, packs)).stored).toHaveLength(1);
  expect(await seedPacks(db, packs)).toEqual({ stored: [], problems: [] });
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('lengthMin: 66', 'lengthMin: 80'));
  expect((await seedPacks(db, packs)).problems[0]).toMatch(
    /version 3 is stored with other contents; raise it/,
  );
  await writeFile(
    file,
    text.replace('lengthMin: 66', 'lengthMin: 80').replace('\nversion: 3', '\nversion: 4'),
  );
  expect((await seedPacks(db, packs)).stored).toEqual(['launch-week-taste 4']);
  expect((await listScenarios(db)).map((s) => s.lengthMin)).toEqual([80]);
  await close();
});

test('all packs that ship are stored at the first start', async () => {
  const { db, close } = await fresh();
  const { stored, problems } = await seedPacks(db);
  expect([stored.length, problems]).toEqual([16, []]);
  expect((await listScenarios(db)).map((s) => s.slug)).not.toContain('practice');
  await close();
});

test('a folder of the operator’s is stored beside the packs, and takes the place of a pack for good', async () => {
  const { packs, db, close } = await fresh();
  await seedPacks(db);
  const text = await readFile(taste, 'utf8');
  await writeFile(
    path.join(packs, 'own.yaml'),
    text.replace('lengthMin: 66', 'lengthMin: 80').replace('\nversion: 3', '\nversion: 30'),
  );
  expect(await seedFolder(db, packs)).toEqual({ stored: ['launch-week-taste 30'], problems: [] });
  expect(await seedFolder(db, packs)).toEqual({ stored: [], problems: [] });
  // The next update of the pack meets an edited copy, and leaves it alone.
  await writeFile(path.join(packs, 'own.yaml'), text.replace('\nversion: 3', '\nversion: 31'));
  expect((await seedPacks(db, packs)).problems[0]).toMatch(
    /launch-week-taste is a scenario of somebody’s own/,
  );
  expect((await listScenarios(db)).find((s) => s.slug === 'launch-week-taste')?.lengthMin).toBe(80);
  await close();
});

test('a folder that is not there is told, and the server starts all the same', async () => {
  const { packs, db, close } = await fresh();
  const { stored, problems } = await seedFolder(db, path.join(packs, 'nowhere'));
  expect([stored, problems]).toEqual([[], [expect.stringMatching(/nowhere cannot be read: ENOENT/)]]);
  await close();
});
