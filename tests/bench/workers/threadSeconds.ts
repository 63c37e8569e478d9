import { z } from 'zod';

/** Replications in each measurement. */
export const count = 1_000;

/** Seconds that a thousand replications of the launch week by the serial caller took. */
export const threadSecondsSchema = z.strictObject({
  /** In one thread and in two, in turn, round by round. */
  single: z.array(z.number()),
  double: z.array(z.number()),
  /** In two threads that were started for it: what somebody waits who is the first to ask. */
  fresh: z.number(),
});
export type ThreadSeconds = z.infer<typeof threadSecondsSchema>;
