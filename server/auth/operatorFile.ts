import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** How a command-line tool finds the running server, and proves that it may read the server's folder. */
const door = z.object({ url: z.url(), token: z.string().min(43) });
export type OperatorDoor = z.infer<typeof door>;

const fileOf = (databaseFile: string) => path.join(path.dirname(databaseFile), 'operator.json');

/** Written by the server when it listens, for its own user alone. */
export async function writeDoor(databaseFile: string, found: OperatorDoor): Promise<void> {
  const file = fileOf(databaseFile);
  await rm(file, { force: true });
  await writeFile(file, `${JSON.stringify(found)}\n`, { mode: 0o600 });
}

export const removeDoor = (databaseFile: string): Promise<void> => rm(fileOf(databaseFile), { force: true });

/** Null where no server has left one. */
export async function readDoor(databaseFile: string): Promise<OperatorDoor | null> {
  try {
    return door.parse(JSON.parse(await readFile(fileOf(databaseFile), 'utf8')));
  } catch {
    return null;
  }
}
