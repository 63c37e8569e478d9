import { expect, test } from 'vitest';
import type { Reveal } from '@/core/contract/debrief';
import { playAgain } from '@/server/catalog/playAgain';
import { changeHead } from '@/server/store/scenarioHeads';
import { currentScenario, saveScenario } from '@/server/store/scenarios';
import { LiveServer } from '../support/liveServer';
import { packFile } from '../support/packFiles';

const reveal = { seed: 'a rainy day' } as Reveal;
const nothing = { slug: null, seed: null };

async function played() {
  const { db } = await LiveServer.start();
  const again = (slug: string, known: Reveal | null = reveal) =>
    playAgain({ scenario: { slug, version: 1, title: '', language: 'en' }, reveal: known }, db);
  return { db, again };
}

test('whoever has played a mission can begin it again where anybody can: not a practice, nor one that is hidden or gone', async () => {
  const { db, again } = await played();
  await saveScenario(db, { scenario: packFile('practice'), sha256: 'practice', now: 0 });
  expect((await again('village')).slug).toBe('village');
  expect(await again('practice')).toEqual(nothing);
  expect(await again('nowhere')).toEqual(nothing);
  await changeHead(db, 'village', { visibility: 'organisation' });
  expect(await again('village')).toEqual(nothing);
  await changeHead(db, 'village', { visibility: 'public', archivedAt: 1 });
  expect(await again('village')).toEqual(nothing);
});

test('X6: on the same luck once that is known, and as long as the mission is the one that was played', async () => {
  const { db, again } = await played();
  expect(await again('village', null)).toEqual({ slug: 'village', seed: null });
  expect(await again('village')).toEqual({ slug: 'village', seed: 'a rainy day' });
  const village = await currentScenario(db, 'village');
  if (!village) throw new Error('no village');
  await saveScenario(db, { scenario: { ...village, version: 2 }, sha256: 'second', now: 1 });
  expect(await again('village')).toEqual({ slug: 'village', seed: null });
});
