import { z } from 'zod';

/** Replications in each measurement. */
export const count = 1_000;

/** Seconds that a thousand replications of one pack by one policy took in one thread and in two, in turn, round by round. */
const inTurnSchema = z.strictObject({ single: z.array(z.number()), double: z.array(z.number()) });
export type InTurn = z.infer<typeof inTurnSchema>;

export const threadSecondsSchema = z.strictObject({
  /** The launch week by the serial caller. */
  launchWeek: inTurnSchema,
  /** A bare loop, in turn with it: what the machine gains by a second thread at that time. */
  bare: inTurnSchema,
  /** In two threads that were started for it: what somebody waits who is the first to ask. */
  fresh: z.number(),
  /** Whatever took two threads longest, of so many packs and policies. */
  slowest: inTurnSchema.extend({ pack: z.string(), policy: z.string(), of: z.int() }),
});
export type ThreadSeconds = z.infer<typeof threadSecondsSchema>;
