import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { secure } from '@/server/http/headers';

/** What `secure` makes of a request with these headers: the policy Next reads, and the one the browser gets. */
function secured(headers: Record<string, string>, dev = false) {
  const req = new IncomingMessage(new Socket());
  Object.assign(req.headers, headers);
  const res = new ServerResponse(req);
  secure(req, res, { dev });
  const policy = String(res.getHeader('content-security-policy'));
  return { policy, asked: req.headers['content-security-policy'], res };
}

const nonceOf = (policy: string) => /'nonce-([\w+/=]{24})'/.exec(policy)?.[1];

test('each answer has its own nonce, and pages are made with the very nonce that the browser is told', () => {
  const first = secured({ host: 'example.org' });
  const second = secured({ host: 'example.org' });
  expect(nonceOf(first.policy)).toBeDefined();
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy));
  expect(first.asked).toBe(first.policy);
});

test('a policy that the client sends is not the one pages are made with', () => {
  const { asked, policy } = secured({
    host: 'example.org',
    'content-security-policy': "script-src 'nonce-known'",
  });
  expect(asked).toBe(policy);
  expect(asked).not.toContain('known');
});

test.each([["x; script-src 'unsafe-inline'"], ['x, y'], ["x 'unsafe-eval'"], ['*'], ['']])(
  'the host name %j adds nothing to the policy',
  (host) => {
    const plain = secured({ host: 'localhost' }).policy;
    const policy = secured({ host }).policy;
    expect(policy.replace(/nonce-[\w+/=]+/g, '')).toBe(plain.replace(/nonce-[\w+/=]+/g, ''));
  },
);

test.each([['example.org'], ['192.0.2.7:3000'], ['[::1]:3000']])(
  'the wire to %s is allowed by name',
  (host) => {
    expect(secured({ host }).policy).toContain(`connect-src 'self' ws://${host} wss://${host};`);
  },
);

test('only the development server may evaluate code', () => {
  expect(secured({ host: 'localhost' }, true).policy).toContain("'unsafe-eval'");
  expect(secured({ host: 'localhost' }).policy).not.toContain("'unsafe-eval'");
  expect(secured({ host: 'localhost' }).policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

test('answers are not sniffed, framed, or told where a visitor came from', () => {
  const { res, policy } = secured({ host: 'localhost' });
  expect(res.getHeader('x-content-type-options')).toBe('nosniff');
  expect(res.getHeader('referrer-policy')).toBe('no-referrer');
  expect(res.getHeader('cross-origin-opener-policy')).toBe('same-origin');
  expect(policy).toContain("frame-ancestors 'none'");
});
