import { z } from 'zod';
import { mode } from '@/core/contract/ids';
import { policyNames } from '@/core/contract/policy';
import { scenarioSchema } from '@/core/contract/scenario';
import { replications } from '@/server/replication/replications';
import { workerThreads } from '@/server/replication/workers';

/** A study as text hands it to another process. */
const studySchema = z.object({
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

/** A study from the standard input, played by two threads of whatever this file was bundled into; its hash on the standard output. */
let text = '';
for await (const chunk of process.stdin) text += String(chunk);
const workers = workerThreads(2);
const { logSha256 } = await replications(studySchema.parse(JSON.parse(text)), 60, workers);
await workers.close();
process.stdout.write(logSha256);
