/** What a clock runs for; see T8. `quiet`: a scene without input for a minute. */
export type ClockReason = 'idle' | 'compose' | 'read' | 'leaving' | 'quiet' | 'set';
export type Speed = 'slow' | 'normal' | 'fast';

/** Simulated ms per real ms while working or waiting. */
export const idleRate: Record<Speed, number> = { slow: 30, normal: 60, fast: 120 };
/** A scene without input for so long (real ms) counts as left (T8). */
export const quietAfterMs = 60_000;

const composeFirstMs = 10_000;
const readMsPerWord = 500;
const leavingMs = 2_000;

/** A rate, and the real ms since the reason began at which another one follows; `next` is that reason. */
export interface Pace {
  rate: number;
  until: number | null;
  next: ClockReason;
}

/**
 * The scene clock (T8), piecewise in real ms since its reason began: fast while you work or wait, nearly real time while you
 * read and write. `words` is the length of the mail being read.
 */
export function paceOf(reason: ClockReason, sinceMs: number, speed: Speed, words = 0): Pace {
  switch (reason) {
    case 'compose':
      return sinceMs < composeFirstMs
        ? { rate: 6, until: composeFirstMs, next: 'compose' }
        : { rate: 1, until: null, next: 'compose' };
    case 'read':
      return { rate: 6, until: words * readMsPerWord, next: 'leaving' };
    case 'leaving':
      return { rate: 30, until: leavingMs, next: 'idle' };
    case 'idle':
    case 'quiet':
    case 'set':
      return { rate: idleRate[speed], until: null, next: reason };
  }
}
