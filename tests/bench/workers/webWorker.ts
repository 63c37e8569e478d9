import { type Batch, playBatch } from '@/core/replication/batch';

// What a web worker of the page runs: it plays a batch and says how many it played.
addEventListener('message', ({ data }: MessageEvent<Batch>) => {
  postMessage(playBatch(data).length);
});
