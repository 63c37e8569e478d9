import { z } from 'zod';

/**
 * Distributions of durations (rule R3). Every number is in simulated minutes, except `sigma` (of the natural
 * logarithm) and `weight`. `atLeast` and `atMost` truncate the distribution: they never pile mass on a bound.
 */
const bound = { atLeast: z.number().min(0).optional(), atMost: z.number().positive().optional() };
const minutes = z.number().min(0).max(28_800);
const positive = z.number().positive().max(28_800);
const sigma = z.number().positive().max(10);

const constant = z.strictObject({ kind: z.literal('constant'), value: minutes, ...bound });
const uniform = z.strictObject({ kind: z.literal('uniform'), low: minutes, high: positive, ...bound });
const exponential = z.strictObject({
  kind: z.literal('exponential'),
  mean: positive,
  shift: minutes.optional(),
  ...bound,
});
const lognormal = z.strictObject({ kind: z.literal('lognormal'), median: positive, sigma, ...bound });
const lognormalMixture = z.strictObject({
  kind: z.literal('lognormalMixture'),
  parts: z
    .array(z.strictObject({ weight: z.number().positive(), median: positive, sigma }))
    .min(1)
    .max(8),
  ...bound,
});
const loguniform = z.strictObject({ kind: z.literal('loguniform'), low: positive, high: positive, ...bound });
const triangular = z.strictObject({
  kind: z.literal('triangular'),
  low: minutes,
  mode: minutes,
  high: positive,
  ...bound,
});
const empirical = z.strictObject({
  kind: z.literal('empirical'),
  values: z.array(minutes).min(1).max(10_000),
  ...bound,
});

export const distributionSchema = z
  .discriminatedUnion('kind', [
    constant,
    uniform,
    exponential,
    lognormal,
    lognormalMixture,
    loguniform,
    triangular,
    empirical,
  ])
  .refine((d) => d.atLeast === undefined || d.atMost === undefined || d.atLeast < d.atMost, {
    message: 'atLeast must be below atMost',
  })
  .refine((d) => !('low' in d) || d.low < d.high, { message: 'low must be below high' })
  .refine((d) => d.kind !== 'triangular' || (d.low <= d.mode && d.mode <= d.high), {
    message: 'mode must lie between low and high',
  });

export type Distribution = z.infer<typeof distributionSchema>;
