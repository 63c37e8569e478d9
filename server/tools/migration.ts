import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrationSql, migrationsFolder } from '../store/migrations';

const schemaFile = path.join('prisma', 'schema.prisma');
const lock = '# The provider of these migrations; they do not apply to another one.\nprovider = "sqlite"\n';

/**
 * `npm run migration -- NAME`: writes a migration folder that leads from the newest one's datamodel to
 * prisma/schema.prisma. The datamodel is kept beside the SQL, since the engine's own way to find it needs a shadow
 * database. Read the SQL before you commit it.
 */
async function main(name: string | undefined): Promise<number> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    return fail(2, 'Give a name in lower-case letters: npm run migration -- add_teams');
  await mkdir(migrationsFolder, { recursive: true });
  const schema = await readFile(schemaFile, 'utf8');
  const folders = await readdir(migrationsFolder, { withFileTypes: true });
  const newest = folders
    .filter((f) => f.isDirectory())
    .map((f) => f.name)
    .sort()
    .at(-1);
  const before = newest ? await readFile(path.join(migrationsFolder, newest, 'datamodel.txt'), 'utf8') : null;
  const sql = await migrationSql(before, schema);
  if (sql === '') return fail(1, 'Nothing differs between prisma/schema.prisma and the newest migration.');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), sql);
  await writeFile(path.join(folder, 'datamodel.txt'), schema);
  await writeFile(path.join(migrationsFolder, 'migration_lock.toml'), lock);
  process.stdout.write(`${folder}\n`);
  return 0;
}

function fail(code: number, sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

process.exitCode = await main(process.argv[2]);
