import { describe, expect, test } from 'vitest';
import { draftFor } from '@/server/catalog/authoring';
import { scenarioText } from '@/server/catalog/scenarioText';
import { workbookOf } from '@/server/catalog/spreadsheet/workbook';
import { xlsxOf } from '@/server/catalog/spreadsheet/xlsx';
import { allDrafts } from '@/server/store/scenarioDrafts';
import { allHeads } from '@/server/store/scenarioHeads';
import { person } from '../support/accounts';
import { LiveServer } from '../support/liveServer';
import { village } from '../support/village';

async function importer() {
  const server = await LiveServer.start();
  const fay = await person(server, 'fay@example.org', 'facilitator');
  const send = (body: BodyInit, name: string, headers: Record<string, string> = {}) =>
    fetch(`${server.base}/api/scenarios/import?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { accept: 'application/json', cookie: fay.cookie, ...headers },
      body,
    });
  const who = { role: 'facilitator', accountId: fay.accountId } as const;
  return { server, fay, send, who };
}
const harbour = village({ slug: 'harbour', title: 'Harbour' });

describe('a file that is taken in', () => {
  test.each([
    ['YAML', 'harbour.yaml', async () => scenarioText(harbour, 'yaml')],
    ['JSON', 'harbour.json', async () => scenarioText(harbour, 'json')],
    ['a workbook', 'harbour.XLSX', async () => new Uint8Array(await xlsxOf(workbookOf(harbour)))],
  ])('as %s becomes a private draft that says what the file says', async (_, name, contents) => {
    const { server, send, who } = await importer();
    const answer = await send(await contents(), name);
    expect([answer.status, await answer.json()]).toEqual([200, { go: '/edit/harbour' }]);
    const draft = await draftFor(who, 'harbour', server.db);
    expect(draft).toMatchObject({
      doc: harbour,
      problems: [],
      head: { visibility: 'private', origin: 'import' },
    });
  });

  test('in a form with a file field is the same', async () => {
    const { server, fay, who } = await importer();
    const body = new FormData();
    body.append('file', new File([scenarioText(harbour, 'yaml')], 'C:/temp/harbour.yaml'));
    const headers = { accept: 'application/json', cookie: fay.cookie };
    const answer = await fetch(`${server.base}/api/scenarios/import`, { method: 'POST', headers, body });
    expect(await answer.json()).toEqual({ go: '/edit/harbour' });
    expect((await draftFor(who, 'harbour', server.db))?.doc).toEqual(harbour);
  });

  test('under a slug that is taken gets the next one, and what was there stays', async () => {
    const { server, send } = await importer();
    expect(await (await send(scenarioText(village(), 'yaml'), 'v.yaml')).json()).toEqual({
      go: '/edit/village-2',
    });
    expect((await allHeads(server.db)).get('village')?.owner).toBeNull();
  });
});

describe('a file that is refused', () => {
  test('is told with file, place and reason, all at once, and nothing of it is there', async () => {
    const { server, send } = await importer();
    const text = scenarioText(harbour, 'yaml')
      .replace('lengthMin: 60', 'lengthMin: soon')
      .replace('playMin: 1', 'playMin: x');
    const answer = await send(text, 'harbour.yaml');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'badFile',
      file: 'harbour.yaml',
      lines: [
        expect.stringMatching(/^harbour\.yaml:\d+:\d+ lengthMin must be a number$/),
        expect.stringMatching(/^harbour\.yaml:\d+:\d+ playMin must be a number$/),
      ],
    });
    expect([...(await allHeads(server.db)).keys()]).toEqual(['village']);
    expect((await allDrafts(server.db)).size).toBe(0);
  });

  test.each([
    ['of another kind', 'harbour.docx', 'badFile'],
    ['without a name', '', 'badFile'],
  ])('%s', async (_, name, code) => {
    const { send } = await importer();
    const answer = await send('x', name);
    expect([answer.status, await answer.json()]).toEqual([422, expect.objectContaining({ code })]);
  });

  test('that is too large is not read to its end', async () => {
    const { send } = await importer();
    expect((await send('x'.repeat(600_000), 'harbour.yaml')).status).toBe(413);
  });

  test('in a form without scripts leads back to the library with the reason', async () => {
    const { send } = await importer();
    const answer = await fetchManually(() => send('slug: [', 'h.yaml', { accept: 'text/html' }));
    expect(answer).toMatch(/^\/library\?refused=badFile&reason=h\.yaml%3A1/);
  });
});

/** Where an answer leads to. */
async function fetchManually(go: () => Promise<Response>): Promise<string> {
  const answer = await go();
  const { pathname, search } = new URL(answer.url);
  return `${pathname}${search}`;
}
