import { z } from 'zod';
import { benchLive } from './live';
import { benchPage } from './page/page';
import { printed, type Report } from './report';
import { benchStart } from './start';
import { benchStore } from './store';
import { benchWorkers } from './workers';

/** `npm run bench -- store [--rounds N] [--json]`: exit code 1 when a goal is not met, 2 for wrong use. */
const benches: Record<string, (rounds: number) => Promise<Report>> = {
  store: benchStore,
  live: benchLive,
  start: benchStart,
  page: benchPage,
  workers: benchWorkers,
};

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((a) => !a.startsWith('--') && !/^\d+$/.test(a));
  const rounds = z.coerce
    .number()
    .int()
    .min(5)
    .max(100)
    .safeParse(args[args.indexOf('--rounds') + 1] ?? 5);
  const asked = names[0] === 'all' ? Object.keys(benches) : names;
  if (asked.length === 0 || asked.some((n) => !benches[n])) {
    process.stderr.write(`Name one of: ${Object.keys(benches).join(', ')}, all.\n`);
    return 2;
  }
  const reports: Report[] = [];
  for (const name of asked) {
    const report = await benches[name]?.(args.includes('--rounds') && rounds.success ? rounds.data : 5);
    if (!report) continue;
    reports.push(report);
    if (!args.includes('--json')) process.stdout.write(`${printed(report)}\n`);
  }
  if (args.includes('--json'))
    process.stdout.write(`${JSON.stringify(reports.length === 1 ? reports[0] : reports)}\n`);
  return reports.some((r) => r.results.some((f) => f.met === false)) ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
