import { expect, test } from 'vitest';
import { described, readScenario } from '@/server/catalog/scenarioFile';
import { scenarioText } from '@/server/catalog/scenarioText';
import { allDrafts } from '@/server/store/scenarioDrafts';
import { allHeads } from '@/server/store/scenarioHeads';
import { person } from '../support/accounts';
import { LiveServer } from '../support/liveServer';
import { village } from '../support/village';
import { badDocuments } from './badDocuments';

test('sixty faults and more are in the table, each once', () => {
  expect(badDocuments.length).toBeGreaterThanOrEqual(60);
  expect(new Set(badDocuments.map(([fault]) => fault)).size).toBe(badDocuments.length);
});

test.each(badDocuments)('%s is refused with file, place and reason', async (_, file, contents, line) => {
  const result = await readScenario(file, await contents());
  const lines = result.ok ? ['it was read'] : result.problems.map((problem) => described(file, problem));
  expect(lines).toContainEqual(expect.stringMatching(line));
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('nothing of any of them is there after they were handed in, and the good one is', async () => {
  const server = await LiveServer.start();
  const { cookie } = await person(server, 'fay@example.org', 'facilitator');
  const handIn = async (name: string, body: Uint8Array): Promise<number> => {
    const response = await fetch(`${server.base}/api/scenarios/import?name=${name}`, {
      method: 'POST',
      headers: { accept: 'application/json', cookie },
      body: new Uint8Array(body),
    });
    return response.status;
  };
  const statuses = [];
  for (const [, file, contents] of badDocuments) statuses.push(await handIn(file, await contents()));
  expect(new Set(statuses)).toEqual(new Set([422]));
  expect([...(await allHeads(server.db)).keys()]).toEqual(['village']);
  expect((await allDrafts(server.db)).size).toBe(0);
  const good = scenarioText(village({ slug: 'harbour' }), 'yaml');
  expect(await handIn('a.yaml', new TextEncoder().encode(good))).toBe(200);
  expect([...(await allHeads(server.db)).keys()].sort()).toEqual(['harbour', 'village']);
}, 60_000);
