import { z } from 'zod';

/** What a desk card shows (D1). The right choice is never part of it. `options` are chosen by index. */
export const cardFaceSchema = z.strictObject({
  kind: z.enum(['sum', 'match', 'sort']),
  prompt: z.string(),
  lines: z.array(z.strictObject({ label: z.string(), amount: z.int().optional() })),
  unit: z.string(),
  options: z.array(z.string()).min(2).max(4),
});
export type CardFace = z.infer<typeof cardFaceSchema>;
