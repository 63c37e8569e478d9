import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newToken } from './token';

/**
 * The key that signs the cookies of sign-ins, in a file of its own beside the database: a copy of the database alone
 * opens no account. Made at the first start; without the file everybody signs in anew.
 */
export async function signInSecret(databaseFile: string): Promise<string> {
  const file = path.join(path.dirname(databaseFile), 'sign-in.key');
  const known = await readFile(file, 'utf8').catch(ifAbsent);
  if (known !== null && known.trim().length >= 43) return known.trim();
  const secret = newToken();
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function ifAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
