import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ToolResult {
  /** Null when it was killed. */
  code: number | null;
  /** What it printed, both streams in the order they came. */
  output: string;
}

export const toolFile = (...parts: string[]): string => path.join('node_modules', ...parts);

/** Runs a Node program to its end, without a terminal. */
export function runTool(args: readonly string[], env: Record<string, string> = {}): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const quiet = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env };
    const tool = spawn(process.execPath, args, { env: quiet, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
    tool.once('error', reject);
    tool.once('close', (code) => resolve({ code, output: chunks.join('') }));
  });
}
