import { Schedule } from '@/core/sim/time/schedule';
import { delayOf, type Engine, gapOf, serviceOf, targetOf } from './models';

/** An event as a log keeps it. */
interface Logged {
  simMs: number;
  type: number;
  about: number;
}

/** The schedule that runs go by, with what a run has beside it: a log of everything, and time averages of what is to come. */
class Run {
  now = 0;
  readonly log: Logged[] = [];
  /** Integral over time of how many places have a moment. */
  pending = 0;

  constructor(readonly schedule: Schedule) {}

  /** The next place, at its time; logged and counted. */
  next(type = 0): number {
    const { schedule } = this;
    const place = schedule.first;
    const simMs = schedule.firstMs;
    this.pending += schedule.length * (simMs - this.now);
    this.now = simMs;
    this.log.push({ simMs, type, about: place });
    return place;
  }
}

/** What the product runs on, with log and statistics. */
export const product: Engine = {
  name: 'schedule of the product, with log and statistics',
  hold(n) {
    const run = new Run(new Schedule(n));
    for (let i = 0; i < n; i++) run.schedule.put(i, delayOf(i));
    let k = n;
    return (events) => {
      for (let e = 0; e < events; e++) {
        const place = run.next();
        run.schedule.put(place, run.now + delayOf(k++));
      }
      return run.now;
    };
  },
  mm1() {
    const run = new Run(new Schedule(2));
    const queue: number[] = [];
    let next = 0;
    let arrived = 0;
    let served = 0;
    let waits = 0;
    const serve = () => run.schedule.put(1, run.now + serviceOf(served++));
    run.schedule.put(0, gapOf(arrived++));
    return (events) => {
      for (let e = 0; e < events; e++) {
        if (run.next() === 0) {
          queue.push(run.now);
          if (queue.length - next === 1) serve();
          run.schedule.put(0, run.now + gapOf(arrived++));
        } else {
          next++;
          if (next < queue.length) {
            waits += run.now - (queue[next] ?? 0);
            serve();
          } else run.schedule.drop(1);
        }
      }
      return waits;
    };
  },
  phold(n) {
    const run = new Run(new Schedule(n));
    const received = new Int32Array(n);
    const to = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n; i++) run.schedule.put(i, delayOf(i));
    let k = n;
    return (events) => {
      for (let e = 0; e < events; e++) {
        const message = run.next();
        const at = to[message] ?? 0;
        received[at] = (received[at] ?? 0) + 1;
        to[message] = targetOf(k, n);
        run.schedule.put(message, run.now + delayOf(k++));
      }
      return run.now;
    };
  },
};
