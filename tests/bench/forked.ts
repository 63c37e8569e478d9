import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';
import { bundleServer, serverFlags } from '@/server/tools/build';
import { clockOffset, type Offset } from './clock';

const portSchema = z.object({ port: z.number() });
const timeSchema = z.object({ time: z.number() });

/** A server in a process of its own, bundled and started as the product's is, which answers `time` and tells its port when it listens. */
export class Forked {
  private constructor(
    private readonly child: ChildProcess,
    readonly base: string,
  ) {}

  static async start(file: string, args: readonly string[], env: Record<string, string>): Promise<Forked> {
    const built = path.join('dist', 'bench', `${path.basename(file, '.ts')}.js`);
    await bundleServer(file, built);
    const child = fork(built, [...args], {
      env: { ...process.env, ...env },
      execArgv: [...serverFlags, '--expose-gc', ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const failed = once(child, 'exit').then(() =>
      Promise.reject(new Error(`${file} ended before it listened`)),
    );
    const [line] = await Promise.race([once(child.stdout ?? child, 'data'), failed]);
    const { port } = portSchema.parse(JSON.parse(String(line)));
    failed.catch(() => undefined);
    return new Forked(child, `http://127.0.0.1:${port}`);
  }

  send(message: object): void {
    this.child.send(message);
  }

  /** What the process answers; one question at a time. */
  async ask<T>(ask: string, schema: z.ZodType<T>): Promise<T> {
    const answer = once(this.child, 'message');
    this.send({ ask });
    return schema.parse((await answer)[0]);
  }

  /** Ms for which its event loop was held up, at most, in 99 of 100 looks since this was last asked. */
  loop = async (): Promise<number> => (await this.ask('loop', z.object({ loop: z.number() }))).loop;

  offset(): Promise<Offset> {
    return clockOffset(async () => (await this.ask('time', timeSchema)).time);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
