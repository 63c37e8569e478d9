import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a build is made from. */
const folders = ['app', 'core', 'server', 'prisma', 'public'];
const files = [
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
];
const left = new Set(['generated', 'node_modules']);

/** SHA-256 over names and contents of all sources under `root`, in hex: equal exactly when a build would be the same. */
export async function fingerprint(root: string): Promise<string> {
  const found = await Promise.all(folders.map((folder) => filesUnder(root, folder)));
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files, ...found.flat()].sort()) {
    const content = await readFile(path.join(root, file)).catch(() => null);
    if (content) hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  const nested = entries
    .filter(({ name }) => !left.has(name) && !name.endsWith('.d.json.ts'))
    .map((entry) => {
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(root, name) : Promise.resolve([name]);
    });
  return (await Promise.all(nested)).flat();
}
