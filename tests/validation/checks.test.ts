import { expect, test } from 'vitest';
import { limit } from './estimate';
import { clockGroup, clockRows, emptyGroup, gapGroup } from './groups/checks';
import { hoursGroup } from './groups/hours';
import { holds, longest } from './holds';

test(
  'P3: looks at intervals are vacations of an M/G/1 queue, exhaustive and gated',
  () => {
    holds(gapGroup);
  },
  longest,
);

test(
  'P3: looks at fixed times wait as their measured off times say',
  () => {
    holds(clockGroup);
  },
  longest,
);

test('P3: by the form for intervals, looks at fixed times are wrong by far: the trap is one', () => {
  for (const { z } of clockRows(10).trap) expect(z).toBeLessThan(-limit);
});

test(
  'P3: where handling takes no time a mail waits half an even gap, and the whole of an exponential one',
  () => {
    holds(emptyGroup);
  },
  longest,
);

test(
  'P1: working hours, days off and lunch make mail wait as long as they are',
  () => {
    holds(hoursGroup);
  },
  longest,
);
