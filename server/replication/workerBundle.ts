/** The bundle of the worker threads, beside the bundled server. */
export const workerBundle = 'replication.js';
