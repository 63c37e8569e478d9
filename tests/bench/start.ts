import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfNeeded, builtEnv, serverFile, serverFlags } from '@/server/tools/build';
import { type Figure, median, type Report, reportOf } from './report';
import { loadedRuns, midGameRuns, type RunMemory } from './startRuns';

const idleAfterMs = 3_000;
const goals = { idleMB: 350, runKB: 100 };

/**
 * `start`: time until the built server is ready, its resident memory when idle after its first page, and what a loaded run in the
 * middle of its game takes.
 */
export async function benchStart(rounds: number): Promise<Report> {
  await buildIfNeeded((line) => process.stderr.write(`${line}\n`));
  const dir = await mkdtemp(path.join(tmpdir(), 'meanwhile-start-'));
  const file = path.join(dir, 'runs.db');
  await midGameRuns(file, dir);
  const starts: Start[] = [];
  const runs: RunMemory[] = [];
  for (let round = 0; round < rounds; round++) {
    starts.push(await startOnce(path.join(dir, `data-${round}`)));
    runs.push(await loadedRuns(file));
  }
  await rm(dir, { recursive: true });
  const idle = figure(
    'resident memory, idle',
    'MB',
    starts.map((s) => s.idleBytes / 1e6),
  );
  const heap = figure(
    'heap of a loaded run, after collection',
    'kB',
    runs.map((r) => r.heapBytes / 1e3),
  );
  return reportOf('start', rounds, [
    { ...idle, goal: `under ${goals.idleMB} MB`, met: idle.value < goals.idleMB },
    { ...heap, goal: `under ${goals.runKB} kB`, met: heap.value < goals.runKB },
    figure(
      'resident memory of a loaded run',
      'kB',
      runs.map((r) => r.residentBytes / 1e3),
    ),
    figure(
      'from start to ready',
      'ms',
      starts.map((s) => s.readyMs),
    ),
  ]);
}

interface Start {
  readyMs: number;
  idleBytes: number;
}

/** A first start: it creates the database and stores the packs. */
async function startOnce(dataDir: string): Promise<Start> {
  const from = performance.now();
  const server = spawn(process.execPath, [...serverFlags, serverFile], {
    env: { ...builtEnv, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const base = await addressOf(createInterface({ input: server.stdout }));
    while (!(await fetch(`${base}/readyz`)).ok) await wait(5);
    const readyMs = performance.now() - from;
    await (await fetch(base)).text();
    await wait(idleAfterMs);
    return { readyMs, idleBytes: await residentBytes(base) };
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error('the server ended before it was ready');
}

/** What the server says of itself. */
async function residentBytes(base: string): Promise<number> {
  const page = await (await fetch(`${base}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(page)?.[1];
  if (bytes === undefined) throw new Error('the server does not tell its resident memory');
  return Number(bytes);
}

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
