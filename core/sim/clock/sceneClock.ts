import type { ClockReason } from '@/core/contract/clock';
import { minute } from '../time/localTime';

export type Speed = 'slow' | 'normal' | 'fast';

/** Simulated ms per real ms while working or waiting. */
export const idleRate: Record<Speed, number> = { slow: 30, normal: 60, fast: 120 };
/** A scene without input for so long (real ms) counts as left (T8). */
export const quietAfterMs = 60_000;

/** Reading, writing, choosing what to say: as long as it takes. Turning to it has already passed at the pace of working. */
const lifeRate = 1;
const readMsPerWord = 500;
const leavingMs = 2_000;

/** A rate, and the real ms since the reason began at which another one follows; `next` is that reason. */
export interface Pace {
  rate: number;
  until: number | null;
  next: ClockReason;
}

/** How long the scene's words take: read, or spoken in `simMs` of simulated time. */
export interface Length {
  words: number;
  simMs: number;
}
/** Where nothing is read or said. */
export const nothing: Length = { words: 0, simMs: 0 };

/** A ring is heard from 1.2 to 2.2 real seconds, by rates that tell nothing of how long it will ring. */
const ring = { firstMs: 1_200, first: 5, rest: 24 };
/** Looking something up: two seconds in which one sees it, then faster. */
const look = { firstMs: 2_000, first: 6, rest: 60 };
const wordsPerMinute = 170;

/**
 * The scene clock (T8), piecewise in real ms since its reason began: fast while you work or wait, real time while you read or
 * write, nearly so while you talk. The rates of a call depend only on what both sides have heard so far (P9).
 */
export function paceOf(reason: ClockReason, sinceMs: number, speed: Speed, length = nothing): Pace {
  switch (reason) {
    case 'compose':
    case 'choose':
      return { rate: lifeRate, until: null, next: reason };
    case 'read':
      return { rate: lifeRate, until: length.words * readMsPerWord, next: 'leaving' };
    case 'leaving':
      return { rate: 30, until: leavingMs, next: 'idle' };
    case 'ring':
      return stepped(ring, reason, sinceMs);
    case 'look':
      return stepped(look, reason, sinceMs);
    case 'say':
    case 'speak': {
      const realMs = Math.max(1_000, Math.round((length.words * minute) / wordsPerMinute));
      return { rate: Math.max(1, length.simMs / realMs), until: realMs, next: 'look' };
    }
    case 'hold':
      return { rate: 30, until: null, next: reason };
    case 'message':
      return { rate: 15, until: null, next: reason };
    case 'incoming':
      return { rate: 3, until: null, next: reason };
    case 'idle':
    case 'quiet':
    case 'set':
      return { rate: idleRate[speed], until: null, next: reason };
  }
}

const stepped = (
  step: { firstMs: number; first: number; rest: number },
  reason: ClockReason,
  sinceMs: number,
): Pace =>
  sinceMs < step.firstMs
    ? { rate: step.first, until: step.firstMs, next: reason }
    : { rate: step.rest, until: null, next: reason };
