import type { Group } from './estimate';
import { clockGroup, emptyGroup, gapGroup } from './groups/checks';
import { erlangBGroup, erlangCGroup } from './groups/desks';
import { directionGroup } from './groups/direction';
import { fanOutGroup } from './groups/fanOut';
import { hoursGroup } from './groups/hours';
import { publishedGroup } from './groups/published';
import { mg1Group, mm1Group } from './groups/queues';
import { retryGroup } from './groups/retries';

/** Everything the simulated people are held against, in the order of docs/validation.md. */
export const groups: readonly Group[] = [
  mm1Group,
  mg1Group,
  erlangBGroup,
  erlangCGroup,
  gapGroup,
  clockGroup,
  emptyGroup,
  hoursGroup,
  fanOutGroup,
  retryGroup,
  publishedGroup,
  directionGroup,
];
