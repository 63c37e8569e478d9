import { expect, test } from 'vitest';
import { type CommandName, commands } from '@/core/contract/command';
import { type ControlName, controls } from '@/core/contract/control';
import { person } from '../support/accounts';
import { LiveServer, type Visitor } from '../support/liveServer';
import { boardSocket, joinSession, type Led, lead } from '../support/session';

const roles = ['admin', 'owner', 'other facilitator', 'participant', 'other participant', 'nobody'] as const;
type Role = (typeof roles)[number];
/** An id as the server makes them, of nothing. */
const absent = 'AAAAAAAAAAAAAAAA';

interface World {
  server: LiveServer;
  led: Led;
  ada: Visitor;
  cookies: Record<Role, string>;
}

async function world(): Promise<World> {
  const server = await LiveServer.start();
  const led = await lead(server, { before: 'Well?' });
  const ada = await joinSession(server, led, 'Ada');
  const bob = await joinSession(server, await lead(server), 'Bob');
  const cookies: World['cookies'] = {
    admin: (await person(server, 'root@example.org', 'admin')).cookie,
    owner: led.cookie,
    'other facilitator': (await person(server, 'other@example.org', 'facilitator')).cookie,
    participant: ada.cookie,
    'other participant': bob.cookie,
    nobody: '',
  };
  return { server, led, ada, cookies };
}

type Answer = [number, string];
const get = async ({ server }: World, path: string, cookie: string): Promise<Answer> => {
  const response = await fetch(`${server.base}${path}`, { headers: { cookie } });
  return [response.status, await response.text()];
};
const post = async ({ server }: World, path: string, body: object, cookie: string): Promise<Answer> => {
  const response = await server.post(path, body, { cookie });
  return [response.status, await response.text()];
};

interface Door {
  may: Role[];
  of: 'session' | 'seat' | 'scenario';
  ask: (w: World, id: string, cookie: string) => Promise<Answer>;
}

/** A scenario holds the answers: who plays it cannot have it. */
const scenarioDoor = (form: string): Door => ({
  may: ['admin', 'owner', 'other facilitator'],
  of: 'scenario',
  ask: (w, id, c) => get(w, `/api/scenarios/${id}.${form}`, c),
});

/** Everything about a session, a seat or a scenario that is asked for by its id, and who may. */
const doors: Record<string, Door> = {
  'GET export.zip': {
    may: ['owner'],
    of: 'session',
    ask: (w, id, c) => get(w, `/api/sessions/${id}/export.zip`, c),
  },
  'GET export.json': {
    may: ['owner'],
    of: 'session',
    ask: (w, id, c) => get(w, `/api/sessions/${id}/export.json`, c),
  },
  'POST screen': {
    may: ['owner'],
    of: 'session',
    ask: (w, id, c) => post(w, '/api/sessions/screen', { session: id }, c),
  },
  'POST helper': {
    may: ['owner'],
    of: 'session',
    ask: (w, id, c) => post(w, '/api/sessions/helper', { session: id, email: 'root@example.org' }, c),
  },
  'GET run export.csv': {
    may: ['participant'],
    of: 'seat',
    ask: (w, id, c) => get(w, `/api/runs/${id}/export.csv`, c),
  },
  'GET run export.json': {
    may: ['participant'],
    of: 'seat',
    ask: (w, id, c) => get(w, `/api/runs/${id}/export.json`, c),
  },
  'GET scenario.yaml': scenarioDoor('yaml'),
  'GET scenario.json': scenarioDoor('json'),
  'GET scenario.xlsx': scenarioDoor('xlsx'),
  'GET scenario replications': {
    may: ['admin', 'owner', 'other facilitator'],
    of: 'scenario',
    ask: (w, id, c) => get(w, `/api/scenarios/${id}/replications.json?policy=hybrid&replications=2`, c),
  },
  'POST link': { may: ['participant'], of: 'seat', ask: (w, id, c) => post(w, '/api/link', { seat: id }, c) },
  'POST answers': {
    may: ['participant'],
    of: 'seat',
    ask: (w, id, c) => post(w, '/api/answers', { seat: id, which: 'before', 'question-1': 'x' }, c),
  },
  'POST erase': {
    may: ['participant'],
    of: 'seat',
    ask: (w, id, c) => post(w, '/api/erase', { seat: id }, c),
  },
};

for (const [name, door] of Object.entries(doors))
  test(`${name}: only who is meant to, and somebody else’s and absent look the same`, async () => {
    const w = await world();
    const own = { session: w.led.sessionId, seat: w.ada.seat, scenario: 'village' }[door.of];
    // Those who may come last: some of these doors can be gone through once.
    for (const role of [...roles].sort(
      (a, b) => Number(door.may.includes(a)) - Number(door.may.includes(b)),
    )) {
      const nothing = door.of === 'scenario' ? 'nowhere' : absent;
      const none = await door.ask(w, nothing, w.cookies[role]);
      expect(none[0], `${role} asks for what is not there`).toBeGreaterThanOrEqual(400);
      const found = await door.ask(w, own, w.cookies[role]);
      if (door.may.includes(role)) expect(found[0], `${role}: ${found[1]}`).toBeLessThan(300);
      else expect(found, role).toEqual(none);
    }
  });

/** Whether a socket is let in, or why not. */
const knock = (w: World, role: Role, of: 'board' | 'play', id: string): Promise<unknown> => {
  const { server, cookies } = w;
  const cookie = cookies[role];
  return server.refusal(
    of === 'board' ? boardSocket(server, cookie, id) : server.socket({ cookie, seat: id }),
  );
};

test('the wire of a board lets in who leads the session, and of a run who sits in it; nobody else can tell whether it is there', async () => {
  const w = await world();
  for (const role of roles) {
    const board = await knock(w, role, 'board', w.led.sessionId);
    if (role === 'owner') expect(board).toBe('connected');
    else expect(board, role).toEqual(await knock(w, role, 'board', absent));
    const play = await knock(w, role, 'play', w.ada.seat);
    if (role === 'participant') expect(play).toBe('connected');
    else expect(play, role).toEqual(await knock(w, role, 'play', absent));
  }
});

test('no control of a board is a command of a run, and no command of a run a control', async () => {
  const w = await world();
  const play = await w.server.connected(w.ada);
  const answered = (socket: typeof play, event: string, ...args: unknown[]) =>
    socket
      .timeout(300)
      .emitWithAck(event, ...args)
      .then((reply: { ok?: boolean }) => reply.ok === true)
      .catch(() => false);
  const asControls = (Object.keys(controls) as ControlName[]).map((name) =>
    answered(play, 'control', { commandId: `matrix-${name}-0001`, name, body: { to: 'all' } }),
  );
  const asCommands = (Object.keys(commands) as CommandName[]).map((name) =>
    answered(w.led.board, name, { commandId: `matrix-${name}-0001`, body: {} }),
  );
  expect(asControls.length + asCommands.length).toBeGreaterThan(30);
  expect(new Set(await Promise.all([...asControls, ...asCommands]))).toEqual(new Set([false]));
});

test('whoever signs out everywhere leaves the boards', async () => {
  const w = await world();
  const response = await w.server.post('/api/account/sign-out-everywhere', {}, { cookie: w.led.cookie });
  expect(response.status).toBeLessThan(400);
  await expect.poll(() => w.led.board.connected).toBe(false);
});
