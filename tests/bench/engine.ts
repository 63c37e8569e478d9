import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { bundleServer } from '@/server/tools/build';
import { figureOf, packRateSchema } from './engine/packRate';
import { printedBy } from './program';
import { type Report, reportOf } from './report';

/**
 * `engine`: how many events a second the schedule of the product makes happen, with log and statistics, beside three others that do
 * the same; and how many whole runs a second a policy plays. Bundled as the server is: what compiles sources as they are loaded
 * names every function anew each time it is made, and runs are slower for it. Whole runs are played in a process of their own, as
 * by a worker: what the models make of the schedule would be in what is compiled for them.
 */
export async function benchEngine(rounds: number): Promise<Report> {
  const built = path.resolve('dist', 'bench', 'engine.js');
  await bundleServer(path.join('tests', 'bench', 'engine', 'rounds.ts'), built);
  const { engineRounds } = (await import(pathToFileURL(built).href)) as typeof import('./engine/rounds');
  const models = await engineRounds(rounds);
  const packs = await printedBy(
    path.join('tests', 'bench', 'engine', 'packs.ts'),
    [String(rounds)],
    z.array(packRateSchema),
  );
  return reportOf('engine', rounds, [...models, ...packs.map(figureOf)]);
}
