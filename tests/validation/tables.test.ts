import { expect, test } from 'vitest';
import { limit } from './estimate';
import { directionGroup } from './groups/direction';
import { fanOutGroup } from './groups/fanOut';
import { busiestMinute, modeRows, publishedGroup } from './groups/published';
import { holds, longest } from './holds';

test(
  'people asked at once answer in m H_N, one after another in N m',
  () => {
    holds(fanOutGroup);
  },
  longest,
);

test(
  'P2, R3: personas give published tables back, and handling time makes the second minute the busiest',
  () => {
    expect(busiestMinute(holds(publishedGroup))).toBe(2);
    const bare = modeRows(300, false);
    expect(busiestMinute(bare)).toBe(1);
    expect(Math.max(...bare.map(({ z }) => Math.abs(z)))).toBeGreaterThan(limit);
  },
  longest,
);

test(
  'looking seldom and being interrupted cost what is said, and handling is the same in both modes',
  () => {
    holds(directionGroup);
  },
  longest,
);
