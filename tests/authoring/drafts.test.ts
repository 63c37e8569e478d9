import { describe, expect, test } from 'vitest';
import { draftFor } from '@/server/catalog/authoring';
import { headOf } from '@/server/store/scenarioHeads';
import { currentScenario, saveScenario, scenarioByVersion } from '@/server/store/scenarios';
import { person } from '../support/accounts';
import { ask, ward, written } from '../support/authoring';
import { LiveServer } from '../support/liveServer';
import { packFile } from '../support/packFiles';
import { lead } from '../support/session';
import { village } from '../support/village';

async function author() {
  const server = await LiveServer.start();
  const fay = await person(server, 'fay@example.org', 'facilitator');
  const who = { role: 'facilitator', accountId: fay.accountId } as const;
  const put = (slug: string, rev: number, doc: unknown, cookie = fay.cookie) =>
    ask(server, `/api/scenarios/${slug}/draft`, { rev, doc }, cookie, 'PUT');
  const post = (slug: string, deed: string, body: object = {}, cookie = fay.cookie) =>
    ask(server, `/api/scenarios/${slug}/${deed}`, body, cookie);
  return { server, fay, who, put, post };
}

describe('a draft', () => {
  test('of a new scenario can be played as it is, belongs to its author, and is offered to nobody', async () => {
    const { server, who, fay } = await author();
    const slug = await written(server, fay.cookie);
    const draft = await draftFor(who, slug, server.db);
    expect(draft).toMatchObject({ slug: 'my-ward', rev: 1, problems: [], versions: [] });
    expect(draft?.head).toMatchObject({ visibility: 'private', published: false, origin: 'own' });
    expect(await currentScenario(server.db, slug)).toBeNull();
    const tried = await server.post(
      '/api/sessions',
      { title: 'x', scenario: slug, plan: 'mail' },
      { cookie: fay.cookie },
    );
    expect(tried.status).toBe(404);
  });

  test('of a new scenario stands at an address made of its title, and none is begun without one', async () => {
    const { server, fay, post } = await author();
    const gus = await person(server, 'gus@example.org', 'facilitator');
    const begin = (title: unknown, cookie = fay.cookie) => ask(server, '/api/scenarios', { title }, cookie);
    const address = async (...by: Parameters<typeof begin>) => (await begin(...by)).body.go;
    expect(await address('  The night train ')).toBe('/edit/the-night-train');
    expect(await address('The night train')).toBe('/edit/the-night-train-2');
    await post('the-night-train-2', 'archive');
    expect(await address('The night train', gus.cookie)).toBe('/edit/the-night-train-3');
    for (const title of [undefined, '', '   ', 'x'.repeat(81), 7])
      expect((await begin(title)).status).toBe(400);
  });

  test('is saved over the revision it was opened at, and a second editor gets theirs back instead of overwriting it', async () => {
    const { server, fay, put } = await author();
    const root = await person(server, 'root@example.org', 'admin');
    const slug = await written(server, fay.cookie);
    expect((await put(slug, 1, ward({ title: 'Hers' }))).body).toMatchObject({ rev: 2, problems: [] });
    const late = await put(slug, 1, ward({ title: 'His' }), root.cookie);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'changed',
      rev: 2,
      by: expect.any(String),
      doc: { title: 'Hers' },
    });
    expect((await put(slug, 2, ward({ title: 'Both' }), root.cookie)).body).toMatchObject({ rev: 3 });
  });

  test('may be incomplete: it is stored, and what is missing is told by path', async () => {
    const { server, fay, put, who } = await author();
    const slug = await written(server, fay.cookie);
    const { title: _, ...untitled } = ward({ recipients: [] });
    const saved = await put(slug, 1, untitled);
    expect(saved).toMatchObject({ status: 200, body: { rev: 2 } });
    expect(saved.body.problems).toContainEqual({
      path: ['title'],
      code: 'form',
      severity: 'error',
      message: 'is missing',
    });
    expect((await draftFor(who, slug, server.db))?.doc).not.toHaveProperty('title');
  });

  test.each([
    ['no document', { rev: 1 }],
    ['a list', { rev: 1, doc: [] }],
    ['a text', { rev: 1, doc: 'x' }],
    ['no revision', { doc: {} }],
    ['a revision below none', { rev: -1, doc: {} }],
  ])('that is %s is refused and nothing changes', async (_, body) => {
    const { server, fay, who } = await author();
    const slug = await written(server, fay.cookie);
    const answer = await ask(server, `/api/scenarios/${slug}/draft`, body, fay.cookie, 'PUT');
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect((await draftFor(who, slug, server.db))?.rev).toBe(1);
  });

  test('larger than a scenario may be is refused', async () => {
    const { server, fay, put } = await author();
    const slug = await written(server, fay.cookie);
    expect(await put(slug, 1, { title: 'x'.repeat(600_000) })).toMatchObject({
      status: 413,
      body: { code: 'tooLarge' },
    });
  });
});

