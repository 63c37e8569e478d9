import { type Distribution, distributionSchema } from '@/core/contract/distribution';
import type { Scenario } from '@/core/contract/scenario';
import { holdsAnything } from '../chance/distribution';
import type { Problem } from './problem';

type Path = Problem['path'];

/** R3: a distribution that is cut off where nothing of it lies cannot be drawn from. */
export function durations({ personas, recipients }: Scenario): Problem[] {
  const found = [
    ...Object.entries(personas).flatMap(([id, persona]) => within(persona, ['personas', id])),
    ...recipients.flatMap((r, i) => within(r.tune ?? {}, ['recipients', i, 'tune'])),
  ];
  return found.flatMap(([path, dist]): Problem[] =>
    holdsAnything(dist)
      ? []
      : [
          {
            path,
            code: 'range',
            message: `nothing of this ${dist.kind} distribution lies between its bounds`,
            values: { why: 'bounds' },
          },
        ],
  );
}

/** Every distribution in a part of a document, with its path. */
function within(part: unknown, path: Path): [Path, Distribution][] {
  if (typeof part !== 'object' || part === null) return [];
  const dist = distributionSchema.safeParse(part);
  if (dist.success) return [[path, dist.data]];
  return Object.entries(part).flatMap(([key, value]) => within(value, [...path, key]));
}
