import { expect, test } from 'vitest';
import { slugDoors } from '@/server/http/authoring';
import { headOf } from '@/server/store/scenarioHeads';
import { person } from '../support/accounts';
import { ask, ward, written } from '../support/authoring';
import { LiveServer } from '../support/liveServer';
import { joinSession, lead } from '../support/session';

const bodies: Record<string, object> = {
  draft: { rev: 1, doc: ward() },
  publish: { rev: 1 },
  preview: { rev: 1, mode: 'mail' },
  visibility: { visibility: 'public' },
  tags: { tags: ['ward'] },
};

test.each(slugDoors)(
  '$method $name: the author and an admin; to anybody else it looks like what is not there',
  async ({ name, method }) => {
    const server = await LiveServer.start();
    const fay = await person(server, 'fay@example.org', 'facilitator');
    const other = await person(server, 'other@example.org', 'facilitator');
    const root = await person(server, 'root@example.org', 'admin');
    const seat = await joinSession(server, await lead(server), 'Ada');
    const go = (slug: string, cookie: string) =>
      ask(server, `/api/scenarios/${slug}/${name}`, bodies[name] ?? {}, cookie, method);
    const slug = await written(server, fay.cookie);
    const before = await headOf(server.db, slug);
    for (const cookie of [other.cookie, seat.cookie, '']) {
      const found = await go(slug, cookie);
      expect(found.status).toBe(cookie === other.cookie ? 404 : 401);
      expect(found).toEqual(await go('nowhere', cookie));
    }
    expect(await headOf(server.db, slug)).toEqual(before);
    for (const { cookie } of [fay, root]) {
      const mine = await written(server, fay.cookie);
      expect((await go(mine, cookie)).status, name).toBe(200);
      expect((await go('nowhere', cookie)).status).toBe(404);
    }
  },
);

test('every door takes its own method from our own pages only', async () => {
  const server = await LiveServer.start();
  const paths = [
    { path: '/api/scenarios', method: 'POST' },
    { path: '/api/scenarios/import', method: 'POST' },
    ...slugDoors.map(({ name, method }) => ({ path: `/api/scenarios/village/${name}`, method })),
  ];
  expect(paths.length).toBeGreaterThan(8);
  for (const { path, method } of paths) {
    const knock = (headers: Record<string, string>, with_ = method) =>
      fetch(`${server.base}${path}`, { method: with_, headers, body: '{}' });
    expect((await fetch(`${server.base}${path}`)).status, path).toBe(405);
    expect((await knock({}, 'PATCH')).headers.get('allow'), path).toBe(method);
    expect((await knock({ 'sec-fetch-site': 'cross-site' })).status, path).toBe(403);
    expect((await knock({ origin: 'https://evil.example' })).status, path).toBe(403);
  }
});

test('names that every object has are no doors', async () => {
  const server = await LiveServer.start();
  for (const name of ['constructor', 'tostring', 'valueof'])
    expect((await fetch(`${server.base}/api/scenarios/village/${name}`, { method: 'POST' })).status).toBe(
      404,
    );
});
