import { spawn } from 'node:child_process';
import { BuildFailed, buildIfNeeded, builtEnv, serverFile, serverFlags } from './build';

/** Read before the build, which takes long enough for the parent to go. */
const parent = process.ppid;

/** `npm start`: builds if the sources changed since the last build, then runs the server until it ends. */
async function main(): Promise<void> {
  try {
    await buildIfNeeded((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const server = spawn(process.execPath, [...serverFlags, serverFile], { env: builtEnv, stdio: 'inherit' });
  stopWithParent(() => server.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 1));
}

/** npm hands a signal to its shell, and the shell ends without handing it on: then this process has lost its parent. */
function stopWithParent(stop: () => void): void {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}

await main();
