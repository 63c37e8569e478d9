import { type Remote, wrap } from 'comlink';
import type { Player } from './playerWorker';

type Work<T> = (player: Remote<Player>) => Promise<T>;

interface Hired {
  worker: Worker;
  player: Remote<Player>;
}

/** More would only wait for one another, and leave nothing to the page. */
const most = 4;

/** As many as the machine has processors for, one at least. */
export const playersHere = (): number => Math.max(1, Math.min(most, navigator.hardwareConcurrency || 1));

/**
 * Web workers that play replications. Work is given to whoever is free, in the order of asking. A worker that cannot go on
 * fails everything that waits and is asked for.
 */
export class Players {
  private readonly hired: Hired[];
  private readonly free: Remote<Player>[];
  private readonly waiting: ((player: Remote<Player>) => void)[] = [];
  private readonly broken: Promise<never>;

  constructor(readonly count: number = playersHere()) {
    this.hired = Array.from({ length: count }, () => {
      const worker = new Worker(new URL('./playerWorker.ts', import.meta.url), { type: 'module' });
      return { worker, player: wrap<Player>(worker) };
    });
    this.free = this.hired.map(({ player }) => player);
    this.broken = new Promise((_, fail) => {
      for (const { worker } of this.hired)
        worker.addEventListener('error', (event) =>
          fail(new Error(event.message || 'a worker could not be started')),
        );
    });
    this.broken.catch(() => undefined);
  }

  /** Has a piece of work done by whoever is free next. */
  async run<T>(work: Work<T>): Promise<T> {
    const player = await this.next();
    try {
      return await Promise.race([work(player), this.broken]);
    } finally {
      const next = this.waiting.shift();
      if (next) next(player);
      else this.free.push(player);
    }
  }

  private next(): Promise<Remote<Player>> | Remote<Player> {
    return this.free.shift() ?? new Promise((take) => this.waiting.push(take));
  }

  /** Ends all of them, and whatever they are at. */
  close(): void {
    for (const { worker } of this.hired) worker.terminate();
  }
}
