import { parentPort, workerData } from 'node:worker_threads';
import { Connection, type Statement } from './connection';

/**
 * The thread that makes the log durable (logThread.ts): one connection of its own, one transaction per message, answered
 * when it is on the medium or refused. What comes in was made by this very program.
 */
export interface Order {
  id: number;
  /** Null: close. */
  statements: readonly Statement[] | null;
}
export interface Answer {
  id: number;
  error?: { name: string; message: string; code?: unknown; cause?: unknown };
}

/** `workerData`: the database file. */
const connection = Connection.open(String(workerData), 'write');

parentPort?.on('message', ({ id, statements }: Order) => {
  const done = (answer: Answer) => {
    parentPort?.postMessage(answer);
    if (statements === null) parentPort?.close();
  };
  connection
    .then((to) => (statements ? to.transact(statements) : to.close()))
    .then(
      () => done({ id }),
      (error: unknown) => done({ id, error: plain(error) }),
    );
});

/** An error that survives the way to another thread: what server/store/failure.ts looks at. */
function plain(error: unknown): NonNullable<Answer['error']> {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, cause } = error;
  return { name, message, ...('code' in error && { code: error.code }), ...(isPlain(cause) && { cause }) };
}

const isPlain = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && !(cause instanceof Error);
