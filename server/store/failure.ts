import { StoreUnavailable } from '@/server/session/ports';

interface Cause {
  kind?: unknown;
  originalCode?: unknown;
  originalMessage?: unknown;
}

/** What the database said, however many layers it came through; null for an error that is not the database's. */
function causeOf(error: unknown): Cause | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'DriverAdapterError') return error.cause as Cause;
  if (error.name === 'SqliteError' || 'syscall' in error) {
    return { originalCode: 'code' in error && error.code, originalMessage: error.message };
  }
  const meta = 'meta' in error ? (error.meta as { driverAdapterError?: unknown } | undefined) : undefined;
  if (meta?.driverAdapterError) return causeOf(meta.driverAdapterError);
  return error.name.startsWith('PrismaClient') ? { originalMessage: error.message } : null;
}

const isClosed = (error: unknown): boolean =>
  error instanceof TypeError && error.message.includes('database connection is not open');

/** A unique or primary key was already there. */
export function isTaken(error: unknown): boolean {
  if (error instanceof Error && 'code' in error && error.code === 'P2002') return true;
  return causeOf(error)?.kind === 'UniqueConstraintViolation';
}

/** Any rule of the schema refused the rows themselves; the medium is well. */
export const isConstraint = (error: unknown): boolean =>
  String(causeOf(error)?.kind).endsWith('ConstraintViolation');

const sentences: Record<string, string> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'the database cannot be written to',
  SQLITE_IOERR: 'the disk failed',
  SQLITE_CANTOPEN: 'the database cannot be opened',
  SQLITE_CORRUPT: 'the database is damaged',
  SQLITE_NOTADB: 'the file is not a database',
  SQLITE_BUSY: 'another program is writing to the database',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'its folder may not be used by this user',
  EEXIST: 'its folder is a file',
  ENOTDIR: 'its folder is a file',
};

/** A database's error as `StoreUnavailable` with a sentence; any other error as it is. */
export function asUnavailable(error: unknown): unknown {
  if (isClosed(error)) return new StoreUnavailable('the store is closed', { cause: error });
  const cause = causeOf(error);
  if (!cause) return error;
  const code = String(cause.originalCode ?? '');
  const known = Object.keys(sentences).find(
    (key) => code.startsWith(key) || String(cause.originalMessage).includes(key),
  );
  return new StoreUnavailable(
    known ? sentences[known] : `the database refused (${code || cause.kind || 'unknown'})`,
    {
      cause: error,
    },
  );
}

/** The same for whoever starts a server or a tool: names the file. Errors that are not the medium's stay as they are. */
export function asUnusable(file: string, error: unknown): unknown {
  const unavailable = asUnavailable(error);
  if (!(unavailable instanceof StoreUnavailable)) return error;
  return new StoreUnavailable(`The database ${file} cannot be used: ${unavailable.message}.`, {
    cause: error,
  });
}
