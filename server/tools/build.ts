import { spawnSync } from 'node:child_process';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { workerBundle } from '../replication/workerBundle';
import { fingerprint } from './fingerprint';

/** The bundled server; run it with the project's folder as working directory. */
export const serverFile = path.join('dist', 'main.js');
/** What its worker threads run. */
const workerFile = path.join('dist', workerBundle);
/**
 * How Node is started for the server (MB). Room for old objects: with a thousand people connected each collection of the
 * whole holds everybody up for some ten ms while its helpers take the other core, and Node chose to do it every four seconds.
 * Little room for young ones: they are collected in 3 ms ten times a second, rather than in 8 ms twice (docs/benchmarks.md, live).
 */
export const serverFlags = ['--max-semi-space-size=4', '--initial-old-space-size=700'];
/** The environment of whatever builds or runs a build; nothing of it calls home. */
export const builtEnv = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
const recordFile = path.join('dist', 'fingerprint');
const pagesFile = path.join('.next', 'BUILD_ID');

/** A step of the build failed; the message holds what it printed. */
export class BuildFailed extends Error {}

/** Builds pages and server unless that was done from these very sources. Rejects with BuildFailed. True if it built. */
export async function buildIfNeeded(tell: (line: string) => void): Promise<boolean> {
  if (await isBuilt()) return false;
  tell('Building (once after each change, about a minute) ...');
  const started = performance.now();
  await rm(recordFile, { force: true });
  node('Generating the database client', ['--import', 'tsx', path.join('server', 'tools', 'generate.ts')]);
  node('Building the pages', [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build']);
  await bundleServer(path.join('server', 'main.ts'), serverFile);
  await bundleServer(path.join('server', 'replication', 'worker.ts'), workerFile);
  await mkdir('dist', { recursive: true });
  await writeFile(recordFile, await fingerprint('.'));
  tell(`Built in ${Math.round((performance.now() - started) / 1_000)} s.`);
  return true;
}

async function isBuilt(): Promise<boolean> {
  const recorded = await readFile(recordFile, 'utf8').catch(() => '');
  if (recorded === '' || recorded !== (await fingerprint('.'))) return false;
  const parts = [serverFile, workerFile, pagesFile].map((file) => access(file));
  return (await Promise.allSettled(parts)).every(({ status }) => status === 'fulfilled');
}

/** Own sources and the generated client become one file; packages stay where npm put them. Rejects with BuildFailed. */
export async function bundleServer(entry: string, outfile: string): Promise<void> {
  await bundle({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    alias: { '@': process.cwd() },
    tsconfig: path.join('server', 'tsconfig.json'),
    logLevel: 'silent',
  }).catch((error: unknown) => {
    throw new BuildFailed(`Bundling the server failed.\n${String(error)}`);
  });
}

function node(what: string, args: readonly string[]): void {
  const run = spawnSync(process.execPath, args, { env: builtEnv, encoding: 'utf8' });
  if (run.status !== 0) throw new BuildFailed(`${what} failed.\n${run.stdout ?? ''}${run.stderr ?? ''}`);
}
