import { replications } from '@/server/replication/replications';
import { workerThreads } from '@/server/replication/workers';
import { studySchema } from './studySchema';

/** A study from the standard input, played by two threads of whatever this file was bundled into; its hash on the standard output. */
let text = '';
for await (const chunk of process.stdin) text += String(chunk);
const workers = workerThreads(2);
const { logSha256 } = await replications(studySchema.parse(JSON.parse(text)), 60, workers);
await workers.close();
process.stdout.write(logSha256);
