import { type Figure, median, type Report, reportOf } from '../report';
import { baselineRound } from './baseline';
import { type Lateness, productRound } from './product';

/** Nearest rank. */
const quantile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
};

/**
 * `live`: 500 connected runs, 200 deliveries and 50 commands a second: ms from the due moment to the handler in the client, durable on
 * the way. Beside it, in turn, plain timers with raw SQLite and Socket.io; bare timers without a database have no goal.
 */
export async function benchLive(rounds: number): Promise<Report> {
  const ours: Lateness[] = [];
  const baseline: Lateness[] = [];
  const timers: Lateness[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await productRound());
    baseline.push(await baselineRound(true));
    timers.push(await baselineRound(false));
  }
  const deliveries = (list: readonly Lateness[], p: number) => list.map((l) => quantile(l.deliveries, p));
  const commands = (list: readonly Lateness[], p: number) => list.map((l) => quantile(l.commands, p));
  const earliest = ours.map((l) => Math.min(...l.deliveries));
  return reportOf('live', rounds, [
    beside('delivery after due, p50', deliveries(ours, 0.5), deliveries(baseline, 0.5), null),
    beside('delivery after due, p99', deliveries(ours, 0.99), deliveries(baseline, 0.99), 100),
    beside('command to reply, p50', commands(ours, 0.5), commands(baseline, 0.5), undefined),
    beside('command to reply, p99', commands(ours, 0.99), commands(baseline, 0.99), undefined),
    {
      ...plain('earliest delivery', earliest),
      goal: 'never before its time',
      met: Math.min(...earliest) >= 0,
    },
    plain('bare timers, delivery p50', deliveries(timers, 0.5)),
    plain('bare timers, delivery p99', deliveries(timers, 0.99)),
    {
      ...plain(
        'deliveries measured in a round',
        ours.map((l) => l.deliveries.length),
      ),
      unit: 'mails',
    },
  ]);
}

const plain = (metric: string, values: readonly number[]): Figure => ({
  metric,
  unit: 'ms',
  value: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  baseline: null,
  ratio: null,
  goal: null,
  met: null,
});

/** `under` undefined: no goal; null: the ratio alone; a number: also under so many ms. */
function beside(
  metric: string,
  values: readonly number[],
  baseline: readonly number[],
  under: number | null | undefined,
): Figure {
  const ratio = median(values) / median(baseline);
  const limit = under ?? Number.POSITIVE_INFINITY;
  return {
    ...plain(metric, values),
    baseline: median(baseline),
    ratio,
    ...(under !== undefined && {
      goal:
        under === null ? 'at most 2 times the baseline' : `at most 2 times the baseline, under ${under} ms`,
      met: ratio <= 2 && median(values) < limit,
    }),
  };
}
