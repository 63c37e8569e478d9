import { delayOf, type Engine, gapOf, serviceOf, targetOf } from './models';

interface Item {
  at: number;
  seq: number;
  run: () => void;
}
const before = (a: Item, b: Item): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

/** (b) What anybody would write first: callbacks on a binary heap of objects, in 25 lines. */
class Callbacks {
  now = 0;
  private seq = 0;
  private readonly heap: Item[] = [];
  after(ms: number, run: () => void): void {
    const item = { at: this.now + ms, seq: this.seq++, run };
    let i = this.heap.push(item) - 1;
    for (let up = (i - 1) >> 1; i > 0; up = (i - 1) >> 1) {
      const above = this.heap[up];
      if (!above || before(above, item)) break;
      this.heap[i] = above;
      i = up;
    }
    this.heap[i] = item;
  }
  step(): void {
    const [first] = this.heap;
    const item = this.heap.pop();
    if (!first || !item) return;
    let i = 0;
    for (let child = 1; child < this.heap.length; child = 2 * i + 1) {
      const [a, b] = [this.heap[child], this.heap[child + 1]];
      const least = a && b && before(b, a) ? b : a;
      if (!least || before(item, least)) break;
      this.heap[i] = least;
      i = least === b ? child + 1 : child;
    }
    if (this.heap.length > 0) this.heap[i] = item;
    this.now = first.at;
    first.run();
  }
}

const stepping = (engine: Callbacks, stand: () => number) => (events: number) => {
  for (let e = 0; e < events; e++) engine.step();
  return stand();
};

export const callbacks: Engine = {
  name: 'callbacks on an object heap',
  hold(n) {
    const engine = new Callbacks();
    let k = 0;
    const again = () => engine.after(delayOf(k++), again);
    for (let i = 0; i < n; i++) again();
    return stepping(engine, () => engine.now);
  },
  mm1() {
    const engine = new Callbacks();
    const queue: number[] = [];
    let next = 0;
    let arrived = 0;
    let served = 0;
    let waits = 0;
    const serve = () => engine.after(serviceOf(served++), leave);
    const leave = () => {
      next++;
      if (next >= queue.length) return;
      waits += engine.now - (queue[next] ?? 0);
      serve();
    };
    const arrive = () => {
      queue.push(engine.now);
      if (queue.length - next === 1) serve();
      engine.after(gapOf(arrived++), arrive);
    };
    engine.after(gapOf(arrived++), arrive);
    return stepping(engine, () => waits);
  },
  phold(n) {
    const engine = new Callbacks();
    const received = new Int32Array(n);
    let k = n;
    const receive = (at: number) => () => {
      received[at] = (received[at] ?? 0) + 1;
      engine.after(delayOf(k), receive(targetOf(k++, n)));
    };
    for (let i = 0; i < n; i++) engine.after(delayOf(i), receive(i));
    return stepping(engine, () => engine.now);
  },
};
