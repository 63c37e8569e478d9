import { access, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockDatabase } from '@/server/store/lock';
import { childOf } from '../support/child';
import { freePort } from '../support/freePort';
import { tempFolder } from '../support/storeFixture';

/** server/main.ts itself, up to where it gives up: none of these comes as far as its pages. */
async function start(env: Record<string, string>) {
  const dir = env.DATA_DIR ?? (await tempFolder());
  const child = await childOf('server/main.ts', [], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dir, ...env });
  const { code, stdout, stderr } = await child.ended;
  return { code, said: stdout + stderr };
}

/** Wrong values, and what is said of each. tests/store/env.test.ts has more of them, one by one. */
const wrong = {
  PORT: ['99999', 'must be a whole number from 0 to 65535'],
  HOST: ['not a host', 'must be an address or a name to listen on'],
  DATABASE_URL: [
    'postgresql://db/meanwhile',
    'names PostgreSQL, which this version does not support yet: use file:PATH',
  ],
  PUBLIC_URL: [
    'meanwhile.example.org',
    'must be an address such as https://meanwhile.example.org, without path',
  ],
  LOG_LEVEL: ['shout', 'must be one of trace, debug, info, warn, error, fatal, silent'],
  TRUST_PROXY: ['all', 'must be the number of proxies in front of the server, 0 to 9'],
  METRICS_TOKEN: ['short', 'must have at least 16 characters'],
  ADMIN_EMAIL: ['admin', 'must be a mail address'],
  ADMIN_PASSWORD: ['short', 'must have 10 to 128 characters'],
  SOLO: ['perhaps', 'must be on or off'],
  KEEP_SOLO_DAYS: ['0', 'must be a whole number of days from 1 to 3650'],
  KEEP_SESSION_DAYS: ['forever', 'must be a whole number of days from 1 to 3650'],
  KEEP_AUDIT_DAYS: ['3651', 'must be a whole number of days from 1 to 3650'],
} as const;

describe('a start that cannot succeed ends with a sentence and leaves the data alone', {
  timeout: 60_000,
}, () => {
  test('every wrong variable is named with its reason, exit code 2, nothing is created', async () => {
    const dir = path.join(await tempFolder(), 'data');
    const env = Object.fromEntries(Object.entries(wrong).map(([name, [value]]) => [name, value]));
    const { code, said } = await start({ ...env, DATA_DIR: dir });
    const sentences = Object.entries(wrong).map(([name, [, why]]) => `${name} ${why}.`);
    expect({ code, said: said.trim().split('\n').sort() }).toEqual({ code: 2, said: sentences.sort() });
    await expect(access(dir)).rejects.toThrow('ENOENT');
  });

  test('DATA_DIR that is a file is refused', async () => {
    const { code, said } = await start({ DATA_DIR: path.resolve('package.json') });
    expect(said).toMatch(
      /^The database .*package\.json\/meanwhile\.db cannot be used: its folder is a file\.\n$/,
    );
    expect(code).toBe(1);
  });

  test('a port in use is named before anything is done to the data', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    onTestFinished(() => void other.close());
    const dir = await tempFolder();
    expect(await start({ PORT: String(port), DATA_DIR: dir })).toEqual({
      code: 1,
      said: `Port ${port} is in use. Stop what uses it, or choose another with PORT=3001.\n`,
    });
    expect(await readdir(dir)).toEqual([]);
  });

  test('an address that is not this machine’s is named', async () => {
    const { code, said } = await start({ HOST: '192.0.2.1' });
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^Cannot listen on 192\.0\.2\.1:0: .*\n$/),
    });
  });

  test('a second server on the same data is told what to do', async () => {
    const dir = await tempFolder();
    const lock = await lockDatabase(path.join(dir, 'meanwhile.db'));
    onTestFinished(() => lock.release());
    expect(await start({ DATA_DIR: dir })).toEqual({
      code: 1,
      said: `A server is already running on the data in ${dir}: stop it first, or give this one its own DATA_DIR.\n`,
    });
    expect(await readdir(dir)).not.toContain('meanwhile.db');
  });
});
