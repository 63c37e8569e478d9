import { existsSync } from 'node:fs';
import { steps } from './support/steps';

/**
 * `npm test`: every check and every test, step by step; `--no-browser` (`npm run check`) leaves the browser out. What a
 * failing step printed is shown in full. The last line is `N passed, N failed`: each check counts one, each test one.
 */
async function main(withBrowser: boolean): Promise<number> {
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    if ((step.browser && !withBrowser) || step.unless?.()) continue;
    const started = performance.now();
    const { passed, failed, output } = await step.run();
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const result = failed === 0 ? 'ok' : `${failed} FAILED`;
    print(
      `${step.name.padEnd(24)} ${seconds.padStart(6)} s  ${String(passed).padStart(5)} passed  ${result}`,
    );
    if (failed > 0) print(`\n${output.trimEnd()}\n`);
    total.passed += passed;
    total.failed += failed;
  }
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (!existsSync('node_modules')) {
  process.stderr.write('Run npm ci first.\n');
  process.exit(1);
}
process.exitCode = await main(!process.argv.includes('--no-browser'));
