import type { Batch } from '@/core/replication/batch';

/** Ms that a web worker with this code took for a batch when it was new, its own start included, and for the same batch again. */
export async function newAndAgain(code: string, batch: Batch): Promise<[first: number, again: number]> {
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const taken = async () => {
    const started = performance.now();
    await new Promise((done, fail) => {
      worker.onmessage = done;
      worker.onerror = fail;
      worker.postMessage(batch);
    });
    return performance.now() - started;
  };
  const both: [number, number] = [await taken(), await taken()];
  worker.terminate();
  return both;
}
