import type { Study } from '@/core/replication/batch';
import { replications } from '@/server/replication/replications';
import { type Workers, workerThreads } from '@/server/replication/workers';
import { bareThreads } from './bareThreads';
import { type Kind, studiesOfPacks } from './studies';
import { count, type InTurn, type ThreadSeconds } from './threadSeconds';

/** Thousands that are played before anything is measured: so long the engine goes on compiling what runs often. */
const warmUp = 5;

async function threadSeconds(rounds: number): Promise<ThreadSeconds> {
  const pools: Pools = [workerThreads(1), workerThreads(2)];
  const studies = await studiesOfPacks();
  const launch = studies.find(
    (s) => s.scenario.slug === 'launch-week' && s.policy === 'serial-caller' && s.mode === 'call',
  );
  if (!launch) throw new Error('there is no launch week');
  const fresh = await seconds({ ...launch, seed: 'fresh' }, pools[1]);
  for (const pool of pools)
    for (let k = 0; k < warmUp; k++) await seconds({ ...launch, seed: `warm ${k}` }, pool);
  const bare: InTurn = { single: [], double: [] };
  const loop = await bareThreads();
  const launchWeek = await inTurn(launch, pools, rounds, async () => {
    bare.single.push(await loop.one());
    bare.double.push(await loop.two());
  });
  await loop.close();
  let [slowest, longest] = [launch, 0];
  for (const study of studies) {
    // The first time after others the engine makes up its mind anew.
    await seconds({ ...study, seed: 'first' }, pools[1]);
    const took = await seconds({ ...study, seed: 'again' }, pools[1]);
    if (took > longest) [slowest, longest] = [study, took];
  }
  const again = await inTurn(slowest, pools, rounds);
  await Promise.all(pools.map((pool) => pool.close()));
  const { scenario, policy } = slowest;
  return { launchWeek, bare, fresh, slowest: { pack: scenario.slug, policy, of: studies.length, ...again } };
}

type Pools = [one: Workers, two: Workers];

/** `beside` is measured in each round too. */
async function inTurn(
  kind: Kind,
  [one, two]: Pools,
  rounds: number,
  beside: () => Promise<void> = async () => undefined,
): Promise<InTurn> {
  const taken: InTurn = { single: [], double: [] };
  for (let round = 0; round < rounds; round++) {
    taken.single.push(await seconds({ ...kind, seed: `bench ${round}` }, one));
    taken.double.push(await seconds({ ...kind, seed: `bench ${round}` }, two));
    await beside();
  }
  return taken;
}

async function seconds(study: Study, workers: Workers): Promise<number> {
  const started = performance.now();
  await replications(study, count, workers);
  return (performance.now() - started) / 1_000;
}

// A program of its own: `node threads.js ROUNDS`.
process.stdout.write(`${JSON.stringify(await threadSeconds(Number(process.argv[2])))}\n`);
