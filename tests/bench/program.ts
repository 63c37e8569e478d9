import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { bundleServer } from '@/server/tools/build';

/**
 * What a program prints, bundled as the server is, in a process of its own that Node is started for with `flags`. Rejects when it
 * fails or prints something else.
 */
export async function printedBy<T>(
  file: string,
  args: readonly string[],
  schema: z.ZodType<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const built = path.resolve('dist', 'bench', `${path.basename(file, '.ts')}.js`);
  await bundleServer(file, built);
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, built, ...args]);
  return schema.parse(JSON.parse(stdout));
}
