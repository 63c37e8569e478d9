import { z } from 'zod';
import { policyNames } from './policy';

const known = z.number().nullable();
const difference = z.object({
  n: z.number(),
  censored: z.number(),
  neither: z.number(),
  mean: known,
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  median: known,
  medianCi95: z.tuple([known, known]).nullable(),
  smaller: z.number(),
  same: z.number(),
  larger: z.number(),
});
/** What a tab keeps of a simulation: the document that was played, as text, and what its runs came to. */
export const simulationTabSchema = z.object({
  of: z.string(),
  findings: z.object({
    policies: z.array(
      z.object({
        policy: z.enum(policyNames),
        outcome: z.object({
          n: z.number(),
          time: known,
          interval: z.tuple([z.number(), known]).nullable(),
          finished: z.number(),
          finishedInterval: z.tuple([z.number(), z.number()]),
          realMs: z.number(),
        }),
        hardest: z
          .object({ request: z.string(), title: z.string(), median: known, answered: z.number() })
          .nullable(),
      }),
    ),
    separation: z
      .object({
        completionTime: difference,
        sooner: z.enum(['mail', 'call']).nullable(),
        deskDone: difference,
      })
      .nullable(),
  }),
});
