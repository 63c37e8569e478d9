import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { wallNow } from './clock';

/** Ms between two looks at the event loop; what is measured beyond them is delay. */
const everyMs = 10;

const asked = z.object({ ask: z.string() });
const nanoseconds = 1e6;

/**
 * Answers what a benchmark asks a server process: its `time`, how long its event loop was held up at most in 99 of 100
 * looks since the last asking (`loop`, ms), and its `memory` after collection (bytes). Anything else is `more`'s.
 */
export function answerProbes(more: (ask: string) => Promise<unknown>): void {
  const delay = monitorEventLoopDelay({ resolution: everyMs });
  delay.enable();
  process.on('message', (message) => {
    const { ask } = asked.parse(message);
    if (ask === 'time') process.send?.({ time: wallNow() });
    else if (ask === 'loop') {
      process.send?.({ loop: Math.max(0, delay.percentile(99) / nanoseconds - everyMs) });
      delay.reset();
    } else if (ask === 'memory') process.send?.(memory());
    else
      void more(ask).then(
        (answer) => process.send?.({ answer }),
        (error) => process.send?.({ failed: String(error) }),
      );
  });
}

function memory(): { heap: number; resident: number } {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
