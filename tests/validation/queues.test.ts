import { test } from 'vitest';
import { mg1Group, mm1Group } from './groups/queues';
import { holds, longest } from './holds';

test(
  'P3: an inbox that is read at once is an M/M/1 queue: means, numbers and the whole distribution',
  () => {
    holds(mm1Group);
  },
  longest,
);

test(
  'P3: with constant, exponential and log-normal handling it waits as Pollaczek and Khinchine say',
  () => {
    holds(mg1Group);
  },
  longest,
);
