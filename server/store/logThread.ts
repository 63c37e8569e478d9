import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '@/server/session/ports';
import type { Statement } from './connection';
import type { Answer, Order } from './logWriter';

/** Where the log becomes durable: all statements are on the medium when it resolves, none is when it rejects. */
export interface Transacting {
  transact(statements: readonly Statement[]): Promise<void>;
}

/** Statements are small and soon done with: as little room for young objects as the server has, and pauses as short. */
const youngMb = 12;

interface Waiting {
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Beside this file: bundled as a file of its own; from source a thread has to be given its loader first. */
function entry(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./logWriter.js', import.meta.url);
  const loader = import.meta.resolve('tsx/esm/api');
  const writer = new URL('./logWriter.ts', import.meta.url);
  const code = `import { register } from '${loader}'; register(); await import('${writer}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/**
 * A connection in a thread of its own: a commit waits for the medium, and meanwhile the process goes on with everybody
 * else. The caller sees to it that nobody else writes at the same time. A thread that dies takes with it what was under
 * way, of which nobody knows whether it was stored; the next call starts another.
 */
export class LogThread implements Transacting {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #closed = false;

  constructor(private readonly file: string) {}

  transact(statements: readonly Statement[]): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    return this.#ask(statements);
  }

  /** Lets what is under way finish and ends the thread. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#worker) await this.#ask(null);
  }

  #ask(statements: Order['statements']): Promise<void> {
    const worker = this.#worker ?? this.#start();
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, statements } satisfies Order);
    });
  }

  #start(): Worker {
    const worker = new Worker(entry(), {
      workerData: this.file,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    this.#worker = worker;
    worker.on('message', ({ id, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(Object.assign(new Error(error.message), error));
      else waiting?.resolve();
    });
    const gone = (error?: unknown) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      const lost = new StoreUnavailable('the thread that stores the log has ended', { cause: error });
      for (const { reject } of this.#waiting.values()) reject(lost);
      this.#waiting.clear();
    };
    worker.on('error', gone);
    worker.on('exit', () => gone());
    return worker;
  }
}
