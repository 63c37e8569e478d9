import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '@/server/tools/fingerprint';

let root = '';

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'meanwhile-fingerprint-'));
  await write('app/page.tsx', 'one');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('the same sources are served without a build', async () => {
  const before = await fingerprint(root);
  await write('app/page.tsx', 'one');
  expect(await fingerprint(root)).toBe(before);
});

test('a source that changed, came, went or moved asks for a build', async () => {
  const seen = [await fingerprint(root)];
  await write('app/page.tsx', 'two');
  seen.push(await fingerprint(root));
  await write('core/sim/new.ts', 'new');
  seen.push(await fingerprint(root));
  await rename(path.join(root, 'core/sim/new.ts'), path.join(root, 'core/sim/newer.ts'));
  seen.push(await fingerprint(root));
  await rm(path.join(root, 'core'), { recursive: true });
  await rm(path.join(root, 'app/page.tsx'));
  seen.push(await fingerprint(root));
  expect(new Set(seen).size).toBe(seen.length);
});

test('other packages ask for a build', async () => {
  const before = await fingerprint(root);
  await write('package-lock.json', '{"packages":{}}');
  expect(await fingerprint(root)).not.toBe(before);
});

test('what is made from the sources, and what is no source, asks for none', async () => {
  const before = await fingerprint(root);
  await write('prisma/generated/client.ts', 'made');
  await write('app/_messages/en.d.json.ts', 'made');
  await write('dist/main.js', 'made');
  await write('tests/a.test.ts', 'no part of the product');
  await write('README.md', 'words');
  expect(await fingerprint(root)).toBe(before);
});

test('a text that moves from one file to the next is a change', async () => {
  await write('app/a.ts', 'xy');
  await write('app/b.ts', '');
  const before = await fingerprint(root);
  await write('app/a.ts', 'x');
  await write('app/b.ts', 'y');
  expect(await fingerprint(root)).not.toBe(before);
});
