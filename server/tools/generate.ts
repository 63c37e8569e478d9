import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * `npm run generate`: writes the Prisma client to prisma/generated without any download. Every `prisma` command first
 * looks for a native schema engine; generating does not use it, so any existing executable will do.
 */
const prisma = path.resolve('node_modules', 'prisma', 'build', 'index.js');
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};
const run = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { env, encoding: 'utf8' });
if (run.status === 0) process.stdout.write('The database client is generated in prisma/generated.\n');
else
  process.stderr.write(
    `${run.stdout ?? ''}${run.stderr ?? ''}Generating the database client failed; see above.\n`,
  );
process.exitCode = run.status === 0 ? 0 : 1;
