/** Room in a key for the rank among things that come at one instant. */
const ranks = 2 ** 22;
/** Moments are whole ms below this, some 24 days: with the rank they fill a number exactly. */
const latest = 2 ** 31;

/**
 * What is to come, in order of simulated time and then of rank (T4): a fixed number of places, each with one moment or none. Whoever owns
 * a place moves its moment; nobody looks at all the others. A heap of four branches over numbers: setting a moment costs O(log n), and
 * nothing is made after the beginning, however long the run. Equal moments of equal rank come in the order of their places.
 */
export class Schedule {
  private readonly keys: Float64Array;
  /** Places in the order of the heap, and where in it each place stands; -1 where it does not. */
  private readonly heap: Int32Array;
  private readonly at: Int32Array;
  private size = 0;

  constructor(places: number) {
    this.keys = new Float64Array(places);
    this.heap = new Int32Array(places);
    this.at = new Int32Array(places).fill(-1);
  }

  /** How many places have a moment. */
  get length(): number {
    return this.size;
  }

  /** The place that comes first, or -1. */
  get first(): number {
    return this.size === 0 ? -1 : (this.heap[0] ?? -1);
  }

  /** When it comes; Infinity for nothing. */
  get firstMs(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : Math.floor(this.keyAt(0) / ranks);
  }

  /** Gives a place its moment, instead of any it had. RangeError for a moment or rank that no key can hold. */
  put(place: number, simMs: number, rank = 0): void {
    if (!(simMs >= 0 && simMs < latest && rank >= 0 && rank < ranks) || simMs !== Math.floor(simMs))
      throw new RangeError(`nothing can be scheduled at ${simMs} with rank ${rank}`);
    const key = simMs * ranks + rank;
    const known = this.at[place];
    if (known === undefined) throw new RangeError(`no place ${place}`);
    if (known < 0) {
      this.keys[place] = key;
      this.up(this.size++, place, key);
      return;
    }
    const before = this.keys[place] ?? 0;
    this.keys[place] = key;
    if (key < before) this.up(known, place, key);
    else if (key > before) this.down(known, place, key);
  }

  /** Takes away a place's moment, if it has one. */
  drop(place: number): void {
    const index = this.at[place] ?? -1;
    if (index < 0) return;
    this.at[place] = -1;
    this.size--;
    if (index === this.size) return;
    const moved = this.heap[this.size] ?? 0;
    const key = this.keys[moved] ?? 0;
    this.up(index, moved, key);
    if (this.at[moved] === index) this.down(index, moved, key);
  }

  private keyAt(index: number): number {
    return this.keys[this.heap[index] ?? 0] ?? 0;
  }

  private up(from: number, place: number, key: number): void {
    const { keys, heap, at } = this;
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 2;
      const other = heap[above] ?? 0;
      const otherKey = keys[other] ?? 0;
      if (otherKey < key || (otherKey === key && other < place)) break;
      heap[index] = other;
      at[other] = index;
      index = above;
    }
    heap[index] = place;
    at[place] = index;
  }

  private down(from: number, place: number, key: number): void {
    const { keys, heap, at, size } = this;
    let index = from;
    for (let child = 4 * index + 1; child < size; child = 4 * index + 1) {
      let best = heap[child] ?? 0;
      let bestKey = keys[best] ?? 0;
      let where = child;
      const end = Math.min(child + 4, size);
      for (let i = child + 1; i < end; i++) {
        const other = heap[i] ?? 0;
        const otherKey = keys[other] ?? 0;
        if (otherKey < bestKey || (otherKey === bestKey && other < best)) {
          best = other;
          bestKey = otherKey;
          where = i;
        }
      }
      if (key < bestKey || (key === bestKey && place < best)) break;
      heap[index] = best;
      at[best] = index;
      index = where;
    }
    heap[index] = place;
    at[place] = index;
  }
}
