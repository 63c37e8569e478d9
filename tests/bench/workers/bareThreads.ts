import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Counts, and touches no memory: what the machine itself gains by a second thread. */
const program = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (turns) => {
  let x = 1;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1103515245) + 12345) | 0;
  parentPort.postMessage(x);
});
`;
/** About half a second of one thread. */
const turns = 250_000_000;

export interface BareThreads {
  /** Seconds that two pieces of work take, one after the other in one thread. */
  one: () => Promise<number>;
  /** The same two side by side. */
  two: () => Promise<number>;
  close: () => Promise<void>;
}

export async function bareThreads(): Promise<BareThreads> {
  const [first, second] = [new Worker(program, { eval: true }), new Worker(program, { eval: true })];
  const work = async (worker: Worker) => {
    worker.postMessage(turns);
    await once(worker, 'message');
  };
  const timed = async (done: () => Promise<unknown>) => {
    const started = performance.now();
    await done();
    return (performance.now() - started) / 1_000;
  };
  const two = () => timed(() => Promise.all([work(first), work(second)]));
  // The first time is compiled as it goes.
  await two();
  return {
    one: () =>
      timed(async () => {
        await work(first);
        await work(first);
      }),
    two,
    close: async () => {
      await Promise.all([first.terminate(), second.terminate()]);
    },
  };
}
