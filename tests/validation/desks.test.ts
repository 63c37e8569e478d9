import { expect, test } from 'vitest';
import { callsTo } from './desk';
import { alwaysThere, settingOf } from './driven';
import { erlangBGroup, erlangCGroup } from './groups/desks';
import { retryGroup } from './groups/retries';
import { holds, longest } from './holds';

test(
  'a desk whose lines are taken turns away what Erlang B says',
  () => {
    holds(erlangBGroup);
  },
  longest,
);

test(
  'a desk whose callers hold lets them wait as Erlang C says',
  () => {
    holds(erlangCGroup);
  },
  longest,
);

test(
  'R2: dialing until reached takes a geometric number of dials',
  () => {
    holds(retryGroup);
  },
  longest,
);

test('whoever holds is put through in the order of dialing (C10)', () => {
  const persona = {
    ...alwaysThere,
    handling: { kind: 'exponential', mean: 4 } as const,
    call: { ...alwaysThere.call, lines: 3, whenBusy: 'hold' as const },
  };
  const scenario = settingOf({ persona, requests: 300 });
  const held = callsTo({ scenario, seed: 'order', perHour: 44, calls: 300 }).filter(
    (c) => c.became === 'hold',
  );
  expect(held.length).toBeGreaterThan(100);
  const through = held.map((c) => c.connected ?? Number.NaN);
  expect(through).toEqual([...through].sort((a, b) => a - b));
});
