import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reservedSlugs } from '@/core/contract/ids';
import { scenarioText } from '@/server/catalog/scenarioText';
import { allHeads } from '@/server/store/scenarioHeads';
import { person } from '../support/accounts';
import { ask } from '../support/authoring';
import { LiveServer } from '../support/liveServer';
import { village } from '../support/village';

/** Names of the pages that stand beside a page of scenarios: whoever asks for such an address gets them. */
function besideSlugs(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const here = folders.some(({ name }) => name === '[slug]') ? folders.map(({ name }) => name) : [];
  return [
    ...here.filter((name) => !/^[[_(@]/.test(name)),
    ...folders.flatMap(({ name }) => besideSlugs(path.join(folder, name))),
  ];
}

test('every page that stands where a scenario could stand has its address reserved, and no other one has', () => {
  expect(besideSlugs('app').length).toBeGreaterThan(0);
  expect(new Set(besideSlugs('app'))).toEqual(reservedSlugs);
});

test('a new scenario, and a fork, with the name of such a page get another address', async () => {
  const server = await LiveServer.start();
  const { cookie } = await person(server, 'fay@example.org', 'facilitator');
  const made = (body: object) => ask(server, '/api/scenarios', { title: 'Personas', ...body }, cookie);
  expect((await made({})).body).toEqual({ go: '/edit/personas-2' });
  expect((await made({ from: 'village' })).body).toEqual({ go: '/edit/personas-3' });
});

test('a file with such an address is refused in words, and nothing of it is kept', async () => {
  const server = await LiveServer.start();
  const { cookie } = await person(server, 'fay@example.org', 'facilitator');
  const answer = await fetch(`${server.base}/api/scenarios/import?name=a.yaml`, {
    method: 'POST',
    headers: { accept: 'application/json', cookie },
    body: scenarioText(village({ slug: 'personas' }), 'yaml'),
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('slug is the address of another page; choose another one');
  expect([...(await allHeads(server.db)).keys()]).toEqual(['village']);
});
