import { expect, test } from 'vitest';
import { directionGroup } from './groups/direction';
import { fanOutGroup } from './groups/fanOut';
import { modeRows, publishedGroup } from './groups/published';
import { holds, longest } from './holds';

test(
  'people asked at once answer in m H_N, one after another in N m',
  () => {
    holds(fanOutGroup);
  },
  longest,
);

test(
  'P2, R3: personas give published tables back',
  () => {
    holds(publishedGroup);
  },
  longest,
);

test(
  'most replies come in the second minute, and it is handling time that makes it so',
  () => {
    expect(modeRows(1_250).mode).toBe(1);
    expect(modeRows(300, false).mode).toBe(0);
  },
  longest,
);

test(
  'looking seldom and being interrupted cost what they are said to cost, and handling is the same in both modes',
  () => {
    holds(directionGroup);
  },
  longest,
);
