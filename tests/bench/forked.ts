import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { clockOffset, type Offset } from './clock';

const portSchema = z.object({ port: z.number() });
const timeSchema = z.object({ time: z.number() });

/** A server in a process of its own, which answers `time` and tells its port when it listens. */
export class Forked {
  private constructor(
    private readonly child: ChildProcess,
    readonly base: string,
  ) {}

  static async start(file: string, args: readonly string[], env: Record<string, string>): Promise<Forked> {
    const child = fork(file, [...args], {
      env: { ...process.env, ...env },
      execArgv: ['--import', 'tsx', ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
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

  offset(): Promise<Offset> {
    return clockOffset(async () => {
      const answer = once(this.child, 'message');
      this.send({ ask: 'time' });
      const [message] = await answer;
      return timeSchema.parse(message).time;
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
