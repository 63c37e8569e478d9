import type { Distribution } from '@/core/contract/distribution';
import { erlangB, erlangC } from '../closedForms';
import { callsTo, type Dialed } from '../desk';
import { alwaysThere, settingOf } from '../driven';
import { average, type Group, type Row, repeat, row, type Size } from '../estimate';
import { bank } from './queues';

/** It rings at least so long, and the line is taken meanwhile. */
const ringS = 2;

interface Desk {
  name: string;
  lines: number;
  whenBusy: 'busy' | 'hold';
  talk: Distribution;
  perHour: number;
  calls: number;
  warmUp: number;
  runs: number;
}

function desk({ name, lines, whenBusy, talk, perHour, calls, warmUp, runs }: Desk): Dialed[][] {
  const ring = { kind: 'constant', value: ringS / 60 } as const;
  const persona = {
    ...alwaysThere,
    handling: talk,
    call: { ...alwaysThere.call, lines, whenBusy, ring },
  };
  const scenario = settingOf({ persona, requests: calls, lengthMin: 400_000 });
  return repeat(runs, name, (seed) => callsTo({ scenario, seed, perHour, calls }).slice(warmUp));
}

interface Cleared {
  name: string;
  lines: number;
  perHour: number;
  /** Seconds a line is taken by a call, with its ring. */
  taken: number;
  talk: Distribution;
}

const cleared: readonly Cleared[] = [
  {
    name: '1 line, 15 calls of 188 s in 8 h, log-normal',
    lines: 1,
    perHour: 15 / 8,
    taken: 188,
    talk: { kind: 'lognormal', median: (bank.median * (188 - ringS)) / 188, sigma: bank.sigma },
  },
  {
    name: '4 lines, 2 Erlang, constant',
    lines: 4,
    perHour: 30,
    taken: 240,
    talk: { kind: 'constant', value: (240 - ringS) / 60 },
  },
  {
    name: '10 lines, 8 Erlang, exponential',
    lines: 10,
    perHour: 120,
    taken: 240,
    talk: { kind: 'exponential', mean: (240 - ringS) / 60 },
  },
];

export const blockedRows = (runs: number): Row[] =>
  cleared.map(({ name, lines, perHour, taken, talk }) => {
    const all = desk({
      name,
      lines,
      whenBusy: 'busy',
      talk,
      perHour,
      calls: 400,
      warmUp: 100,
      runs,
    });
    const load = (perHour / 3_600) * taken;
    return row(
      `${name}: P(busy)`,
      erlangB(lines, load),
      all.map((calls) => average(calls, (c) => (c.became === 'busy' ? 1 : 0))),
    );
  });

export const erlangBGroup: Group = {
  title: 'Erlang B: a desk with c lines, and nobody waits (7.4)',
  about:
    'Callers of a Poisson stream ring a desk whose lines may all be taken; then they hear the busy tone and go away for good. Whatever the distribution of the talk, its mean decides. 300 calls a run after 100 that are not counted.',
  rows: ({ times }: Size) => blockedRows(25 * times),
};

/** Dialing takes two seconds: everything else is ten times as long as in the table, so that they weigh next to nothing. */
const slower = 10;

interface Held {
  lines: number;
  perHour: number;
  mean: number;
  within: number;
  warmUp: number;
}

const held: readonly Held[] = [
  { lines: 1, perHour: 12, mean: 188, within: 60, warmUp: 100 },
  { lines: 2, perHour: 20, mean: 240, within: 60, warmUp: 100 },
  { lines: 5, perHour: 60, mean: 240, within: 20, warmUp: 150 },
];

export function heldRows(runs: number): Row[] {
  return held.flatMap(({ lines, perHour, mean, within, warmUp }) => {
    const form = erlangC(lines, perHour, mean);
    const name = `${lines} ${lines === 1 ? 'line' : 'lines'}, ${perHour} calls of ${mean} s an hour`;
    const talk = { kind: 'exponential', mean: (mean * slower) / 60 } as const;
    const all = desk({
      name,
      lines,
      whenBusy: 'hold',
      talk,
      perHour: perHour / slower,
      calls: 400,
      warmUp,
      runs,
    });
    const of = (f: (c: Dialed) => number) => all.map((calls) => average(calls, f));
    return [
      row(
        `${name}: P(held)`,
        form.held,
        of((c) => (c.became === 'hold' ? 1 : 0)),
      ),
      row(`${name}: Wq, s`, form.waiting, of(heldFor)),
      row(
        `${name}: P(Wq ≤ ${within} s)`,
        form.within(within),
        of((c) => (heldFor(c) <= within ? 1 : 0)),
      ),
    ];
  });
}

const heldFor = ({ became, at, connected }: Dialed): number =>
  became === 'hold' ? ((connected ?? at) - at) / 1_000 / slower : 0;

export const erlangCGroup: Group = {
  title: 'Erlang C: a desk with c lines, and callers hold (7.5)',
  about: `The same desk where callers hold, first come first served, with exponential talk. Dialing takes two seconds in this world; the runs are ${slower} times as slow as the table says, so that it weighs next to nothing, and the figures are given at the pace of the table.`,
  rows: ({ times }: Size) => heldRows(25 * times),
};
