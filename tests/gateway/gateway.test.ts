import { describe, expect, test } from 'vitest';
import { commands } from '@/core/contract/command';
import { limits } from '@/core/contract/limits';
import { protocolVersion } from '@/core/contract/protocol';
import { LiveServer, send } from '@/tests/support/liveServer';

const letter = { to: 'ada', subject: 'B', text: 'Hello', asks: ['bridge'] };

describe('who may connect', () => {
  test('the seat on its own device', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    expect(await server.refusal(server.socket(me))).toBe('connected');
  });

  test("other people's seats and absent ones are refused alike", async () => {
    const server = await LiveServer.start();
    const [me, you] = [await server.visitor(), await server.visitor()];
    expect(await server.refusal(server.socket({ seat: you.seat, cookie: me.cookie }))).toBe('unknown');
    expect(await server.refusal(server.socket({ seat: 'abcdefghijklmnop', cookie: me.cookie }))).toBe(
      'unknown',
    );
    expect(await server.refusal(server.socket({ seat: me.seat, cookie: '' }))).toBe('unknown');
  });

  test('a page of another version is told to reload, rubbish is told so, a foreign page is kept out', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    expect(await server.refusal(server.socket(me, { protocol: 99, seat: me.seat }))).toBe('version');
    expect(await server.refusal(server.socket(me, { protocol: 1, seat: { $ne: 1 } }))).toBe('invalid');
    expect(await server.refusal(server.socket(me, undefined, { origin: 'https://evil.example' }))).not.toBe(
      'connected',
    );
    expect(await server.refusal(server.socket(me, undefined, { origin: server.base }))).toBe('connected');
  });

  test('two seats on one device are two people', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    const also = await server.visitor(me.cookie);
    expect(also.seat).not.toBe(me.seat);
    expect(await server.refusal(server.socket({ seat: also.seat, cookie: me.cookie }))).toBe('connected');
  });
});

describe('what comes over the wire', () => {
  test('rubbish in every form gets a refusal and the server goes on', async () => {
    const server = await LiveServer.start({ limits: { command: { points: 10_000, seconds: 1 } } });
    const socket = await server.connected(await server.visitor());
    const rubbish = [
      null,
      5,
      'x',
      [],
      {},
      { commandId: 'short', body: {} },
      { commandId: 'long-enough-id' },
      { commandId: 'long-enough-id', body: { to: 7 } },
      { commandId: 'long-enough-id', body: null, more: 1 },
    ];
    for (const name of Object.keys(commands))
      for (const frame of rubbish) {
        const reply = await socket.timeout(5_000).emitWithAck(name, frame);
        const harmless = Object.keys(commands[name as keyof typeof commands].schema.shape).length === 0;
        if (!harmless)
          expect(reply, `${name} ${JSON.stringify(frame)}`).toMatchObject({
            ok: false,
            refusal: { code: 'invalid' },
          });
      }
    socket.emit('mail.send');
    socket.emit('no.such.command', { a: 1 });
    expect(await socket.timeout(5_000).emitWithAck('resume', { n: -1 })).toMatchObject({ ok: false });
    expect(await send(socket, 'clock.start', {})).toMatchObject({ ok: true });
    expect(await send(socket, 'mail.send', letter)).toMatchObject({ ok: true });
  });

  test('text beyond the stated limit is refused, at the limit it is taken', async () => {
    const server = await LiveServer.start();
    const socket = await server.connected(await server.visitor());
    await send(socket, 'clock.start', {});
    expect(await send(socket, 'mail.send', { ...letter, text: 'x'.repeat(limits.text + 1) })).toMatchObject({
      refusal: { code: 'invalid' },
    });
    expect(await send(socket, 'mail.send', { ...letter, text: 'x'.repeat(limits.text) })).toMatchObject({
      ok: true,
    });
    expect(
      await send(socket, 'mail.send', { ...letter, subject: 'x'.repeat(limits.subject + 1) }),
    ).toMatchObject({ refusal: { code: 'invalid' } });
  });

  test('a megabyte ends that connection and no other', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    const [big, small] = [await server.connected(me), await server.connected(await server.visitor())];
    const ended = new Promise((done) => big.once('disconnect', done));
    big.emit('mail.send', { commandId: 'long-enough-id', body: { text: 'x'.repeat(1_000_000) } });
    await ended;
    expect(await send(small, 'clock.start', {})).toMatchObject({ ok: true });
    expect(await server.refusal(server.socket(me))).toBe('connected');
  });

  test('a flood is refused in words, and only for who floods', async () => {
    const server = await LiveServer.start({ limits: { command: { points: 20, seconds: 30 } } });
    const [loud, calm] = [
      await server.connected(await server.visitor()),
      await server.connected(await server.visitor()),
    ];
    const replies = await Promise.all(Array.from({ length: 60 }, () => send(loud, 'clock.pause', {})));
    const refused = replies.filter((r) => r.refusal?.code === 'tooFast');
    expect(refused.length).toBe(40);
    expect(refused[0]?.refusal).toMatchObject({ message: expect.stringMatching(/Try again in \d+ s/) });
    expect(await send(calm, 'clock.start', {})).toMatchObject({ ok: true });
  });

  test('a command repeated or out of order has its effect once', async () => {
    const server = await LiveServer.start();
    const socket = await server.connected(await server.visitor());
    await send(socket, 'clock.start', {});
    const replies = await Promise.all(
      [1, 2, 3].map(() => send(socket, 'mail.send', letter, 'the-same-command')),
    );
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1);
    const { snapshot } = (await socket.timeout(5_000).emitWithAck('resume', null)) as {
      snapshot: { view: { mails: unknown[] } };
    };
    expect(snapshot.view.mails).toHaveLength(1);
  });

  test('markup is kept as typed and given back as typed', async () => {
    const server = await LiveServer.start();
    const socket = await server.connected(await server.visitor());
    await send(socket, 'clock.start', {});
    const text = '<img src=x onerror=alert(1)> & "quotes" \u0000 \u202e';
    await send(socket, 'mail.send', { ...letter, text, subject: text });
    const { snapshot } = (await socket.timeout(5_000).emitWithAck('resume', null)) as {
      snapshot: { view: { mails: { text: string; subject: string }[] } };
    };
    expect(snapshot.view.mails[0]).toMatchObject({ text, subject: text });
  });
});