describe('publishing', () => {
  test('makes the next version and leaves the one before as it was', async () => {
    const { server, fay, put, post } = await author();
    const slug = await written(server, fay.cookie);
    await put(slug, 1, ward());
    expect(await post(slug, 'publish', { rev: 2 })).toMatchObject({ status: 200, body: { version: 1 } });
    const first = await scenarioByVersion(server.db, slug, 1);
    await put(slug, 2, ward({ title: 'My new ward' }));
    expect((await post(slug, 'publish', { rev: 3 })).body).toEqual({ version: 2 });
    expect(await scenarioByVersion(server.db, slug, 1)).toEqual(first);
    expect(await scenarioByVersion(server.db, slug, 2)).toMatchObject({
      slug,
      version: 2,
      title: 'My new ward',
    });
  });

  test('is refused with the problems while there are errors, and on a stale revision', async () => {
    const { server, fay, put, post } = await author();
    const slug = await written(server, fay.cookie);
    await put(slug, 1, ward({ start: '2026-02-30T09:00' }));
    const refused = await post(slug, 'publish', { rev: 2 });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'hasErrors',
      problems: [{ path: ['start'], severity: 'error' }],
    });
    expect(await post(slug, 'publish', { rev: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed', rev: 2 },
    });
    expect(await currentScenario(server.db, slug)).toBeNull();
  });

  test('a draft knows whether it says what its newest version says, whatever was saved in between', async () => {
    const { server, fay, who, put, post } = await author();
    const slug = await written(server, fay.cookie);
    const same = async () => (await draftFor(who, slug, server.db))?.asPublished;
    await put(slug, 1, ward());
    expect(await same()).toBe(false);
    await post(slug, 'publish', { rev: 2 });
    expect(await same()).toBe(true);
    await put(slug, 2, ward({ title: 'My new ward' }));
    expect(await same()).toBe(false);
    await put(slug, 3, ward());
    expect(await same()).toBe(true);
  });

  test('what was taken back is offered again without a new version', async () => {
    const { server, fay, post } = await author();
    const slug = await written(server, fay.cookie);
    await post(slug, 'publish', { rev: 1 });
    const session = { title: 'x', scenario: slug, plan: 'mail' };
    expect((await server.post('/api/sessions', session, { cookie: fay.cookie })).status).toBe(200);
    await post(slug, 'unpublish');
    expect((await server.post('/api/sessions', session, { cookie: fay.cookie })).status).toBe(404);
    expect((await post(slug, 'publish', { rev: 1 })).body).toEqual({ version: 1 });
    expect((await server.post('/api/sessions', session, { cookie: fay.cookie })).status).toBe(200);
  });
});

describe('who sees a scenario', () => {
  test('private: its author; organisation: whoever has an account; public: whoever comes', async () => {
    const { server, fay, post } = await author();
    const gus = await person(server, 'gus@example.org', 'facilitator');
    const slug = await written(server, fay.cookie);
    await post(slug, 'publish', { rev: 1 });
    const reach = async () => [
      (await fetch(`${server.base}/api/scenarios/${slug}.yaml`, { headers: { cookie: gus.cookie } })).status,
      (await ask(server, '/api/scenarios', { from: slug }, gus.cookie)).status,
      (
        await server.post(
          '/api/sessions',
          { title: 'x', scenario: slug, plan: 'mail' },
          { cookie: gus.cookie },
        )
      ).status,
      (await server.post('/api/solo', { scenario: slug })).status,
    ];
    expect(await reach()).toEqual([404, 404, 404, 404]);
    await post(slug, 'visibility', { visibility: 'organisation' });
    expect(await reach()).toEqual([200, 200, 200, 404]);
    await post(slug, 'visibility', { visibility: 'public' });
    expect(await reach()).toEqual([200, 200, 200, 201]);
    await post(slug, 'unpublish');
    expect(await reach()).toEqual([404, 404, 404, 404]);
  });

  test('a mission of somebody’s own is no twin of a pack that others play', async () => {
    const { server, fay, put, post } = await author();
    const slug = await written(server, fay.cookie, 'village');
    await put(slug, 1, { ...village(), twinOf: 'village' });
    await post(slug, 'publish', { rev: 2 });
    await post(slug, 'visibility', { visibility: 'public' });
    const { seat } = (await (await server.post('/api/solo', { scenario: 'village', twin: true })).json()) as {
      seat: string;
    };
    const team = await server.db.read((c) => c.team.findFirst({ where: { seats: { some: { id: seat } } } }));
    expect(team).toMatchObject({ scenarioSlug: 'village', twinSlug: null });
  });
});

