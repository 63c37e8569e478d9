import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

const project = path.resolve(import.meta.dirname, '..', '..');
const program = path.join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const rules = path.join(project, '.dependency-cruiser.cjs');
const folders = ['app', 'core', 'server', 'tests'];

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    totalDependenciesCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

export interface Cruise {
  modules: number;
  dependencies: number;
  violations: Violation[];
}

/** Who imports whom in the project under `root`, against the rules of this project. Throws if the tool says nothing. */
export function cruise(root: string): Cruise {
  const args = [program, '--config', rules, '--output-type', 'json', ...folders];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout) throw new Error(run.stderr);
  const { summary } = report.parse(JSON.parse(run.stdout));
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: summary.totalCruised, dependencies: summary.totalDependenciesCruised, violations };
}
