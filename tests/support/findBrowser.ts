import { findBrowser, NoBrowser } from './browser';

/** Prints the browser that tests would use; exit code 1 and a sentence where there is none. */
await findBrowser().then(
  (file) => process.stdout.write(`Browser: ${file}\n`),
  (error: unknown) => {
    if (!(error instanceof NoBrowser)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
