import { describe, expect, test } from 'vitest';
import { differencesOf } from '@/core/sim/scenario/differences';
import { compare, versionsFor } from '@/server/catalog/scenarioVersions';
import { person } from '../support/accounts';
import { ask, ward, written } from '../support/authoring';
import { LiveServer } from '../support/liveServer';
import { village, villager } from '../support/village';

describe('what differs between two documents', () => {
  const base = village();
  test('nothing, for the same document', () => {
    expect(differencesOf(base, structuredClone(base))).toEqual([]);
  });

  test.each([
    [
      'a text, by path',
      village({ title: 'Harbour' }),
      [{ path: 'title', kind: 'changed', before: 'Village', after: 'Harbour' }],
    ],
    [
      'a member put in between is one difference, by its id',
      village({ recipients: [villager('ada'), villager('zoe'), villager('ben'), villager('cleo')] }),
      [
        {
          path: 'recipients.zoe',
          kind: 'added',
          before: null,
          after: expect.stringContaining('"name":"Zoe"'),
        },
      ],
    ],
    [
      'a member taken out',
      village({ recipients: [villager('ada'), villager('cleo')] }),
      [{ path: 'recipients.ben', kind: 'removed', before: expect.stringContaining('Ben'), after: null }],
    ],
    [
      'a figure deep inside',
      village({
        recipients: [villager('ada', { tune: { call: { pickUp: 0.5 } } }), villager('ben'), villager('cleo')],
      }),
      [{ path: 'recipients.ada.tune', kind: 'added', before: null, after: '{"call":{"pickUp":0.5}}' }],
    ],
    [
      'another order',
      village({ recipients: [villager('ben'), villager('ada'), villager('cleo')] }),
      [{ path: 'recipients', kind: 'moved', before: 'ada, ben, cleo', after: 'ben, ada, cleo' }],
    ],
    [
      'lists of words, by place',
      village({
        requests: base.requests.map((r) =>
          r.id === 'festival' ? { ...r, keywords: ['music', 'dance'] } : r,
        ),
      }),
      [{ path: 'requests.festival.keywords.1', kind: 'added', before: null, after: 'dance' }],
    ],
    [
      'the first of a list that was empty',
      village({ mail: [{ id: 'm', from: 'ada', subject: 'S', text: 'T', at: 1 }] }),
      [{ path: 'mail.m', kind: 'added', before: null, after: expect.stringContaining('"subject":"S"') }],
    ],
  ])('%s', (_, after, differences) => {
    expect(differencesOf(base, after)).toEqual(differences);
  });

  test('read backwards, what was added was removed', () => {
    const more = village({
      recipients: [villager('ada'), villager('ben'), villager('cleo'), villager('zoe')],
    });
    expect(differencesOf(more, base).map(({ path, kind }) => [path, kind])).toEqual([
      ['recipients.zoe', 'removed'],
    ]);
  });
});

test('versions and the draft are compared for whoever may read them, the draft for its author alone', async () => {
  const server = await LiveServer.start();
  const fay = await person(server, 'fay@example.org', 'facilitator');
  const [me, other] = [fay.accountId, 'other'].map(
    (accountId) => ({ role: 'facilitator', accountId }) as const,
  );
  const slug = await written(server, fay.cookie);
  const save = (rev: number, title: string) =>
    ask(server, `/api/scenarios/${slug}/draft`, { rev, doc: ward({ title }) }, fay.cookie, 'PUT');
  const publish = (rev: number) => ask(server, `/api/scenarios/${slug}/publish`, { rev }, fay.cookie);
  await save(1, 'One');
  await publish(2);
  await save(2, 'Two');
  await publish(3);
  await save(3, 'Three');
  const titles = (before: number, after: number | 'draft', who: typeof me = me) =>
    compare(who ?? { role: 'nobody' }, { slug, before, after }, server.db);
  expect(await titles(1, 2)).toEqual([{ path: 'title', kind: 'changed', before: 'One', after: 'Two' }]);
  expect(await titles(2, 'draft')).toEqual([
    { path: 'title', kind: 'changed', before: 'Two', after: 'Three' },
  ]);
  expect(await titles(1, 9)).toBeNull();
  expect(await titles(1, 2, other)).toBeNull();
  await ask(server, `/api/scenarios/${slug}/visibility`, { visibility: 'organisation' }, fay.cookie);
  expect(await titles(1, 2, other)).toHaveLength(1);
  expect(await titles(2, 'draft', other)).toBeNull();
  expect((await versionsFor(other ?? { role: 'nobody' }, slug, server.db)).map((v) => v.version)).toEqual([
    2, 1,
  ]);
  expect(await versionsFor({ role: 'nobody' }, slug, server.db)).toEqual([]);
});