describe('a fork', () => {
  test('has a slug of its own, says where it is from, and stands by itself', async () => {
    const { server, fay, who, put, post } = await author();
    const slug = await written(server, fay.cookie, 'village');
    expect(slug).toBe('my-ward');
    const draft = await draftFor(who, slug, server.db);
    expect(draft?.head.forkedFrom).toEqual({ slug: 'village', version: 1 });
    expect(draft?.doc).toEqual({ ...village(), slug, title: 'My ward' });
    await put(slug, 1, ward({ title: 'Mine' }));
    await post(slug, 'publish', { rev: 2 });
    const update = village({ version: 2, title: 'Village, better' });
    expect(await saveScenario(server.db, { scenario: update, sha256: 'y', now: 1 })).toBe('saved');
    expect((await currentScenario(server.db, slug))?.title).toBe('Mine');
    expect((await currentScenario(server.db, 'village'))?.title).toBe('Village, better');
  });

  test('is the only way to change a pack: its own draft cannot be opened, not by an admin either', async () => {
    const { server, put } = await author();
    const root = await person(server, 'root@example.org', 'admin');
    const who = { role: 'admin', accountId: root.accountId } as const;
    expect(await draftFor(who, 'village', server.db)).toBeNull();
    expect((await put('village', 0, ward(), root.cookie)).status).toBe(404);
  });

  test('a pack that comes with a slug of somebody’s own leaves it alone', async () => {
    const { server, fay, post } = await author();
    const slug = await written(server, fay.cookie);
    await post(slug, 'publish', { rev: 1 });
    const pack = village({ slug, version: 7 });
    expect(await saveScenario(server.db, { scenario: pack, sha256: 'z', now: 1 })).toBe('taken');
    expect((await currentScenario(server.db, slug))?.version).toBe(1);
    expect((await headOf(server.db, slug))?.owner).toBe(fay.accountId);
  });
});

describe('getting rid of a scenario', () => {
  test('that nothing was played on deletes it; one with a session is archived and its session goes on', async () => {
    const { server, fay, post } = await author();
    const [unused, used] = [await written(server, fay.cookie), await written(server, fay.cookie)];
    await post(used, 'publish', { rev: 1 });
    await server.post('/api/sessions', { title: 'x', scenario: used, plan: 'mail' }, { cookie: fay.cookie });
    expect((await post(unused, 'delete')).body).toEqual({ go: '/library' });
    expect(await headOf(server.db, unused)).toBeNull();
    expect((await post(used, 'delete')).body).toEqual({ go: `/library/${used}` });
    expect((await headOf(server.db, used))?.archivedAt).toEqual(expect.any(Number));
    expect(await currentScenario(server.db, used)).not.toBeNull();
  });

  test('a slug that is free again begins anew: nothing of the scenario before is remembered', async () => {
    const { server, fay, put, post } = await author();
    const slug = await written(server, fay.cookie);
    await put(slug, 1, ward({ title: 'My ward' }));
    await post(slug, 'publish', { rev: 2 });
    expect((await currentScenario(server.db, slug))?.recipients).toHaveLength(3);
    await post(slug, 'delete');
    expect(await written(server, fay.cookie)).toBe(slug);
    await post(slug, 'publish', { rev: 1 });
    expect((await currentScenario(server.db, slug))?.recipients).toHaveLength(1);
  });

  test('archived, it is offered to nobody and cannot be written in, and comes back as it was', async () => {
    const { server, fay, who, post } = await author();
    const slug = await written(server, fay.cookie);
    await post(slug, 'publish', { rev: 1 });
    await post(slug, 'archive', { archived: 'yes' });
    expect(await draftFor(who, slug, server.db)).toBeNull();
    const session = { title: 'x', scenario: slug, plan: 'mail' };
    expect((await server.post('/api/sessions', session, { cookie: fay.cookie })).status).toBe(404);
    await post(slug, 'archive', { archived: 'no' });
    expect((await server.post('/api/sessions', session, { cookie: fay.cookie })).status).toBe(200);
  });

  test('a pack is not deleted, since the next start would bring it back; a session on the mission keeps its twin', async () => {
    const { server, fay, put, post } = await author();
    const root = await person(server, 'root@example.org', 'admin');
    expect(await post('village', 'delete', {}, root.cookie)).toMatchObject({
      status: 409,
      body: { code: 'packStays' },
    });
    const mission = await written(server, fay.cookie);
    const twin = await written(server, fay.cookie);
    await post(mission, 'publish', { rev: 1 });
    await put(twin, 1, ward({ twinOf: mission }));
    await post(twin, 'publish', { rev: 2 });
    await server.post(
      '/api/sessions',
      { title: 'x', scenario: mission, plan: 'mailThenCall', twin: true },
      { cookie: fay.cookie },
    );
    await post(twin, 'delete');
    expect((await headOf(server.db, twin))?.archivedAt).toEqual(expect.any(Number));
  });
});

