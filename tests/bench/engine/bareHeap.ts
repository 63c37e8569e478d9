import { delayOf, type Engine, gapOf, serviceOf, targetOf } from './models';

/** A binary heap of numbers and nothing else. */
class Heap {
  private readonly keys: number[] = [];

  push(key: number): void {
    const { keys } = this;
    let i = keys.length;
    keys.push(key);
    while (i > 0) {
      const up = (i - 1) >> 1;
      const above = keys[up] ?? 0;
      if (above <= key) break;
      keys[i] = above;
      i = up;
    }
    keys[i] = key;
  }

  pop(): number {
    const { keys } = this;
    const first = keys[0] ?? Number.NaN;
    const key = keys.pop() ?? Number.NaN;
    const n = keys.length;
    if (n === 0) return first;
    let i = 0;
    for (let child = 1; child < n; child = 2 * i + 1) {
      const right = child + 1;
      if (right < n && (keys[right] ?? 0) < (keys[child] ?? 0)) child = right;
      const below = keys[child] ?? 0;
      if (below >= key) break;
      keys[i] = below;
      i = child;
    }
    keys[i] = key;
    return first;
  }
}

/** (a) What finding the next number costs: no log, no statistics, no names. A kind of event is the number's last bit. */
export const bareHeap: Engine = {
  name: 'bare heap of numbers',
  hold(n) {
    const heap = new Heap();
    for (let i = 0; i < n; i++) heap.push(delayOf(i));
    let k = n;
    let now = 0;
    return (events) => {
      for (let e = 0; e < events; e++) {
        now = heap.pop();
        heap.push(now + delayOf(k++));
      }
      return now;
    };
  },
  mm1() {
    const heap = new Heap();
    const queue: number[] = [];
    let next = 0;
    let arrived = 0;
    let served = 0;
    let waits = 0;
    const serve = (now: number) => heap.push(2 * (now + serviceOf(served++)) + 1);
    heap.push(2 * gapOf(arrived++));
    return (events) => {
      for (let e = 0; e < events; e++) {
        const key = heap.pop();
        const now = Math.floor(key / 2);
        if (key % 2 === 0) {
          queue.push(now);
          if (queue.length - next === 1) serve(now);
          heap.push(2 * (now + gapOf(arrived++)));
        } else {
          next++;
          if (next < queue.length) {
            waits += now - (queue[next] ?? now);
            serve(now);
          }
        }
      }
      return waits;
    };
  },
  phold(n) {
    const heap = new Heap();
    const received = new Int32Array(n);
    for (let i = 0; i < n; i++) heap.push(delayOf(i) * n + i);
    let k = n;
    let now = 0;
    return (events) => {
      for (let e = 0; e < events; e++) {
        const key = heap.pop();
        now = Math.floor(key / n);
        const at = key % n;
        received[at] = (received[at] ?? 0) + 1;
        heap.push((now + delayOf(k)) * n + targetOf(k, n));
        k++;
      }
      return now;
    };
  },
};
