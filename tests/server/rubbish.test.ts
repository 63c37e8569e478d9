import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { limits } from '@/core/contract/limits';
import { protocolVersion } from '@/core/contract/protocol';
import { LiveServer, send, type Visitor } from '../support/liveServer';
import { RealServer } from '../support/realServer';
import { tempFolder } from '../support/storeFixture';

/** All that a page is told when it may not connect. */
const told = (server: LiveServer, who: Visitor, auth?: object): Promise<unknown> =>
  new Promise((done) =>
    server
      .socket(who, auth)
      .once('connect', () => done('connected'))
      .once('connect_error', (error) =>
        done({ message: error.message, data: 'data' in error && error.data }),
      ),
  );

/** Bytes straight to the port, and what comes back until the server hangs up. */
const bytes = (base: string, sent: string | Buffer): Promise<string> =>
  new Promise((done) => {
    let got = '';
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname, () => socket.end(sent));
    socket.on('data', (chunk) => (got += chunk.toString('latin1')));
    socket.on('error', () => done(got));
    socket.on('close', () => done(got));
  });

const upgrade =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

describe('who knocks with what is not theirs', () => {
  test('somebody else’s seat and one that never was get the same answer to the last word', async () => {
    const server = await LiveServer.start();
    const [me, you] = [await server.visitor(), await server.visitor()];
    const foreign = await told(server, { seat: you.seat, cookie: me.cookie });
    const absent = await told(server, { seat: 'abcdefghijklmnop', cookie: me.cookie });
    expect(foreign).toEqual(absent);
    expect(foreign).toMatchObject({
      data: { code: 'unknown', message: 'There is nothing here by that name.' },
    });
  });

  test.each([
    ['the version before', protocolVersion - 1],
    ['the version after', protocolVersion + 1],
    ['half a version', protocolVersion + 0.5],
    ['a version as text', String(protocolVersion)],
    ['no version', undefined],
    ['a list', [protocolVersion]],
  ])('%s is refused with a sentence', async (_, protocol) => {
    const server = await LiveServer.start();
    const me = await server.visitor();
    const refusal = await told(server, me, { protocol, seat: me.seat });
    expect(refusal).toMatchObject({ data: { code: expect.stringMatching(/^(version|invalid)$/) } });
    expect(refusal).toMatchObject({ message: expect.stringMatching(/Reload/i) });
  });
});

describe('frames no page sends', () => {
  test.each([
    ['a name of every object', { to: '__proto__', subject: 'S', text: 'T', asks: ['constructor'] }],
    ['a thousand questions', { to: 'ada', subject: 'S', text: 'T', asks: Array(1_000).fill('bridge') }],
    ['bytes', { to: 'ada', subject: 'S', text: Buffer.from('T'), asks: [] }],
    ['a number as text', { to: 'ada', subject: 'S', text: 7, asks: [] }],
    ['keys nobody asked for', { to: 'ada', subject: 'S', text: 'T', asks: [], actor: 'world' }],
  ])('%s: refused, and the run is as it was', async (_, body) => {
    const server = await LiveServer.start();
    const socket = await server.connected(await server.visitor());
    await send(socket, 'clock.start', {});
    expect(await send(socket, 'mail.send', body)).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/^(invalid|unknown)$/) },
    });
    expect(await server.db.read((c) => c.event.count({ where: { type: 'mail.sent' } }))).toBe(0);
  });

  test('asking for the view is counted with the commands: a flood of it is refused in words', async () => {
    const server = await LiveServer.start({ limits: { command: { points: 5, seconds: 30 } } });
    const socket = await server.connected(await server.visitor());
    const ask = () => socket.timeout(5_000).emitWithAck('resume', null);
    const replies = await Promise.all(Array.from({ length: 8 }, ask));
    expect(replies.filter((r) => r.ok)).toHaveLength(5);
    expect(replies.at(-1)).toMatchObject({
      refusal: { code: 'tooFast', message: expect.stringMatching(/Try again in \d+ s/) },
    });
  });
});

test('bytes that are no request, half requests and broken frames leave a real server as it was', {
  timeout: 60_000,
}, async () => {
  const server = await RealServer.start(await tempFolder(), { rate: 1 });
  const socket = await server.connected(await server.visitor());
  await send(socket, 'clock.start', {});
  const noise = Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7_919) % 256));
  expect(await bytes(server.base, noise)).toMatch(/^HTTP\/1\.1 400/);
  expect(await bytes(server.base, `GET /healthz HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431/,
  );
  await bytes(server.base, 'POST /api/solo HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"scen');
  await bytes(server.base, upgrade);
  await bytes(server.base, Buffer.concat([Buffer.from(upgrade), noise]));
  const mail = { to: 'noor', subject: 'S', text: 'x'.repeat(limits.text), asks: ['cake'] };
  expect(await send(socket, 'mail.send', mail)).toMatchObject({ ok: true });
  expect(await server.ready()).toEqual({ status: 200, reasons: [] });
  await server.kill();
  const reports = (await server.child.ended).stderr.split('\n').filter((line) => /^\S/.test(line));
  expect(reports).toEqual(['a request failed: Error: aborted']);
});
