import { z } from 'zod';

/**
 * Text that any file and any screen can hold: line ends are `\n`; no control characters but those and tabs, no half of a
 * character, none that XML leaves out.
 */
export const plainText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n'))
  .regex(/^(?:[^\p{Cc}\p{Cs}\ufffe\uffff]|[\n\t])*$/u, {
    error: 'has a character in it that cannot be shown',
  });
