import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Study } from '@/core/replication/batch';
import { type Replications, replications } from '@/server/replication/replications';
import { workerBundle } from '@/server/replication/workerBundle';
import { inThisThread, type Workers, workerThreads } from '@/server/replication/workers';
import { bundleServer } from '@/server/tools/build';
import { hashesOf, sha256, tasteStudy } from './studied';

const count = 60;
const study = tasteStudy();

let expected = '';
beforeAll(() => {
  expected = sha256(hashesOf(study, 0, count));
});

const pools = new Map<number, Workers>();
const threads = (n: number): Workers => {
  const pool = pools.get(n) ?? workerThreads(n);
  pools.set(n, pool);
  return pool;
};
afterAll(() => Promise.all([...pools.values()].map((pool) => pool.close())));

describe('X3: replications in worker threads', { timeout: 60_000 }, () => {
  test('one, two and three threads, and none, give the logs of a plain loop, to the byte', async () => {
    const plain = await replications(study, count, inThisThread);
    expect(plain.logSha256).toBe(expected);
    for (const n of [1, 2, 3]) {
      const played: Replications = await replications(study, count, threads(n));
      expect(played.logSha256, `${n} threads`).toBe(expected);
      expect(played.played).toEqual(plain.played);
    }
  });

  test('batches that come back in another order are taken in their own', async () => {
    const back: number[] = [];
    let secondIsBack = (): void => undefined;
    const second = new Promise<void>((resolve) => (secondIsBack = resolve));
    const unordered: Workers = {
      ...inThisThread,
      play: async (batch, signal) => {
        const done = await inThisThread.play(batch, signal);
        if (batch.from === 0) await second;
        back.push(batch.from);
        if (batch.from > 0) secondIsBack();
        return done;
      },
    };
    expect((await replications(study, count, unordered)).logSha256).toBe(expected);
    expect(back[0]).toBeGreaterThan(0);
  });

  test('negative control: another seed, one replication less and another order have other hashes', async () => {
    const hash = async (of: Study, n: number) => (await replications(of, n, threads(2))).logSha256;
    expect(await hash(tasteStudy('another'), count)).not.toBe(expected);
    expect(await hash(study, count - 1)).not.toBe(expected);
    expect(sha256(hashesOf(study, 30, count) + hashesOf(study, 0, 30))).not.toBe(expected);
  });

  test('progress grows to the whole', async () => {
    const told: number[] = [];
    await replications(study, count, threads(2), { progress: (done) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(count);
  });

  test.each([1, 2])(
    'stopped under way it ends with the reason, long before the end, and %d threads play on',
    async (n) => {
      const stop = new AbortController();
      const told: number[] = [];
      const work = replications(study, 100_000, threads(n), {
        signal: stop.signal,
        progress: (done) => {
          told.push(done);
          stop.abort(new Error('enough'));
        },
      });
      await expect(work).rejects.toThrow('enough');
      expect(told.at(-1)).toBeLessThan(1_000);
      expect((await replications(study, count, threads(n))).logSha256).toBe(expected);
    },
  );

  test('what cannot be played fails with the reason of the world', async () => {
    const scenario = { ...study.scenario, recipients: [] };
    await expect(replications({ ...study, scenario }, 5, threads(1))).rejects.toThrow(RangeError);
  });

  test('bundled as the server is, without the sources, it plays the same', async () => {
    const built = path.join('dist', 'tests', 'study.js');
    await bundleServer('tests/support/replicatingChild.ts', built);
    await bundleServer('server/replication/worker.ts', path.join('dist', 'tests', workerBundle));
    expect(await outputOf(built, JSON.stringify(study))).toBe(expected);
  });
});

/** What a plain Node process prints, given `input`. */
function outputOf(file: string, input: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.once('close', () => done(text)).once('error', fail);
    child.stdin.end(input);
  });
}
