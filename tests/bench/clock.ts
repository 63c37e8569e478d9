import { performance } from 'node:perf_hooks';

/** Wall ms as the server reads them (T2); processes of one machine agree on it as far as `clockOffset` says. */
export const wallNow = (): number => performance.timeOrigin + performance.now();

export interface Offset {
  /** What another process's clock reads beyond this one's, in ms. */
  ms: number;
  /** Half the shortest round trip: the offset is known no better. */
  within: number;
}

/** Asks another process for its time again and again; the shortest round trip says most. */
export async function clockOffset(ask: () => Promise<number>, times = 200): Promise<Offset> {
  let best: Offset = { ms: Number.NaN, within: Number.POSITIVE_INFINITY };
  for (let i = 0; i < times; i++) {
    const before = wallNow();
    const there = await ask();
    const after = wallNow();
    const within = (after - before) / 2;
    if (within < best.within) best = { ms: there - (before + after) / 2, within };
  }
  return best;
}