test('a session names the version it was opened on, whatever is published afterwards', async () => {
  const { server } = await author();
  const led = await lead(server);
  await saveScenario(server.db, { scenario: village({ version: 2, title: 'Other' }), sha256: 'y', now: 1 });
  const row = await server.db.read((c) => c.session.findUnique({ where: { id: led.sessionId } }));
  expect(row).toMatchObject({ scenarioSlug: 'village', scenarioVersion: 1 });
});

/** A new scenario, what its tags are in the library, and ways to save and publish it. */
async function tagged() {
  const { server, fay, post } = await author();
  const slug = await written(server, fay.cookie);
  let rev = 1;
  return {
    tags: async () => (await headOf(server.db, slug))?.tags,
    setTags: (tags: string[]) => post(slug, 'tags', { tags }),
    save: async (doc: object) =>
      (await ask(server, `/api/scenarios/${slug}/draft`, { rev: rev++, doc }, fay.cookie, 'PUT')).status,
    publish: async () => (await post(slug, 'publish', { rev })).status,
  };
}

test('tags that were changed while writing hold once it is published; others are as they were set in the library', async () => {
  const { tags, setTags, save, publish } = await tagged();
  await save(ward());
  expect(await publish()).toBe(200);
  await save(ward({ tags: ['Ward', 'night'] }));
  expect(await tags()).toEqual([]);
  expect(await publish()).toBe(200);
  expect(await tags()).toEqual(['ward', 'night']);
  await setTags(['day']);
  await save(ward({ tags: ['Ward', 'night'], title: 'Another title' }));
  expect(await publish()).toBe(200);
  expect(await tags()).toEqual(['day']);
  await save(ward({ title: 'Another title' }));
  expect(await publish()).toBe(200);
  expect(await tags()).toEqual([]);
});

test('while nothing of it is published they hold at once, until the library says otherwise', async () => {
  const { tags, setTags, save, publish } = await tagged();
  await save(ward({ tags: ['Ward'] }));
  expect(await tags()).toEqual(['ward']);
  await setTags(['day']);
  await save(ward({ tags: ['Ward'], title: 'Another title' }));
  expect(await publish()).toBe(200);
  expect(await tags()).toEqual(['day']);
});

test('the tags of a copied document are no change: at its first publishing those of the library stay', async () => {
  const scenario = packFile('launch-week-quick');
  expect(scenario.tags ?? []).not.toEqual([]);
  const { server, fay, post } = await author();
  await saveScenario(server.db, { scenario, sha256: 'pack', now: 1 });
  const slug = await written(server, fay.cookie, scenario.slug);
  await post(slug, 'tags', { tags: ['day'] });
  expect((await post(slug, 'publish', { rev: 1 })).status).toBe(200);
  expect((await headOf(server.db, slug))?.tags).toEqual(['day']);
});

test('tags are words, each once, few and short', async () => {
  const { server, fay, post } = await author();
  const slug = await written(server, fay.cookie);
  expect((await post(slug, 'tags', { tags: ' Ward, night shift ,ward' })).status).toBe(200);
  expect((await headOf(server.db, slug))?.tags).toEqual(['ward', 'night shift']);
  expect((await post(slug, 'tags', { tags: ['x'.repeat(31)] })).status).toBe(400);
  expect((await post(slug, 'tags', { tags: '' })).status).toBe(200);
  expect((await headOf(server.db, slug))?.tags).toEqual([]);
});
