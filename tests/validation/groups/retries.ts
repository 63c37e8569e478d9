import { retries } from '../closedForms';
import { type Group, type Row, repeat, row, type Size } from '../estimate';
import { type Chain, chains, picksUp } from '../redial';

export interface Case {
  pickUp: number;
  gapMin: number;
  chains: number;
}

const cases: readonly Case[] = [
  { pickUp: 2 / 3, gapMin: 30, chains: 200 },
  { pickUp: 0.52, gapMin: 30, chains: 150 },
  { pickUp: 0.24, gapMin: 60, chains: 60 },
];

const many = (pickUp: number, gapMin: number, count: number, runs: number): Chain[] => {
  const persona = picksUp(pickUp);
  return repeat(runs, `chains ${pickUp}`, (seed) => chains(persona, seed, count, gapMin)).flat();
};

export function retryRows(
  { pickUp, gapMin, chains: count }: Case,
  runs: number,
  reallyEvery = gapMin,
): Row[] {
  const form = retries(pickUp, gapMin * 60);
  const all = many(pickUp, reallyEvery, count, runs);
  const name = (what: string) => `p ${pickUp.toFixed(2)}, every ${gapMin} min: ${what}`;
  const by = (k: number) => all.map((c) => (c.dials <= k ? 1 : 0));
  return [
    row(
      name('dials'),
      form.attempts,
      all.map((c) => c.dials),
    ),
    ...(form.for95 > 3 ? [row(name('P(by dial 3)'), form.by(3), by(3))] : []),
    row(
      name('delay, s'),
      form.delay,
      all.map((c) => c.delay / 1_000),
    ),
    row(name(`P(by dial ${form.for95})`), form.by(form.for95), by(form.for95)),
  ];
}

export const retryGroup: Group = {
  title: 'Dialing until reached (7.8)',
  about:
    'Somebody is rung every half hour or hour until they answer. Whether they do is drawn for ten minutes of their time (R2), so gaps of a slot or more are independent tries.',
  rows: ({ times }: Size) => cases.flatMap((c) => retryRows(c, 50 * times)),
};

/** The share of dials that are answered; `really` is the chance that is simulated. */
export function pickUpRow(name: string, pickUp: number, runs: number, really = pickUp): Row {
  const all = many(really, 30, Math.floor(300 * pickUp), runs);
  // A chain ends in one answer: the dials before it went unanswered.
  const answers = all.flatMap(({ dials }) =>
    Array.from({ length: dials }, (_, i) => (i === dials - 1 ? 1 : 0)),
  );
  return row(name, pickUp, answers);
}
