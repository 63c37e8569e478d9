import path from 'node:path';
import { z } from 'zod';
import { email, password } from '@/core/contract/account';

export interface Env {
  port: number;
  host: string;
  dataDir: string;
  /** Path of the embedded database. */
  databaseFile: string;
  backupDir: string;
  /** A folder of scenario files that are stored at each start, beside the packs; null for none. */
  scenarioDir: string | null;
  /** Without a slash at the end; null: the address a visitor came by. */
  publicUrl: string | null;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** How many proxies in front of the server may be believed about the visitor's address. */
  trustProxy: number;
  /** `/metrics` asks for it as a bearer token; null: it answers this machine only. */
  metricsToken: string | null;
  /** Creates the first admin, where there is no account yet. */
  firstAdmin: { email: string; password: string } | null;
  /** Whether visitors may play alone. */
  solo: boolean;
  /** Days until a solo run (from the last visit), a session (from its end) and an entry of the audit log are deleted. */
  keepDays: { solo: number; sessions: number; audit: number };
}

/** An environment variable has a wrong value; the message names it and says why. */
export class WrongEnvironment extends Error {}

const onOff = (sentence: string) =>
  z.enum(['on', 'off', 'true', 'false', '1', '0'], sentence).transform((v) => /on|true|1/.test(v));
const port = 'must be a whole number from 0 to 65535';
const url = 'must be an address such as https://meanwhile.example.org, without path';

const daysSentence = 'must be a whole number of days from 1 to 3650';
const days = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, daysSentence)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 3_650, daysSentence)
    .default(usual);

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .refine((n) => n <= 65_535, port)
    .default(3_000),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:_-]+$/, 'must be an address or a name to listen on')
    .default('0.0.0.0'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine((v) => !/^postgres(ql)?:/.test(v), {
      error: 'names PostgreSQL, which this version does not support yet: use file:PATH',
      abort: true,
    })
    .refine((v) => /^file:./.test(v), 'must be file: and the path of the database')
    .optional(),
  SCENARIO_DIR: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, url)
    .transform((v) => new URL(v).origin)
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, 'must be the number of proxies in front of the server, 0 to 9')
    .transform(Number)
    .default(0),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  ADMIN_EMAIL: z
    .string()
    .refine((v) => email.safeParse(v).success, 'must be a mail address')
    .transform((v) => v.trim().toLowerCase())
    .optional(),
  ADMIN_PASSWORD: z
    .string()
    .refine((v) => password.safeParse(v).success, 'must have 10 to 128 characters')
    .optional(),
  SOLO: onOff('must be on or off').default(true),
  KEEP_SOLO_DAYS: days(7),
  KEEP_SESSION_DAYS: days(365),
  KEEP_AUDIT_DAYS: days(365),
});

function isOrigin(value: string): boolean {
  const address = URL.canParse(value) ? new URL(value) : null;
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.pathname === '/' &&
    address.search === ''
  );
}

/** Parses the environment. A variable that is empty counts as not set. Throws WrongEnvironment listing all that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`);
    throw new WrongEnvironment([...new Set(lines)].join('\n'));
  }
  const v = parsed.data;
  if ((v.ADMIN_EMAIL === undefined) !== (v.ADMIN_PASSWORD === undefined))
    throw new WrongEnvironment(
      `${v.ADMIN_EMAIL === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD'} is missing: both or none.`,
    );
  const dataDir = path.resolve(v.DATA_DIR);
  return {
    port: v.PORT,
    host: v.HOST,
    dataDir,
    databaseFile: v.DATABASE_URL
      ? path.resolve(v.DATABASE_URL.slice('file:'.length))
      : path.join(dataDir, 'meanwhile.db'),
    backupDir: path.join(dataDir, 'backups'),
    scenarioDir: v.SCENARIO_DIR === undefined ? null : path.resolve(v.SCENARIO_DIR),
    publicUrl: v.PUBLIC_URL ?? null,
    logLevel: v.LOG_LEVEL,
    trustProxy: v.TRUST_PROXY,
    metricsToken: v.METRICS_TOKEN ?? null,
    firstAdmin:
      v.ADMIN_EMAIL !== undefined && v.ADMIN_PASSWORD !== undefined
        ? { email: v.ADMIN_EMAIL, password: v.ADMIN_PASSWORD }
        : null,
    solo: v.SOLO,
    keepDays: { solo: v.KEEP_SOLO_DAYS, sessions: v.KEEP_SESSION_DAYS, audit: v.KEEP_AUDIT_DAYS },
  };
}

/** For entry points: the parsed environment, or the reasons on stderr and exit code 2. */
export function envOrExit(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (!(error instanceof WrongEnvironment)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
