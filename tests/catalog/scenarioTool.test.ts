import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenarioFile } from '@/server/catalog/scenarioFile';
import { childOf } from '../support/child';
import { tempFolder } from '../support/storeFixture';

/** `npm run scenario -- ...args` on a data folder. */
const tool = async (folder: string, ...args: string[]) =>
  (await childOf('server/tools/scenario.ts', args, { DATA_DIR: folder })).ended;
const taste = 'prisma/scenarios/launch-week-taste.yaml';

describe('npm run scenario', { timeout: 60_000 }, () => {
  test('lists the packs before there is a database', async () => {
    const { code, stdout } = await tool(await tempFolder(), 'list', '--json');
    const rows: { slug: string }[] = JSON.parse(stdout);
    expect([code, rows.length]).toEqual([0, 12]);
    expect(rows).toContainEqual({
      slug: 'field-trip',
      title: 'The field trip',
      version: 2,
      recipients: 9,
      requests: 8,
    });
  });

  test('validates a file, and refuses a broken one with file, line, path and reason', async () => {
    const folder = await tempFolder();
    const broken = path.join(folder, 'broken.yaml');
    await writeFile(broken, (await readFile(taste, 'utf8')).replace('recipient: bao', 'recipient: bob'));
    expect(await tool(folder, 'validate', taste)).toMatchObject({ code: 0, stderr: '' });
    const refused = await tool(folder, 'validate', broken);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /broken\.yaml:\d+:5 requests\.3\.recipient there is no recipient “bob”\n$/,
    );
  });

  test('imports once, refuses other contents under the same version, exports what it has', async () => {
    const folder = await tempFolder();
    const file = path.join(folder, 'mine.yaml');
    const text = (await readFile(taste, 'utf8')).replace('slug: launch-week-taste', 'slug: mine');
    await writeFile(file, text);
    expect(await tool(folder, 'import', file)).toMatchObject({ code: 0, stdout: 'mine 3 is stored.\n' });
    expect(await tool(folder, 'import', file)).toMatchObject({
      code: 0,
      stdout: 'mine 3 is stored already.\n',
    });
    await writeFile(file, text.replace('lengthMin: 66', 'lengthMin: 76'));
    expect(await tool(folder, 'import', file)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching('raise version'),
    });
    const exported = readScenarioFile((await tool(folder, 'export', 'mine')).stdout);
    expect(exported.ok && exported.scenario).toMatchObject({ slug: 'mine', lengthMin: 66 });
  });

  test('what is exported as a workbook or as JSON is stored already, whatever form it comes back in', async () => {
    const folder = await tempFolder();
    expect(await tool(folder, 'import', taste)).toMatchObject({ code: 0 });
    for (const name of ['taste.xlsx', 'taste.json']) {
      const file = path.join(folder, name);
      expect(await tool(folder, 'export', 'launch-week-taste', file)).toMatchObject({ code: 0 });
      expect(await tool(folder, 'import', file)).toMatchObject({
        code: 0,
        stdout: 'launch-week-taste 3 is stored already.\n',
      });
      expect(await tool(folder, 'export', 'launch-week-taste', file)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching('is there already'),
      });
    }
  });

  test('imports a folder as a whole, or nothing of it', async () => {
    const data = await tempFolder();
    const folder = await tempFolder();
    const text = await readFile(taste, 'utf8');
    const put = (name: string, from: string, to: string) =>
      writeFile(path.join(folder, name), text.replace(from, to));
    await put('a.yaml', 'slug: launch-week-taste', 'slug: first');
    await put('b.yaml', 'recipient: bao', 'recipient: bob');
    const refused = await tool(data, 'import', folder);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/b\.yaml:\d+:5 requests\.3/) });
    expect((await tool(data, 'list')).stdout).not.toMatch('first');
    await put('b.yaml', 'slug: launch-week-taste', 'slug: second');
    expect(await tool(data, 'import', folder)).toMatchObject({
      code: 0,
      stdout: 'first 3 is stored.\nsecond 3 is stored.\n',
    });
    await put('a.yaml', 'slug: launch-week-taste', 'slug: third');
    await put(
      'c.yaml',
      'slug: launch-week-taste\ntitle: "Launch day: the last hour"',
      'slug: second\ntitle: Other',
    );
    expect(await tool(data, 'import', folder)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/c\.yaml: version 3 of second is stored with other contents/),
    });
    expect((await tool(data, 'list')).stdout).not.toMatch('third');
  });

  test('says how it is used, and what there is not', async () => {
    const folder = await tempFolder();
    expect(await tool(folder, 'dance')).toMatchObject({ code: 2, stdout: '' });
    expect(await tool(folder, 'export', 'nothing')).toMatchObject({ code: 1, stdout: '' });
    expect(await tool(folder, 'validate', 'nowhere.yaml')).toMatchObject({ code: 1, stdout: '' });
  });
});
