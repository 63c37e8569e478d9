import { describe, expect, test } from 'vitest';
import {
  type Action,
  allowed,
  may,
  permissions,
  type Role,
  roles,
  type Thing,
  type Who,
} from '@/server/auth/may';
import { accountRoutes } from '@/server/http/accounts';
import { person } from '../support/accounts';
import { LiveServer } from '../support/liveServer';

const actions = Object.keys(permissions) as Action[];
const me: Record<Role, Who> = {
  admin: { role: 'admin', accountId: 'me' },
  facilitator: { role: 'facilitator', accountId: 'me' },
  participant: { role: 'participant', seatId: 'me' },
  spectator: { role: 'spectator', sessionId: 'me' },
  nobody: { role: 'nobody' },
};
const things = {
  own: { owners: ['someone', 'me'], seats: ['me'], sessionId: 'me' },
  others: { owners: ['someone'], seats: ['someone'], sessionId: 'other' },
  absent: null,
} satisfies Record<string, Thing | null>;

/** Written by hand, apart from the table: what each role may do to what is its own, and to what is not. */
const meant: Record<Role, { own: Action[]; others: Action[] }> = {
  admin: {
    own: actions.filter((action) => action !== 'seat.play' && action !== 'seat.leave'),
    others: [
      'site.visit',
      'users.read',
      'users.change',
      'users.invite',
      'audit.read',
      'server.read',
      'sessions.list',
      'scenarios.list',
      'scenario.read',
      'scenario.create',
      'scenario.edit',
      'scenario.study',
      'session.create',
      'session.erase',
    ],
  },
  facilitator: {
    own: [
      'site.visit',
      'account.read',
      'account.change',
      'sessions.list',
      'scenarios.list',
      'scenario.read',
      'scenario.create',
      'scenario.edit',
      'scenario.study',
      'session.create',
      'session.watch',
      'session.control',
      'session.invite',
      'session.export',
      'session.look',
      'session.erase',
      'seat.erase',
    ],
    others: [
      'site.visit',
      'sessions.list',
      'scenarios.list',
      'scenario.create',
      'scenario.study',
      'session.create',
    ],
  },
  participant: {
    own: ['site.visit', 'scenario.study', 'session.look', 'seat.play', 'seat.leave', 'seat.erase'],
    others: ['site.visit'],
  },
  spectator: { own: ['site.visit', 'session.look'], others: ['site.visit'] },
  nobody: { own: ['site.visit'], others: ['site.visit'] },
};

describe('every role times every action', () => {
  for (const role of roles)
    test(`a role of ${role} may do what is meant to its own and to others' things, and nothing else`, () => {
      const can = (thing: Thing) => actions.filter((action) => may(me[role], action, thing)).sort();
      expect(can(things.own)).toEqual([...meant[role].own].sort());
      expect(can(things.others)).toEqual([...meant[role].others].sort());
    });

  test('what others share may be read by whoever has an account, and by nobody else, and read only', () => {
    const shared: Thing = { ...things.others, shared: true };
    for (const role of roles) {
      const more = actions.filter(
        (action) => may(me[role], action, shared) && !may(me[role], action, things.others),
      );
      expect(more, role).toEqual(role === 'facilitator' ? ['scenario.read'] : []);
    }
  });

  test('what is absent is nobody’s, and looks the same as somebody else’s wherever only the own is reached', () => {
    for (const role of roles)
      for (const action of actions) {
        const absent = allowed(me[role], action, things.absent);
        expect(absent).toBeNull();
        const row: Partial<Record<Role, string>> = permissions[action];
        if (row[role] !== 'any') expect(allowed(me[role], action, things.others)).toBe(absent);
      }
  });

  test('a thing that says nothing of whose it is belongs to nobody', () => {
    for (const role of roles)
      for (const action of actions)
        expect(may(me[role], action, {})).toBe(may(me[role], action, things.others));
  });

  test('one name of a thing does not stand for another: an account is no seat and no session', () => {
    const seat: Thing = { seats: ['me'] };
    for (const role of ['admin', 'facilitator', 'spectator'] as const)
      for (const action of actions)
        expect(may(me[role], action, seat)).toBe(may(me[role], action, things.others));
  });
});

describe('every address of accounts', () => {
  const open = new Set(['/api/account/sign-in', '/api/account/sign-out', '/api/link/look', '/api/link/use']);

  test('asks who is there: nobody signs in first, a facilitator is no admin', async () => {
    const server = await LiveServer.start();
    const ada = await person(server, 'ada@example.org', 'facilitator');
    for (const path of Object.keys(accountRoutes)) {
      if (open.has(path)) continue;
      const nobody = await server.post(path, {});
      expect([path, nobody.status, await nobody.json()]).toEqual([
        path,
        401,
        expect.objectContaining({ code: 'signInFirst' }),
      ]);
      if (!path.startsWith('/api/admin/')) continue;
      const mine = { account: ada.accountId, role: 'admin', email: 'x@example.org' };
      const absent = { ...mine, account: 'abcdefghijklmnop' };
      const answers = [
        await server.post(path, mine, { cookie: ada.cookie }),
        await server.post(path, absent, { cookie: ada.cookie }),
      ];
      const [first, second] = await Promise.all(answers.map(async (r) => [r.status, await r.text()]));
      expect(first).toEqual(second);
      expect(first?.[0], path).toBe(404);
    }
    expect(await server.accounts.current(ada.cookie)).toMatchObject({ role: 'facilitator' });
  });

  test('takes POST from our own pages only', async () => {
    const server = await LiveServer.start();
    for (const path of Object.keys(accountRoutes)) {
      expect((await fetch(`${server.base}${path}`)).status, path).toBe(405);
      expect((await server.post(path, {}, { 'sec-fetch-site': 'cross-site' })).status, path).toBe(403);
      expect((await server.post(path, {}, { origin: 'https://evil.example' })).status, path).toBe(403);
    }
  });
});
