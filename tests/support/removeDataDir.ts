import { rm } from 'node:fs/promises';
import path from 'node:path';

/** After the last browser test nothing of it stays on the disk; a folder that somebody named stays. */
export default async function removeDataDir(): Promise<void> {
  const folder = process.env.TEST_DATA_DIR ?? '';
  if (path.basename(folder).startsWith('meanwhile-e2e-')) await rm(folder, { recursive: true, force: true });
}
