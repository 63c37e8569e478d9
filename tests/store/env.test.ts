import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv, WrongEnvironment } from '@/server/env';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(parseEnv({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: path.resolve('data'),
      databaseFile: path.resolve('data/meanwhile.db'),
      backupDir: path.resolve('data/backups'),
      publicUrl: null,
      scenarioDir: null,
      logLevel: 'info',
      trustProxy: 0,
      metricsToken: null,
      firstAdmin: null,
      solo: true,
      keepDays: { solo: 7, sessions: 365, audit: 365 },
    });
  });

  it.each([
    ['PORT', '8080', { port: 8080 }],
    ['PORT', ' ', { port: 3000 }],
    ['HOST', '127.0.0.1', { host: '127.0.0.1' }],
    ['HOST', '::1', { host: '::1' }],
    ['DATA_DIR', '/srv/mw', { databaseFile: '/srv/mw/meanwhile.db', backupDir: '/srv/mw/backups' }],
    [
      'DATABASE_URL',
      'file:/srv/other.db',
      { databaseFile: '/srv/other.db', backupDir: path.resolve('data/backups') },
    ],
    ['PUBLIC_URL', 'https://Mail.example.org/', { publicUrl: 'https://mail.example.org' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['TRUST_PROXY', '1', { trustProxy: 1 }],
    ['METRICS_TOKEN', '0123456789abcdef', { metricsToken: '0123456789abcdef' }],
    ['SOLO', 'off', { solo: false }],
    ['SOLO', 'on', { solo: true }],
    ['KEEP_SESSION_DAYS', '30', { keepDays: { solo: 7, sessions: 30, audit: 365 } }],
    ['UNRELATED', '!', {}],
  ])('takes %s=%s', (name, value, expected) => {
    expect(parseEnv({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
    ['HOST', 'a b', 'HOST must be an address or a name to listen on.'],
    ['DATABASE_URL', 'data.db', 'DATABASE_URL must be file: and the path of the database.'],
    ['DATABASE_URL', 'file:', 'DATABASE_URL must be file: and the path of the database.'],
    [
      'PUBLIC_URL',
      'example.org',
      'PUBLIC_URL must be an address such as https://meanwhile.example.org, without path.',
    ],
    [
      'PUBLIC_URL',
      'https://example.org/mail',
      'PUBLIC_URL must be an address such as https://meanwhile.example.org, without path.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be the number of proxies in front of the server, 0 to 9.'],
    ['METRICS_TOKEN', 'short', 'METRICS_TOKEN must have at least 16 characters.'],
    ['SOLO', 'maybe', 'SOLO must be on or off.'],
  ])('refuses %s=%s with its name and the reason', (name, value, sentence) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new WrongEnvironment(sentence));
  });

  it('says in one sentence that PostgreSQL is not supported yet', () => {
    const sentence = 'DATABASE_URL names PostgreSQL, which this version does not support yet: use file:PATH.';
    for (const url of ['postgresql://localhost/mw', 'postgres://localhost/mw']) {
      expect(() => parseEnv({ DATABASE_URL: url })).toThrow(new WrongEnvironment(sentence));
    }
  });

  it('takes the first admin whole or not at all', () => {
    const firstAdmin = { email: 'ada@example.org', password: 'correct horse battery' };
    const given = { ADMIN_EMAIL: ' Ada@Example.org', ADMIN_PASSWORD: firstAdmin.password };
    expect(parseEnv(given).firstAdmin).toEqual(firstAdmin);
    expect(() => parseEnv({ ADMIN_EMAIL: 'a@example.org' })).toThrow(
      'ADMIN_PASSWORD is missing: both or none.',
    );
    expect(() => parseEnv({ ADMIN_PASSWORD: firstAdmin.password })).toThrow(
      'ADMIN_EMAIL is missing: both or none.',
    );
  });

  it('names everything that is wrong at once', () => {
    expect(() => parseEnv({ PORT: 'x', SOLO: 'x' })).toThrow(/^PORT .*\nSOLO .*$/);
  });
});
