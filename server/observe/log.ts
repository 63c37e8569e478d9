import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach a log, at any depth a logged object of ours has: what people typed, and whatever opens a door. */
const secret = [
  'text',
  'subject',
  'other',
  'displayName',
  'token',
  'tokenHash',
  'linkHash',
  'cookie',
  'authorization',
  'password',
  'seed',
  'answer',
] as const;
const paths = secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]);

/** Structured logs, one JSON line each, to stdout or `to`. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: [...paths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '[hidden]' },
  };
  return to ? pino(options, to) : pino(options);
}
