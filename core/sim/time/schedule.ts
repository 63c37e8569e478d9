/**
 * What is to come, in order of simulated time and then of rank (T4): a fixed number of places, each with one moment or none. Whoever owns
 * a place moves its moment; nobody looks at all the others. A heap of four branches: setting a moment costs O(log n), and
 * nothing is made after the beginning, however long the run. Equal moments of equal rank come in the order of their places.
 */
export class Schedule {
  /** Moment and rank of each place. */
  private readonly times: Float64Array;
  private readonly ranks: Int32Array;
  /** Places in the order of the heap, and where in it each place stands; -1 where it does not. */
  private readonly heap: Int32Array;
  private readonly at: Int32Array;
  private size = 0;

  constructor(places: number) {
    this.times = new Float64Array(places);
    this.ranks = new Int32Array(places);
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
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.times[this.first] ?? 0);
  }

  /** Gives a place its moment, instead of any it had. RangeError for what is no moment in whole ms, and for a rank below 0. */
  put(place: number, simMs: number, rank = 0): void {
    if (!(Number.isSafeInteger(simMs) && simMs >= 0 && rank >= 0 && rank === (rank | 0)))
      throw new RangeError(`nothing can be scheduled at ${simMs} with rank ${rank}`);
    const known = this.at[place];
    if (known === undefined) throw new RangeError(`no place ${place}`);
    const earlier = known >= 0 && this.precedes(simMs, rank, place, place);
    this.times[place] = simMs;
    this.ranks[place] = rank;
    if (known < 0) this.up(this.size++, place);
    else if (earlier) this.up(known, place);
    else this.down(known, place);
  }

  /** Takes away a place's moment, if it has one. */
  drop(place: number): void {
    const index = this.at[place] ?? -1;
    if (index < 0) return;
    this.at[place] = -1;
    this.size--;
    if (index === this.size) return;
    const moved = this.heap[this.size] ?? 0;
    this.up(index, moved);
    if (this.at[moved] === index) this.down(index, moved);
  }

  /** Whether what comes at `simMs` with `rank` in `place` comes before what stands in place `other`. */
  private precedes(simMs: number, rank: number, place: number, other: number): boolean {
    const theirs = this.times[other] ?? 0;
    if (simMs !== theirs) return simMs < theirs;
    const their = this.ranks[other] ?? 0;
    return rank !== their ? rank < their : place < other;
  }

  private up(from: number, place: number): void {
    const { times, ranks, heap, at } = this;
    const simMs = times[place] ?? 0;
    const rank = ranks[place] ?? 0;
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 2;
      const other = heap[above] ?? 0;
      if (!this.precedes(simMs, rank, place, other)) break;
      heap[index] = other;
      at[other] = index;
      index = above;
    }
    heap[index] = place;
    at[place] = index;
  }

  private down(from: number, place: number): void {
    const { times, ranks, heap, at, size } = this;
    const simMs = times[place] ?? 0;
    const rank = ranks[place] ?? 0;
    let index = from;
    for (let child = 4 * index + 1; child < size; child = 4 * index + 1) {
      let best = heap[child] ?? 0;
      let where = child;
      const end = Math.min(child + 4, size);
      for (let i = child + 1; i < end; i++) {
        const other = heap[i] ?? 0;
        if (this.precedes(times[other] ?? 0, ranks[other] ?? 0, other, best)) {
          best = other;
          where = i;
        }
      }
      if (this.precedes(simMs, rank, place, best)) break;
      heap[index] = best;
      at[best] = index;
      index = where;
    }
    heap[index] = place;
    at[place] = index;
  }
}
