import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { wallNow } from './clock';
import type { Forked } from './forked';
import { baseline } from './liveBaseline';
import { load, type Variant } from './liveLoad';
import { product, type Room } from './liveProduct';
import { type Figure, median, type Report, reportOf } from './report';

/** What one round of one variant came to; ms. */
interface Round {
  p50: number;
  p99: number;
  earliest: number;
  perSecond: number;
  answered50: number;
  answered99: number;
  loop99: number;
}

/**
 * `live`: from the moment something is due by a run's clock to the handler in its client, with a session of 1,000 connected; beside
 * `setTimeout`, better-sqlite3 and Socket.io under the same load, and the same without a database, in turn.
 */
export async function benchLive(rounds: number): Promise<Report> {
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-live-'));
  const served = await product(dir, rounds);
  const variants = [served, await baseline('baseline', dir, false), await baseline('bare', dir, true)];
  const offsets = [];
  for (const { server } of variants) offsets.push(await server.offset());
  const results = new Map<string, Round[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const variant of variants) results.get(variant.name)?.push(await play(variant, round));
  for (const { server } of variants) offsets.push(await server.offset());
  for (const variant of variants) await variant.close();
  await rm(dir, { recursive: true });
  const resolution = Math.max(...offsets.map(({ ms, within }) => Math.abs(ms) + within));
  return reportOf('live', rounds, [...figures(results, resolution), ...roomFigures(served.room)]);
}

let commandCount = 0;

async function play(variant: Variant & { server: Forked }, round: number): Promise<Round> {
  await variant.begin();
  const answered: number[] = [];
  const failures: unknown[] = [];
  const send = () => {
    const k = ++commandCount;
    const sent = performance.now();
    variant.command((k * 7) % load.runs, k).then(
      () => answered.push(performance.now() - sent),
      (error) => failures.push(error),
    );
  };
  const sending = setInterval(send, 1_000 / load.commandsPerSecond);
  await wait(load.warmUpMs);
  answered.length = 0;
  await variant.server.loop();
  const from = wallNow();
  await wait(load.roundMs);
  const to = wallNow();
  clearInterval(sending);
  const loop99 = await variant.server.loop();
  const deliveries = await variant.end(from, to);
  if (failures.length > 0) throw failures[0];
  if (deliveries.length === 0) throw new Error(`${variant.name}: nothing was delivered in round ${round}`);
  const late = deliveries.map(({ due, handled }) => handled - due);
  return {
    p50: quantile(late, 0.5),
    p99: quantile(late, 0.99),
    earliest: Math.min(...late),
    perSecond: (1_000 * late.length) / (to - from),
    answered50: quantile(answered, 0.5),
    answered99: quantile(answered, 0.99),
    loop99,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function figures(results: ReadonlyMap<string, readonly Round[]>, resolution: number): Figure[] {
  const of = (name: string, key: keyof Round) => (results.get(name) ?? []).map((round) => round[key]);
  const beside = (
    metric: string,
    key: keyof Round,
    unit: string,
    goal: ((f: Figure) => Goal) | null,
  ): Figure => {
    const values = of('product', key);
    const base = median(of('baseline', key));
    const plain = figure(metric, unit, values);
    const compared = { ...plain, baseline: base, ratio: plain.value / base };
    return { ...compared, ...goal?.(compared) };
  };
  const earliest = figure('earliest delivery', 'ms after due', of('product', 'earliest'));
  const bare = (metric: string, key: keyof Round) => figure(`bare timers, ${metric}`, 'ms', of('bare', key));
  return [
    beside('due to client, p50', 'p50', 'ms', (f) => ({ goal: twice, met: (f.ratio ?? 9) <= 2 })),
    beside('due to client, p99', 'p99', 'ms', (f) => ({
      goal: `${twice}, and under 100 ms`,
      met: (f.ratio ?? 9) <= 2 && f.value < 100,
    })),
    {
      ...earliest,
      goal: `never early (clocks agree within ${resolution.toFixed(2)} ms)`,
      met: earliest.min >= -resolution,
    },
    beside('command to answer, p50', 'answered50', 'ms', null),
    beside('command to answer, p99', 'answered99', 'ms', (f) => ({
      goal: 'under 150 ms',
      met: f.value < 150,
    })),
    beside('event-loop delay, p99', 'loop99', 'ms', (f) => ({ goal: 'under 50 ms', met: f.value < 50 })),
    beside('deliveries', 'perSecond', 'per second', null),
    bare('due to client, p50', 'p50'),
    bare('due to client, p99', 'p99'),
  ];
}

/** What has no baseline: a bare server knows no sessions. */
function roomFigures({ class: small, hall, paused, heap, resident }: Room): Figure[] {
  const under = (metric: string, unit: string, values: number[], most: number): Figure => {
    const f = figure(metric, unit, values);
    return { ...f, goal: `under ${most.toLocaleString('en')} ${unit}`, met: f.value < most };
  };
  const kB = (bytes: readonly number[]) => bytes.map((b) => b / 1_000);
  return [
    under('40 come in at once', 's', seconds(small), 10),
    under(`${load.runs.toLocaleString('en')} come in`, 's', seconds(hall), 60),
    under('a pause reaches the last screen', 's', seconds(paused), 1),
    under('memory per connected participant, after collection', 'kB', kB(heap), 200),
    figure('resident memory per connected participant', 'kB', kB(resident)),
  ];
}
const seconds = (ms: readonly number[]): number[] => ms.map((t) => t / 1_000);

type Goal = Pick<Figure, 'goal' | 'met'>;
const twice = 'at most twice the baseline';

const figure = (metric: string, unit: string, values: readonly number[]): Figure => ({
  metric,
  unit,
  value: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  baseline: null,
  ratio: null,
  goal: null,
  met: null,
});
