import { expect, test } from 'vitest';
import { isOpenMission } from '@/server/catalog/scenarios';
import { changeHead } from '@/server/store/scenarioHeads';
import { saveScenario } from '@/server/store/scenarios';
import { LiveServer } from '../support/liveServer';
import { packFile } from '../support/packFiles';

test('whoever has played a mission can begin it again where anybody can: not a practice, nor one that is hidden or gone', async () => {
  const { db } = await LiveServer.start();
  const open = (slug: string) => isOpenMission(slug, db);
  await saveScenario(db, { scenario: packFile('practice'), sha256: 'practice', now: 0 });
  expect(await open('village')).toBe(true);
  expect(await open('practice')).toBe(false);
  expect(await open('nowhere')).toBe(false);
  await changeHead(db, 'village', { visibility: 'organisation' });
  expect(await open('village')).toBe(false);
  await changeHead(db, 'village', { visibility: 'public', archivedAt: 1 });
  expect(await open('village')).toBe(false);
});
