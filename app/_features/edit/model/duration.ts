import type { Distribution } from '@/core/contract/distribution';
import { quantileMinutes } from '@/core/sim/chance/distribution';

/** The middle of a distribution in minutes, as a person would say “about so long”. */
export const typical = (dist: Distribution): number => Math.round(quantileMinutes(dist, 0.5) * 10) / 10;

/** The same shape with all its minutes `factor` times as long. */
export function scaled<D extends Distribution>(dist: D, factor: number): Distribution {
  const bounds = {
    ...(dist.atLeast !== undefined && { atLeast: dist.atLeast * factor }),
    ...(dist.atMost !== undefined && { atMost: dist.atMost * factor }),
  };
  switch (dist.kind) {
    case 'constant':
      return { ...dist, ...bounds, value: dist.value * factor };
    case 'uniform':
    case 'loguniform':
      return { ...dist, ...bounds, low: dist.low * factor, high: dist.high * factor };
    case 'exponential':
      return {
        ...dist,
        ...bounds,
        mean: dist.mean * factor,
        ...(dist.shift !== undefined && { shift: dist.shift * factor }),
      };
    case 'lognormal':
      return { ...dist, ...bounds, median: dist.median * factor };
    case 'lognormalMixture':
      return {
        ...dist,
        ...bounds,
        parts: dist.parts.map((part) => ({ ...part, median: part.median * factor })),
      };
    case 'triangular':
      return {
        ...dist,
        ...bounds,
        low: dist.low * factor,
        mode: dist.mode * factor,
        high: dist.high * factor,
      };
    case 'empirical':
      return { ...dist, ...bounds, values: dist.values.map((v) => v * factor) };
  }
}

/** The same shape with another middle; one that has no middle to stretch becomes a constant. */
export function withTypical(dist: Distribution, minutes: number): Distribution {
  const now = quantileMinutes(dist, 0.5);
  return now > 0 && minutes > 0 ? scaled(dist, minutes / now) : { kind: 'constant', value: minutes };
}
