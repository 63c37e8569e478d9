import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packsFolder } from '@/server/catalog/packs';
import { RealServer } from '../support/realServer';
import { tempFolder } from '../support/storeFixture';

const taste = path.join(packsFolder, 'launch-week-taste.yaml');

test('broken, circular, unreachable and unreadable packs are left out with file, path and reason, and the others are played', {
  timeout: 60_000,
}, async () => {
  const dir = await tempFolder();
  const packs = path.join(dir, 'packs');
  await mkdir(packs);
  const text = await readFile(taste, 'utf8');
  const write = (name: string, contents: string) => writeFile(path.join(packs, `${name}.yaml`), contents);
  await copyFile(taste, path.join(packs, 'good.yaml'));
  await write('broken', text.replace('requests:', 'requests: ['));
  await write('circular', text.replace('    at: 1\n', '    "on": { answered: version }\n'));
  await write('unreachable', text.replace('recipient: tomas', 'recipient: lucas'));
  await mkdir(path.join(packs, 'folder.yaml'));
  await symlink(path.join(dir, 'nowhere'), path.join(packs, 'gone.yaml'));
  const server = await RealServer.start(path.join(dir, 'data'), { packs });
  const socket = await server.connected(await server.visitor('launch-week-taste'));
  expect(await socket.timeout(5_000).emitWithAck('resume', null)).toMatchObject({ ok: true });
  await server.kill();
  const { stderr } = await server.child.ended;
  const said = stderr.replaceAll(`${packs}/`, '').trim().split('\n');
  for (const line of [
    /^Scenario left out: broken\.yaml:\d+: Nested mappings are not allowed/,
    /^Scenario left out: circular\.yaml:\d+ requests\.2: these wait for each other in a circle/,
    /^Scenario left out: unreachable\.yaml:\d+ requests\.1\.recipient: .*mail to Lucas Meyer bounces/,
    /^Scenario left out: folder\.yaml: cannot be read: EISDIR/,
    /^Scenario left out: gone\.yaml: cannot be read: ENOENT/,
  ])
    expect(said).toContainEqual(expect.stringMatching(line));
  expect(
    said.filter((line) => !/^Scenario left out: (broken|circular|unreachable|folder|gone)\.yaml/.test(line)),
  ).toEqual([]);
});
