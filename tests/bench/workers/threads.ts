import { habitsFor } from '@/core/policy/habits';
import type { Study } from '@/core/replication/batch';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { replications } from '@/server/replication/replications';
import { type Workers, workerThreads } from '@/server/replication/workers';
import { count, type ThreadSeconds } from './threadSeconds';

/** Thousands that are played before anything is measured: so long the engine goes on compiling what runs often. */
const warmUp = 5;

async function threadSeconds(rounds: number): Promise<ThreadSeconds> {
  const [one, two] = [workerThreads(1), workerThreads(2)];
  const read = await readScenarioFolder(packsFolder);
  const pack = read.find(({ result }) => result.ok && result.scenario.slug === 'launch-week')?.result;
  if (!pack?.ok) throw new Error('there is no launch week');
  const { scenario } = pack;
  const study = { scenario, policy: 'serial-caller', mode: 'call', habits: habitsFor(scenario) } as const;
  const single: number[] = [];
  const double: number[] = [];
  const fresh = await seconds({ ...study, seed: 'fresh' }, two);
  for (const pool of [one, two])
    for (let k = 0; k < warmUp; k++) await seconds({ ...study, seed: `warm ${k}` }, pool);
  for (let round = 0; round < rounds; round++) {
    single.push(await seconds({ ...study, seed: `bench ${round}` }, one));
    double.push(await seconds({ ...study, seed: `bench ${round}` }, two));
  }
  await Promise.all([one.close(), two.close()]);
  return { single, double, fresh };
}

async function seconds(study: Study, workers: Workers): Promise<number> {
  const started = performance.now();
  await replications(study, count, workers);
  return (performance.now() - started) / 1_000;
}

// A program of its own: `node threads.js ROUNDS`.
process.stdout.write(`${JSON.stringify(await threadSeconds(Number(process.argv[2])))}\n`);
