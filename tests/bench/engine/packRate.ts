import { z } from 'zod';
import { type Figure, median } from '../report';

/** How many whole runs of a pack a policy played per second of processor time, round by round. */
export const packRateSchema = z.strictObject({
  pack: z.string(),
  policy: z.string(),
  rates: z.array(z.number()),
  /** Events of the longest of them. */
  longest: z.int(),
  /** Runs a second that are wanted. */
  goal: z.int(),
});
export type PackRate = z.infer<typeof packRateSchema>;

export function figureOf({ pack, policy, rates, longest, goal }: PackRate): Figure {
  const value = median(rates);
  return {
    metric: `${pack}, ${policy}, up to ${longest} events`,
    unit: 'replications per second',
    value,
    min: Math.min(...rates),
    max: Math.max(...rates),
    baseline: null,
    ratio: null,
    goal: `at least ${goal.toLocaleString('en')} per second`,
    met: value >= goal,
  };
}
