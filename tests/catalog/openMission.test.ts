import { expect, test } from 'vitest';
import { openVersion } from '@/server/catalog/scenarios';
import { changeHead } from '@/server/store/scenarioHeads';
import { currentScenario, saveScenario } from '@/server/store/scenarios';
import { LiveServer } from '../support/liveServer';
import { packFile } from '../support/packFiles';

test('whoever has played a mission can begin it again where anybody can: not a practice, nor one that is hidden or gone', async () => {
  const { db } = await LiveServer.start();
  const open = (slug: string) => openVersion(slug, db);
  await saveScenario(db, { scenario: packFile('practice'), sha256: 'practice', now: 0 });
  expect(await open('village')).toBe(1);
  expect(await open('practice')).toBeNull();
  expect(await open('nowhere')).toBeNull();
  const village = await currentScenario(db, 'village');
  if (!village) throw new Error('no village');
  await saveScenario(db, { scenario: { ...village, version: 2 }, sha256: 'second', now: 1 });
  expect(await open('village')).toBe(2);
  await changeHead(db, 'village', { visibility: 'organisation' });
  expect(await open('village')).toBeNull();
  await changeHead(db, 'village', { visibility: 'public', archivedAt: 1 });
  expect(await open('village')).toBeNull();
});
