import type { Scenario } from '@/core/contract/scenario';
import type { Played } from '@/core/replication/batch';
import { type Difference, differenceOf } from '@/core/replication/difference';
import { quantile } from '@/core/sim/measures/quantile';
import { medianInterval, medianRanks } from '@/core/statistics/medianInterval';
import { shareInterval } from '@/core/statistics/shareInterval';

/** What one policy comes to on a scenario. Times in simulated ms, `realMs` in real ms; null is not reached. */
export interface PolicyOutcome {
  n: number;
  /** Median time to all answers, and its 95 % interval. */
  time: number | null;
  interval: [number, number | null] | null;
  finished: number;
  finishedInterval: [number, number];
  /** Median real time that a player would sit there. */
  realMs: number;
}

/** The request that holds everybody up, as one policy finds it. */
export interface Hardest {
  request: string;
  title: string;
  /** Median ms from being askable to its answer; null where half or more never had it. */
  median: number | null;
  answered: number;
}

export function outcomeOf(played: readonly Played[]): PolicyOutcome {
  const times = played.map((p) => p.measures.completionTime);
  const finished = times.filter((t) => t !== null).length;
  return {
    n: played.length,
    time: quantile(times, 0.5),
    interval: medianInterval(times),
    finished: finished / played.length,
    finishedInterval: shareInterval(finished, played.length),
    realMs:
      quantile(
        played.map((p) => p.realMs),
        0.5,
      ) ?? 0,
  };
}

/** The request with the longest median time to its answer; among those that half or more never had, the least often answered. */
export function hardestOf(scenario: Pick<Scenario, 'requests'>, played: readonly Played[]): Hardest | null {
  const all = scenario.requests.map((request, i): Hardest => {
    const waits = played.map((p) => p.waits[i] ?? null);
    const answered = waits.filter((w) => w !== null).length / played.length;
    return { request: request.id, title: request.title, median: quantile(waits, 0.5), answered };
  });
  const [hardest] = all.sort((a, b) =>
    a.median === null || b.median === null
      ? a.median === b.median
        ? a.answered - b.answered
        : a.median === null
          ? -1
          : 1
      : b.median - a.median,
  );
  return hardest ?? null;
}

/** Mail minus call, the same player and luck in both; whether a scenario shows any difference between the modes. */
export interface Separation {
  completionTime: Difference;
  /** The mode in which all answers are there sooner, where the 95 % interval of the median difference says so. */
  sooner: 'mail' | 'call' | null;
  deskDone: Difference;
}

export function separationOf(mail: readonly Played[], call: readonly Played[]): Separation {
  const pairs = (name: 'completionTime' | 'deskDone') =>
    differenceOf(mail.map((p, k) => [p.measures[name], call[k]?.measures[name] ?? null]));
  const completionTime = pairs('completionTime');
  return { completionTime, sooner: soonerOf(completionTime), deskDone: pairs('deskDone') };
}

/** By counting: an end of the interval may be a pair in which one was not reached, and is no number then. */
function soonerOf({ n, neither, smaller, same }: Difference): Separation['sooner'] {
  const ranks = medianRanks(n - neither);
  if (!ranks) return null;
  if (smaller >= ranks[1]) return 'mail';
  return smaller + same < ranks[0] ? 'call' : null;
}
