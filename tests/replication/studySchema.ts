import { z } from 'zod';
import { mode } from '@/core/contract/ids';
import { policyNames } from '@/core/contract/policy';
import { scenarioSchema } from '@/core/contract/scenario';

/** A study as text hands it to another process. */
export const studySchema = z.object({
  scenario: scenarioSchema,
  policy: z.enum(policyNames),
  mode,
  habits: z.object({
    remindMin: z.number(),
    redialMin: z.number(),
    callAfterMin: z.number(),
    practised: z.number(),
  }),
  seed: z.string(),
});
