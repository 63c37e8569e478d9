import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Child {
  pid: number;
  /** What it prints, line by line, until it ends. */
  lines: AsyncIterable<string>;
  /** kill -9. */
  kill(): void;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs a TypeScript file as a process of its own; killed when the test ends. */
export async function childOf(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, ...env },
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (text.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (text.stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...text }));
  });
  const kill = (): void => void child.kill('SIGKILL');
  onTestFinished(kill);
  return { pid: child.pid ?? 0, lines: createInterface({ input: child.stdout }), kill, ended };
}
