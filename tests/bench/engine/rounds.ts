import { type Figure, median } from '../report';
import { bareHeap } from './bareHeap';
import { callbacks } from './callbacks';
import { cpuSeconds } from './cpu';
import type { Engine, Going } from './models';
import { product } from './product';
import { simjs } from './simjs';

interface Model {
  name: string;
  begin: (engine: Engine) => Going;
  events: number;
}

const holdSmall = 'hold, 1,000 to come';
const holdLarge = 'hold, 100,000 to come';
const models: readonly Model[] = [
  { name: holdSmall, begin: (e) => e.hold(1_000), events: 400_000 },
  { name: holdLarge, begin: (e) => e.hold(100_000), events: 150_000 },
  { name: 'M/M/1', begin: (e) => e.mm1(), events: 400_000 },
  { name: 'PHOLD, 1,000 processes', begin: (e) => e.phold(1_000), events: 400_000 },
];
const warmUp = 50_000;

/** Events per second of each engine in each round, by model and engine. */
type Rates = Map<string, Map<string, number[]>>;

/** All in turn, round by round, in seconds of processor time. */
export async function engineRounds(rounds: number): Promise<Figure[]> {
  const engines = [product, bareHeap, callbacks, await simjs()];
  const rates: Rates = new Map(models.map((m) => [m.name, new Map(engines.map((e) => [e.name, []]))]));
  for (let round = 0; round < rounds; round++) {
    const order = engines.map((_, i) => engines[(i + round) % engines.length]).filter((e) => e !== undefined);
    for (const model of models) playRound(model, order, rates);
  }
  return [...models.flatMap((model) => figuresOf(model, rates)), scaling(rates)];
}

/** Every engine does the same work, and has to come out where the others do. */
function playRound({ name, begin, events }: Model, engines: readonly Engine[], rates: Rates): void {
  const stands = new Set<number>();
  for (const engine of engines) {
    const going = begin(engine);
    going(warmUp);
    const seconds = cpuSeconds(() => stands.add(going(events)));
    rates
      .get(name)
      ?.get(engine.name)
      ?.push(events / seconds);
  }
  if (stands.size !== 1) throw new Error(`${name}: the engines disagree: ${[...stands].join(', ')}`);
}

/** Goals of a model, as the ratio to (b) and to (c) that is wanted. */
const goals: Record<string, Record<string, number>> = {
  [holdSmall]: { [callbacks.name]: 0.25, 'simjs 2.0.3': 1.5 },
};

function figuresOf({ name }: Model, rates: Rates): Figure[] {
  const byEngine = rates.get(name) ?? new Map<string, number[]>();
  const own = byEngine.get(product.name) ?? [];
  return [...byEngine.keys()]
    .filter((other) => other !== product.name)
    .map((other): Figure => {
      const theirs = byEngine.get(other) ?? [];
      const ratio = median(own.map((rate, i) => rate / (theirs[i] ?? Number.NaN)));
      const wanted = goals[name]?.[other];
      return {
        metric: `${name}, beside ${other}`,
        unit: 'events per second',
        value: median(own),
        min: Math.min(...own),
        max: Math.max(...own),
        baseline: median(theirs),
        ratio,
        goal: wanted === undefined ? null : `at least ${wanted} times ${other}`,
        met: wanted === undefined ? null : ratio >= wanted,
      };
    });
}

/** How much slower a hundred times as many things to come make it. */
function scaling(rates: Rates): Figure {
  const of = (name: string) => rates.get(name)?.get(product.name) ?? [];
  const small = of(holdSmall);
  const slower = of(holdLarge).map((rate, i) => (small[i] ?? Number.NaN) / rate);
  return {
    metric: 'hold, 100,000 to come beside 1,000',
    unit: 'times slower',
    value: median(slower),
    min: Math.min(...slower),
    max: Math.max(...slower),
    baseline: null,
    ratio: null,
    goal: 'at most 6 times slower',
    met: median(slower) <= 6,
  };
}
