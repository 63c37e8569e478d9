import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { runTool, type ToolResult } from './tool';

export interface Outcome {
  passed: number;
  failed: number;
  /** For people, shown when something failed. */
  output: string;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

export async function tallyVitest(args: readonly string[]): Promise<Outcome> {
  return await withReport(async (file) => {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    return outcome(await runTool([...args, ...reporters]), vitestCount(await readReport(file)));
  });
}

export async function tallyBrowser(args: readonly string[]): Promise<Outcome> {
  return await withReport(async (file) => {
    const result = await runTool([...args, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    return outcome(result, browserCount(await readReport(file)));
  });
}

type Count = Pick<Outcome, 'passed' | 'failed'>;

export function vitestCount(report: unknown): Count {
  const parsed = vitestReport.safeParse(report);
  return parsed.success
    ? { passed: parsed.data.numPassedTests, failed: parsed.data.numFailedTests }
    : { passed: 0, failed: 0 };
}

export function browserCount(report: unknown): Count {
  const parsed = browserReport.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = parsed.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** A run that ended badly with no failed test (a file that does not load, nothing found) counts as one failure. */
export function outcome({ code, output }: ToolResult, { passed, failed }: Count): Outcome {
  const bad = code !== 0 || passed === 0;
  return { passed, failed: bad ? Math.max(failed, 1) : failed, output };
}

async function withReport<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meanwhile-report-'));
  try {
    return await use(path.join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  return JSON.parse(text);
}