test('a page of an earlier run of the plan is told to reload; nothing it holds reaches the next run', async () => {
  const server = await LiveServer.start();
  const me = await server.visitor();
  const hello = { protocol: protocolVersion, seat: me.seat };
  expect(await server.refusal(server.socket(me, { ...hello, run: 'another-run' }))).toBe('movedOn');
  expect(await server.refusal(server.socket(me, hello))).toBe('connected');
});

describe('the doors for joining', () => {
  test('SOLO=off closes the door with a sentence', async () => {
    const server = await LiveServer.start({ env: { SOLO: 'off' } });
    const response = await server.post('/api/solo', { scenario: 'village' });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'soloOff' });
  });

  test('too many solo runs from one net are refused until later', async () => {
    const server = await LiveServer.start({ limits: { soloPerNet: { points: 3, seconds: 600 } } });
    const status = await Promise.all(
      [1, 2, 3, 4].map(async () => (await server.post('/api/solo', { scenario: 'village' })).status),
    );
    expect(status.sort()).toEqual([201, 201, 201, 429]);
  });

  test('foreign pages, unknown scenarios, rubbish and giants are refused, each in its way', async () => {
    const server = await LiveServer.start();
    expect(
      (await server.post('/api/solo', { scenario: 'village' }, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect(
      (await server.post('/api/solo', { scenario: 'village' }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    expect((await server.post('/api/solo', { scenario: 'nowhere' })).status).toBe(404);
    expect((await server.post('/api/solo', { scenario: { a: 1 } })).status).toBe(400);
    expect((await server.post('/api/solo', { scenario: 'x'.repeat(40_000) })).status).toBe(413);
    expect((await fetch(`${server.base}/api/solo`)).status).toBe(405);
  });

  test('a personal link opens the same run on another device, and a newer one replaces it', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    const socket = await server.connected(me);
    await send(socket, 'clock.start', {});
    const link = async () =>
      (
        (await (await server.post('/api/link', { seat: me.seat }, { cookie: me.cookie })).json()) as {
          link: string;
        }
      ).link.split('#')[1] ?? '';
    const [first, second] = [await link(), await link()];
    expect((await server.post('/api/resume', { token: first })).status).toBe(404);
    const opened = await server.post('/api/resume', { token: second });
    const other = {
      seat: ((await opened.json()) as { seat: string }).seat,
      cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '',
    };
    const again = await server.connected(other);
    expect(await again.timeout(5_000).emitWithAck('resume', null)).toMatchObject({
      ok: true,
      snapshot: { n: 2 },
    });
    expect((await server.post('/api/link', { seat: me.seat }, { cookie: other.cookie })).status).toBe(404);
  });

  test('the device cookie cannot be read by scripts and is kept for the same site', async () => {
    const server = await LiveServer.start();
    const cookie = (await server.post('/api/solo', { scenario: 'village' })).headers.get('set-cookie');
    expect(cookie).toMatch(/^device=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  });
});

describe('health', () => {
  test('/healthz, /readyz and /metrics answer', async () => {
    const server = await LiveServer.start();
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${server.base}/readyz`)).json()).toEqual({ ready: true, reasons: [] });
    expect(await (await fetch(`${server.base}/metrics`)).text()).toContain('meanwhile_sockets');
  });
  test('/metrics with a token asks for it', async () => {
    const server = await LiveServer.start({ env: { METRICS_TOKEN: 'sixteen-characters-or-more' } });
    expect((await fetch(`${server.base}/metrics`)).status).toBe(403);
    const headers = { authorization: 'Bearer sixteen-characters-or-more' };
    expect((await fetch(`${server.base}/metrics`, { headers })).status).toBe(200);
  });
});

describe('export', () => {
  test('P9: before the end an export holds public fields only, afterwards everything', async () => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    const socket = await server.connected(me);
    await send(socket, 'clock.start', {});
    await send(socket, 'mail.send', { ...letter, text: '=HYPERLINK("http://evil.example")' });
    const get = (form: string) =>
      fetch(`${server.base}/api/runs/${me.seat}/export.${form}`, { headers: { cookie: me.cookie } });
    const before = await (await get('json')).text();
    for (const field of ['matched', 'seed":"', 'decisions', 'right', 'handledAt'])
      expect(before, field).not.toContain(field);
    await send(socket, 'run.finish', {});
    const after = (await (await get('json')).json()) as {
      revealed: boolean;
      seed: string;
      events: unknown[];
    };
    expect(after).toMatchObject({ revealed: true, seed: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(JSON.stringify(after)).toContain('matched');
    const csv = await (await get('csv')).text();
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv.split('\n')).toHaveLength(after.events.length + 1);
  });

  test("somebody else's export is not there", async () => {
    const server = await LiveServer.start();
    const [me, you] = [await server.visitor(), await server.visitor()];
    const get = (seat: string) =>
      fetch(`${server.base}/api/runs/${seat}/export.csv`, { headers: { cookie: me.cookie } });
    expect((await get(you.seat)).status).toBe(404);
    expect((await get('abcdefghijklmnop')).status).toBe(404);
    expect((await get(me.seat)).status).toBe(200);
  });
});
