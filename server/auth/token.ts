import { createHash, randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';

/** 256 random bits that open something; only the hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** A random name for a row, not guessable, not secret. */
export const newRowId = (): string => nanoid(16);
/** A run's seed unless somebody types one: 64 random bits (R1). */
export const newSeed = (): string => randomBytes(8).toString('hex');
