import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleServer } from '@/server/tools/build';
import { type Report, reportOf } from './report';

/**
 * `engine`: how many events a second the schedule of the product makes happen, with log and statistics, beside three others that do
 * the same; and how many whole runs a second a policy plays. Bundled as the server is: what compiles sources as they are loaded
 * names every function anew each time it is made, and runs are slower for it.
 */
export async function benchEngine(rounds: number): Promise<Report> {
  const built = path.resolve('dist', 'bench', 'engine.js');
  await bundleServer(path.join('tests', 'bench', 'engine', 'rounds.ts'), built);
  const { engineRounds } = (await import(pathToFileURL(built).href)) as typeof import('./engine/rounds');
  return reportOf('engine', rounds, await engineRounds(rounds));
}
