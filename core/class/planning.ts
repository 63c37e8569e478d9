import type { MeasureName } from '@/core/contract/measures';
import { pairsNeeded } from '@/core/statistics/power';

/** What one pair differs by, call minus mail, and its standard deviation. */
type Expected = readonly [difference: number, deviation: number];

/**
 * What bots come to, by the shape of a mission: 500 pairs each, as in docs/balance.md. Model output, no data about people;
 * times in simulated minutes, an unfinished run counted with its length. `tests/class` plays some of them again.
 */
export const expectations: Record<string, Partial<Record<MeasureName, Expected>>> = {
  taste: {
    completionTime: [10.9, 13.1],
    firstAnswer: [-3.5, 5.8],
    deskDone: [-1.8, 2.1],
    personTime: [7, 19],
  },
  quick: {
    completionTime: [12.1, 26.5],
    firstAnswer: [-3.4, 3.8],
    deskDone: [-2, 2.8],
    personTime: [9.4, 19],
  },
  'fan-out': {
    completionTime: [26.8, 39],
    firstAnswer: [0.7, 11.3],
    deskDone: [-3, 4.2],
    personTime: [1.6, 33.2],
  },
  mixed: {
    completionTime: [-11.2, 64.4],
    firstAnswer: [-4.3, 6.9],
    deskDone: [-3.2, 4.8],
    personTime: [11, 33.2],
  },
  chain: {
    completionTime: [-71.6, 71.6],
    firstAnswer: [-2.8, 9.5],
    deskDone: [-1.8, 4.7],
    personTime: [-7.8, 35.6],
  },
};

/** Real people differ more than bots: so many times the pairs are planned for (reference balance, section 7). */
const forPeople = 1.5;

export interface Outlook {
  measure: MeasureName;
  /** Pairs for an 80 % chance to find what is expected, two-sided 5 %, people's spread allowed for. */
  needed: number;
}

/** How many pairs each measure of a mission of this shape needs, the fewest first (X8); empty where nothing is expected. */
export function outlooks(shape: string): Outlook[] {
  return Object.entries(expectations[shape] ?? {})
    .flatMap(([measure, [difference, deviation]]) => {
      const pairs = pairsNeeded(difference, deviation);
      return pairs === null
        ? []
        : [{ measure: measure as MeasureName, needed: Math.ceil(pairs * forPeople) }];
    })
    .sort((a, b) => a.needed - b.needed);
}
