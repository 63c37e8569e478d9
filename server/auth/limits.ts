import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '@/core/contract/refusal';

/** How often things may be done. Keys are tokens and seats; an address only as a wide net, since a class shares one. */
export interface Limits {
  /** Solo runs begun per net and per server. */
  solo(net: string): Promise<Refusal | null>;
  /** Commands of one seat. */
  command(seat: string): Promise<Refusal | null>;
  /** Wrong personal links per net. */
  wrongLink(net: string): Promise<Refusal | null>;
  /** Wrong session codes per net and per server: typing errors of a class pass, trying codes out does not get anywhere. */
  wrongCode(net: string): Promise<Refusal | null>;
  /** Seats taken per net: a lecture hall behind one address, not more. */
  join(net: string): Promise<Refusal | null>;
  /** A password tried for an account, by its address in lower case; `signIn.right` gives the tries back. */
  signIn: {
    tried(account: string, net: string): Promise<Refusal | null>;
    right(account: string, net: string): Promise<void>;
  };
}

interface Quota {
  points: number;
  seconds: number;
}
export const quotas = {
  soloPerNet: { points: 240, seconds: 3_600 },
  soloPerServer: { points: 3_000, seconds: 3_600 },
  command: { points: 60, seconds: 3 },
  wrongLink: { points: 60, seconds: 600 },
  wrongCodePerNet: { points: 300, seconds: 600 },
  wrongCodePerServer: { points: 3_000, seconds: 600 },
  joinPerNet: { points: 3_000, seconds: 600 },
  signInPerAccount: { points: 10, seconds: 900 },
  signInPerNet: { points: 300, seconds: 900 },
} satisfies Record<string, Quota>;

export function createLimits(chosen: Partial<Record<keyof typeof quotas, Quota>> = {}): Limits {
  const limiter = (name: keyof typeof quotas) => {
    const { points, seconds } = chosen[name] ?? quotas[name];
    return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  };
  const [net, server, command, link] = [
    limiter('soloPerNet'),
    limiter('soloPerServer'),
    limiter('command'),
    limiter('wrongLink'),
  ];
  const [code, codes, joins] = [
    limiter('wrongCodePerNet'),
    limiter('wrongCodePerServer'),
    limiter('joinPerNet'),
  ];
  const [account, nearby] = [limiter('signInPerAccount'), limiter('signInPerNet')];
  return {
    solo: async (key) => (await spent(net, key, soloFull)) ?? (await spent(server, 'all', soloFull)),
    command: (seat) => spent(command, seat, tooFast),
    wrongLink: (key) => spent(link, key, tooFast),
    wrongCode: async (key) => (await spent(code, key, tooFast)) ?? (await spent(codes, 'all', tooFast)),
    join: (key) => spent(joins, key, tooFast),
    signIn: {
      // Counted before the password is looked at: tries made at the same time count too.
      tried: async (key, place) =>
        (await spent(account, key, tooManyTries)) ?? (await spent(nearby, place, tooManyTries)),
      async right(key, place) {
        await account.delete(key);
        await nearby.reward(place);
      },
    },
  };
}

const tooFast = (ms: number): Refusal => refuse('tooFast', { seconds: Math.max(1, Math.ceil(ms / 1_000)) });
const tooManyTries = (ms: number): Refusal =>
  refuse('tooManyTries', { minutes: Math.max(1, Math.ceil(ms / 60_000)) });
const soloFull = (ms: number): Refusal =>
  refuse('soloFull', { minutes: Math.max(1, Math.ceil(ms / 60_000)) });

async function spent(
  limiter: RateLimiterMemory,
  key: string,
  words: (ms: number) => Refusal,
): Promise<Refusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (over) {
    if (over instanceof RateLimiterRes) return words(over.msBeforeNext);
    throw over;
  }
}
