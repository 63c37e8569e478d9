import { customAlphabet } from 'nanoid';
import { codeAlphabet } from '@/core/contract/session';

/** A new join code: one of 30^6. */
export const newSessionCode = customAlphabet(codeAlphabet, 6);
