import { rm } from 'node:fs/promises';

/** After the last browser test nothing of it stays on the disk. */
export default async function removeDataDir(): Promise<void> {
  const folder = process.env.TEST_DATA_DIR;
  if (folder) await rm(folder, { recursive: true, force: true });
}
