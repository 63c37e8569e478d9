import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Served {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a TypeScript file that prints `{"port":N}` when it listens. */
export async function served(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  const stop = () =>
    new Promise<void>((done) => {
      child.once('close', () => done());
      child.kill('SIGKILL');
    });
  return { port, pid: child.pid ?? 0, stop };
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = JSON.parse(line);
    if (told !== null && typeof told === 'object' && 'port' in told) return Number(told.port);
  }
  throw new Error('the server ended before it listened');
}
