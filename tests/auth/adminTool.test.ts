import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { firstAdminFrom, firstAdminLink, lookAtLink, redeemLink } from '@/server/auth/links';
import { readDoor, removeDoor, writeDoor } from '@/server/auth/operatorFile';
import { signInSecret } from '@/server/auth/secret';
import { answerOperator, operatorPath } from '@/server/http/operator';
import { auditLog } from '@/server/store/audit';
import { Database } from '@/server/store/database';
import { lockDatabase } from '@/server/store/lock';
import { childOf } from '../support/child';
import { closing, emptyDatabase, openDatabase, tempFolder } from '../support/storeFixture';

async function admin(file: string, ...args: string[]) {
  const child = await childOf('server/tools/admin.ts', args, { DATABASE_URL: `file:${file}`, PORT: '4321' });
  return child.ended;
}
const tokenIn = (stdout: string) => /\/link#([\w-]{43})\n$/.exec(stdout)?.[1] ?? '';

describe('npm run admin -- link', { timeout: 60_000 }, () => {
  test('makes a link where no server runs, on a database that is not there yet', async () => {
    const file = path.join(await tempFolder(), 'new', 'meanwhile.db');
    const made = await admin(file, 'link', 'Ada@Example.org', '--role', 'admin');
    expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^http:\/\/localhost:4321\/link#/)]);
    const db = closing(await Database.open(file));
    const purpose = await lookAtLink(db, tokenIn(made.stdout), Date.now());
    expect(purpose).toEqual({ email: 'ada@example.org', role: 'admin', account: null });
    expect(await auditLog(db)).toMatchObject([{ action: 'linkMade', actor: 'operator' }]);
  });

  test('hands the work to the running server, which opens its door to nobody else', async () => {
    const file = await emptyDatabase();
    const db = closing(await Database.open(file));
    const lock = await lockDatabase(file);
    onTestFinished(() => lock.release());
    const token = 't'.repeat(43);
    const http = createServer(
      (req, res) => void answerOperator(req, res, { db, token }).then((done) => done || res.end()),
    );
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    onTestFinished(() => void http.close());
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    await writeDoor(file, { url, token });
    expect((await stat(path.join(path.dirname(file), 'operator.json'))).mode & 0o077).toBe(0);
    const made = await admin(file, 'link', 'ada@example.org');
    expect([made.code, made.stdout.startsWith(`${url}/link#`)]).toEqual([0, true]);
    expect(await lookAtLink(db, tokenIn(made.stdout), Date.now())).toMatchObject({ role: 'facilitator' });
    const knock = (authorization: string) =>
      fetch(`${url}${operatorPath}`, { method: 'POST', headers: { authorization }, body: '{}' });
    expect((await knock(`Bearer ${'x'.repeat(43)}`)).status).toBe(404);
    expect((await knock(`Bearer ${token}`)).status).toBe(400);
  });

  test('says what to do when the server does not answer, and how it is used', async () => {
    const file = await emptyDatabase();
    const lock = await lockDatabase(file);
    onTestFinished(() => lock.release());
    const silent = await admin(file, 'link', 'ada@example.org');
    expect(silent).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/stop the server first/),
    });
    const wrong = [[], ['link'], ['link', 'ada'], ['link', 'a@b.org', '--role', 'king'], ['list', 'a@b.org']];
    for (const args of wrong)
      expect(await admin(file, ...args)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/Use: npm run admin/),
      });
  });
});

describe('the first admin', () => {
  test('comes by a link that is made anew at each start until there is one', async () => {
    const db = await openDatabase();
    const first = await firstAdminLink(db, Date.now());
    const second = await firstAdminLink(db, Date.now());
    const use = { email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' };
    expect(await redeemLink(db, { ...use, token: first ?? '' }, Date.now())).toBeNull();
    expect(await redeemLink(db, { ...use, token: second ?? '' }, Date.now())).toMatchObject({
      role: 'admin',
    });
    expect(await firstAdminLink(db, Date.now())).toBeNull();
  });

  test('comes from the environment, once: a changed password is not set back', async () => {
    const db = await openDatabase();
    const given = { email: 'ada@example.org', password: 'correct horse battery' };
    expect(await firstAdminFrom(db, given, Date.now())).toBe(true);
    expect(await firstAdminFrom(db, { ...given, email: 'bob@example.org' }, Date.now())).toBe(false);
    expect(await firstAdminLink(db, Date.now())).toBeNull();
  });
});

test('the key of sign-ins is made once, for the server’s own user, and leaves with its file', async () => {
  const file = path.join(await tempFolder(), 'meanwhile.db');
  const key = await signInSecret(file);
  expect([key, await signInSecret(file)]).toEqual([expect.stringMatching(/^[\w-]{43}$/), key]);
  expect((await stat(path.join(path.dirname(file), 'sign-in.key'))).mode & 0o077).toBe(0);
});

test('no door is left behind, and a broken one counts as none', async () => {
  const file = path.join(await tempFolder(), 'meanwhile.db');
  expect(await readDoor(file)).toBeNull();
  await writeDoor(file, { url: 'http://localhost:1', token: 'short' });
  expect(await readDoor(file)).toBeNull();
  await removeDoor(file);
  await removeDoor(file);
});
