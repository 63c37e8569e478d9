import type { IncomingMessage } from 'node:http';

/** The visitor's address: the socket's, or what the trusted proxies in front of us say, counted from the nearest. */
export function addressOf(req: IncomingMessage, trustedProxies: number): string {
  const socket = req.socket.remoteAddress ?? '';
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return trustedProxies > 0 ? (forwarded.at(-trustedProxies) ?? socket) : socket;
}

/** The net an address belongs to: IPv4 /24, IPv6 /56. People behind one router share it. */
export function netOf(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  const groups = address.split('%')[0]?.split(':') ?? [];
  return `${groups.slice(0, 3).join(':')}:${(groups[3] ?? '').padStart(4, '0').slice(0, 2)}/56`;
}

/** Whether the visitor came over https, as far as we or the trusted proxies can tell. */
export const isSecure = (req: IncomingMessage, trustedProxies: number): boolean =>
  trustedProxies > 0 && req.headers['x-forwarded-proto'] === 'https';
