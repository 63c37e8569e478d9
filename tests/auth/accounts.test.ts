import { describe, expect, test, vi } from 'vitest';
import { lookAtLink, makeLink } from '@/server/auth/links';
import { hashToken } from '@/server/auth/token';
import { audit, auditLog, forgetAudit } from '@/server/store/audit';
import { signInsOf } from '@/server/store/signIns';
import { cookiesOf, goodPassword, person, signIn } from '../support/accounts';
import { LiveServer } from '../support/liveServer';

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const deeds = async (server: LiveServer) => (await auditLog(server.db)).map(({ action }) => action);

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites do not send, and says who it is', async () => {
    const server = await LiveServer.start();
    const ada = await person(server, 'ada@example.org', 'facilitator');
    const response = await signIn(server, ' Ada@Example.org ');
    expect([response.status, await response.json()]).toEqual([200, { go: '/facilitate' }]);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    const me = await server.accounts.current(cookiesOf(response));
    expect(me).toMatchObject({ accountId: ada.accountId, role: 'facilitator', name: 'ada' });
    expect(await server.accounts.current(null)).toBeNull();
    const forged = cookiesOf(response).replace(/.(?=%3D|$)/, 'A');
    expect(await server.accounts.current(`${forged}x`)).toBeNull();
  });

  test('the cookie is Secure where the visitor came over https', async () => {
    const server = await LiveServer.start({ env: { TRUST_PROXY: '1' } });
    await person(server, 'ada@example.org', 'facilitator');
    const body = { email: 'ada@example.org', password: goodPassword };
    const response = await server.post('/api/account/sign-in', body, { 'x-forwarded-proto': 'https' });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });

  test('a wrong password, an unknown address and a deactivated account get the same answer', async () => {
    const server = await LiveServer.start();
    await person(server, 'admin@example.org', 'admin');
    const gone = await person(server, 'gone@example.org', 'facilitator');
    const admin = await server.accounts.current(cookiesOf(await signIn(server, 'admin@example.org')));
    if (!admin) throw new Error('no admin');
    await server.accounts.change(admin, gone.accountId, { active: false });
    const answers = [
      await signIn(server, 'admin@example.org', 'not the password'),
      await signIn(server, 'nobody@example.org'),
      await signIn(server, 'gone@example.org'),
      await signIn(server, 'no address'),
    ];
    const seen = await Promise.all(
      answers.map(async (r) => [r.status, r.headers.getSetCookie().length, await r.text()]),
    );
    expect(seen[0]?.[0]).toBe(401);
    for (const other of seen) expect(other).toEqual(seen[0]);
  });

  test('an unknown address costs as much hashing as a wrong password', async () => {
    const server = await LiveServer.start();
    await person(server, 'ada@example.org', 'facilitator');
    const timed = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const from = performance.now();
        await signIn(server, email, 'not the password');
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    const [known, unknown] = [await timed('ada@example.org'), await timed('nobody@example.org')];
    expect(Math.min(known, unknown)).toBeGreaterThan(15);
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
  });

  test('is throttled by account, not by the address a class shares', async () => {
    const server = await LiveServer.start({ limits: { signInPerAccount: { points: 3, seconds: 600 } } });
    await person(server, 'ada@example.org', 'facilitator');
    await person(server, 'bob@example.org', 'facilitator');
    for (let i = 0; i < 3; i++)
      expect((await signIn(server, 'ada@example.org', 'wrong password')).status).toBe(401);
    const over = await signIn(server, 'ada@example.org');
    expect([over.status, await codeOf(over)]).toEqual([429, 'tooManyTries']);
    expect((await signIn(server, 'bob@example.org')).status).toBe(200);
    for (let i = 0; i < 3; i++) await signIn(server, 'stranger@example.org');
    expect((await signIn(server, 'stranger@example.org')).status, 'absent: the same').toBe(429);
    expect(await deeds(server)).toContain('signInThrottled');
  });

  test('a new link lets its owner in at once, whatever a stranger has tried', async () => {
    const server = await LiveServer.start({ limits: { signInPerAccount: { points: 2, seconds: 600 } } });
    await person(server, 'ada@example.org', 'facilitator');
    for (let i = 0; i < 3; i++) await signIn(server, 'ada@example.org', 'wrong password');
    const order = { email: 'ada@example.org', role: null, madeBy: 'operator' };
    const token = await makeLink(server.db, order, Date.now());
    const used = await server.post('/api/link/use', { token, password: 'another password' });
    expect(await used.json()).toEqual({ go: '/facilitate' });
    expect((await signIn(server, 'ada@example.org', 'another password')).status).toBe(200);
  });

  test('tries made at the same time are counted, and a right one gives them back', async () => {
    const server = await LiveServer.start({ limits: { signInPerAccount: { points: 3, seconds: 600 } } });
    await person(server, 'ada@example.org', 'facilitator');
    await signIn(server, 'ada@example.org', 'wrong password');
    await signIn(server, 'ada@example.org');
    const burst = await Promise.all(
      Array.from({ length: 8 }, () => signIn(server, 'ada@example.org', 'wrong password')),
    );
    expect(burst.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(burst.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test('requests from other sites are refused, and there is no sign-up', async () => {
    const server = await LiveServer.start();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const body = { email: 'ada@example.org', password: goodPassword };
    expect((await server.post('/api/account/sign-in', body, foreign)).status).toBe(403);
    for (const path of ['/api/auth/sign-up/email', '/api/account/sign-up'])
      expect((await server.post(path, { ...body, name: 'Ada' })).status).toBe(404);
    expect(await signIn(server, 'ada@example.org').then((r) => r.status)).toBe(401);
  });

  test('leads on to a page of ours only', async () => {
    const server = await LiveServer.start();
    await person(server, 'ada@example.org', 'facilitator');
    const go = async (to: string) => {
      const body = { email: 'ada@example.org', password: goodPassword, to };
      return (await (await server.post('/api/account/sign-in', body)).json()) as object;
    };
    expect(await go('/account')).toEqual({ go: '/account' });
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a?b'])
      expect(await go(to), to).toEqual({ go: '/facilitate' });
  });
});

describe('one-time links', () => {
  test('work once, and only the hash is stored', async () => {
    const server = await LiveServer.start();
    const token = await makeLink(
      server.db,
      { email: 'a@example.org', role: 'admin', madeBy: 'operator' },
      Date.now(),
    );
    const stored = await server.db.read((client) => client.oneTimeLink.findMany());
    expect(stored.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
    const body = { token, password: goodPassword };
    const looked = await server.post('/api/link/look', { token });
    expect(await looked.json()).toEqual({ email: 'a@example.org', role: 'admin', known: false });
    const tries = await Promise.all([1, 2, 3].map(() => server.post('/api/link/use', body)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect(await codeOf(await server.post('/api/link/look', { token }))).toBe('linkGone');
  });

  test('end after seven days, and with the next link for the same address', async () => {
    const server = await LiveServer.start();
    const order = { email: 'a@example.org', role: 'facilitator', madeBy: 'operator' } as const;
    const eightDaysAgo = Date.now() - 8 * 86_400_000;
    const old = await makeLink(server.db, order, eightDaysAgo);
    expect(await lookAtLink(server.db, old, eightDaysAgo + 6 * 86_400_000)).not.toBeNull();
    expect((await server.post('/api/link/use', { token: old, password: goodPassword })).status).toBe(404);
    const first = await makeLink(server.db, order, Date.now());
    await makeLink(server.db, order, Date.now());
    expect((await server.post('/api/link/look', { token: first })).status).toBe(404);
  });

  test('a reset gives a new password, keeps the role, and signs the account out everywhere', async () => {
    const server = await LiveServer.start();
    const ada = await person(server, 'ada@example.org', 'admin');
    const order = { email: 'ada@example.org', role: null, madeBy: 'operator' };
    const token = await makeLink(server.db, order, Date.now());
    const ended = vi.fn();
    server.accounts.onEnded(ended);
    const response = await server.post('/api/link/use', { token, password: 'another password' });
    expect(await response.json()).toEqual({ go: '/facilitate' });
    expect(await server.accounts.current(ada.cookie)).toBeNull();
    expect(await server.accounts.current(cookiesOf(response))).toMatchObject({ accountId: ada.accountId });
    expect(ended).toHaveBeenCalledWith(ada.accountId);
    expect((await signIn(server, 'ada@example.org')).status).toBe(401);
    expect((await signIn(server, 'ada@example.org', 'another password')).status).toBe(200);
  });

  test('a short password or a missing address is told and leaves the link as it was', async () => {
    const server = await LiveServer.start();
    const token = await makeLink(server.db, { email: null, role: 'admin', madeBy: 'operator' }, Date.now());
    const use = (more: object) => server.post('/api/link/use', { token, ...more });
    expect(await codeOf(await use({ email: 'a@example.org', password: 'short' }))).toBe('weakPassword');
    expect((await use({ password: goodPassword })).status).toBe(404);
    expect((await use({ email: 'a@example.org', password: goodPassword })).status).toBe(200);
  });

  test('guessing is slowed down by net', async () => {
    const server = await LiveServer.start({ limits: { wrongLink: { points: 2, seconds: 600 } } });
    const guess = async () => (await server.post('/api/link/look', { token: 'A'.repeat(43) })).status;
    expect([await guess(), await guess(), await guess()]).toEqual([404, 404, 429]);
  });
});

describe('an account of one’s own', () => {
  test('a new password needs the present one and signs the other browsers out', async () => {
    const server = await LiveServer.start();
    const ada = await person(server, 'ada@example.org', 'facilitator');
    const other = cookiesOf(await signIn(server, 'ada@example.org'));
    const change = (body: object) => server.post('/api/account/password', body, { cookie: ada.cookie });
    expect(await codeOf(await change({ current: 'not it at all', next: 'another password' }))).toBe(
      'wrongPassword',
    );
    expect(await codeOf(await change({ current: goodPassword, next: 'short' }))).toBe('weakPassword');
    const changed = await change({ current: goodPassword, next: 'another password' });
    expect(changed.status).toBe(200);
    expect(await server.accounts.current(cookiesOf(changed))).not.toBeNull();
    expect(await server.accounts.current(other)).toBeNull();
    expect(await server.accounts.current(ada.cookie)).toBeNull();
    expect((await signIn(server, 'ada@example.org')).status).toBe(401);
  });

  test('can be left here, on one other browser, on all others, and everywhere', async () => {
    const server = await LiveServer.start();
    const ada = await person(server, 'ada@example.org', 'facilitator');
    const bob = await person(server, 'bob@example.org', 'facilitator');
    const again = async () => cookiesOf(await signIn(server, 'ada@example.org'));
    const [one, two, three] = [await again(), await again(), await again()];
    const here = async (cookie: string) => (await server.accounts.current(cookie)) !== null;
    const act = (path: string, cookie: string, body: object = {}) =>
      server.post(`/api/account/${path}`, body, { cookie });
    await act('sign-out', one);
    expect([await here(one), await here(two)]).toEqual([false, true]);
    const list = await signInsOf(server.db, ada.accountId, Date.now());
    expect(list).toHaveLength(3);
    const second = await server.accounts.current(two);
    expect((await act('sign-out-one', bob.cookie, { signIn: second?.signInId })).status, 'not mine').toBe(
      404,
    );
    expect((await act('sign-out-one', three, { signIn: second?.signInId })).status).toBe(200);
    expect([await here(two), await here(three)]).toEqual([false, true]);
    await act('sign-out-others', three);
    expect([await here(ada.cookie), await here(three)]).toEqual([false, true]);
    await act('sign-out-everywhere', three);
    expect([await here(three), await here(bob.cookie)]).toEqual([false, true]);
  });
});

describe('an admin', () => {
  test('invites, changes roles and deactivates; a deactivated account is out at once', async () => {
    const server = await LiveServer.start();
    const admin = await person(server, 'admin@example.org', 'admin');
    const act = (path: string, body: object) =>
      server.post(`/api/admin/${path}`, body, { cookie: admin.cookie });
    const invited = await act('invite', { email: 'Bob@Example.org', role: 'facilitator' });
    const { link } = (await invited.json()) as { link: string };
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/link#[\w-]{43}$/);
    const token = link.split('#')[1];
    const bob = await server.post('/api/link/use', { token, name: 'Bob', password: goodPassword });
    const me = await server.accounts.current(cookiesOf(bob));
    expect(me).toMatchObject({ email: 'bob@example.org', name: 'Bob', role: 'facilitator' });
    const account = me?.accountId;
    await act('user', { account, role: 'admin' });
    expect(await server.accounts.current(cookiesOf(bob))).toMatchObject({ role: 'admin' });
    const ended = vi.fn();
    server.accounts.onEnded(ended);
    expect((await act('user', { account, active: 'no' })).status).toBe(200);
    expect(ended).toHaveBeenCalledWith(account);
    expect(await server.accounts.current(cookiesOf(bob))).toBeNull();
    expect((await act('reset', { account })).status).toBe(404);
    await act('user', { account, active: 'yes' });
    expect(await server.accounts.current(cookiesOf(bob)), 'the old sign-in stays ended').toBeNull();
    expect((await signIn(server, 'bob@example.org')).status).toBe(200);
  });

  test('stays one: the last admin who can sign in is neither demoted nor deactivated', async () => {
    const server = await LiveServer.start();
    const { accountId: account, cookie } = await person(server, 'admin@example.org', 'admin');
    const act = (body: object) => server.post('/api/admin/user', { account, ...body }, { cookie });
    for (const body of [{ role: 'facilitator' }, { active: 'no' }])
      expect(await codeOf(await act(body))).toBe('lastAdmin');
    await person(server, 'second@example.org', 'admin');
    expect((await act({ role: 'facilitator' })).status).toBe(200);
    expect((await act({ role: 'admin' })).status, 'no admin any more').toBe(404);
  });
});

describe('the audit log', () => {
  test('says who did what to whom, and nothing that was typed by mistake', async () => {
    const server = await LiveServer.start();
    const admin = await person(server, 'admin@example.org', 'admin');
    const bob = await person(server, 'bob@example.org', 'facilitator');
    await signIn(server, 'hunter2-typed-here@example.org');
    await signIn(server, 'bob@example.org', 'hunter2-wrong');
    await server.post('/api/admin/user', { account: bob.accountId, role: 'admin' }, { cookie: admin.cookie });
    const [changed, failed, stranger] = await auditLog(server.db);
    expect(changed).toMatchObject({
      action: 'roleChanged',
      actorEmail: 'admin@example.org',
      targetEmail: 'bob@example.org',
      detail: 'admin',
    });
    expect(failed).toMatchObject({ action: 'signInFailed', actor: 'nobody', targetEmail: 'bob@example.org' });
    expect(stranger).toMatchObject({ action: 'signInFailed', target: null });
    expect(JSON.stringify(await auditLog(server.db))).not.toContain('hunter2');
  });

  test('is read in pages, newest first, and forgets what is older than asked', async () => {
    const server = await LiveServer.start();
    for (let at = 1; at <= 5; at++) await audit(server.db, { at, actor: 'operator', action: 'linkMade' });
    const first = await auditLog(server.db, { limit: 2 });
    expect(first.map(({ at }) => at)).toEqual([5, 4]);
    const rest = await auditLog(server.db, { limit: 9, before: first[1]?.id });
    expect(rest.map(({ at }) => at)).toEqual([3, 2, 1]);
    expect(await forgetAudit(server.db, 4)).toBe(3);
    expect(await auditLog(server.db)).toHaveLength(2);
  });
});
