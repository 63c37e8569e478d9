import { performance } from 'node:perf_hooks';
import type { WallClock } from '../session/ports';

/** Longer waits make setTimeout fire at once. */
const longestTimeout = 2 ** 31 - 1;

const now = (): number => performance.timeOrigin + performance.now();

/** Real time: monotonic within the process, whatever is done to the machine's clock (T2). */
export const wallClock: WallClock = {
  now,
  at(wall, wake) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const wait = Math.ceil(wall - now());
      // A timer may fire a fraction early; nothing may become due before its time.
      timer = setTimeout(() => (now() >= wall ? wake() : arm()), Math.max(0, Math.min(wait, longestTimeout)));
    };
    arm();
    return () => clearTimeout(timer);
  },
};
