import { createHash } from 'node:crypto';

/** One draw with every number on the way, computed apart from core/sim: node:crypto and whole numbers without bounds. */
export interface ByHand {
  /** SHA-256 words, as eight hexadecimal digits. */
  key: string[];
  counter: string[];
  words: string[];
  k: bigint;
  u: number;
}

const mask = 0xffffffffn;
const hex = (word: bigint): string => word.toString(16).padStart(8, '0');
const shaWords = (text: string): bigint[] =>
  [0, 8].map((at) =>
    BigInt(
      `0x${createHash('sha256')
        .update(text)
        .digest('hex')
        .slice(at, at + 8)}`,
    ),
  );
const first = (name: string): bigint => shaWords(name)[0] ?? 0n;

/** Philox4x32-10 as its authors write it (Salmon, Moraes, Dror, Shaw 2011). */
function philox(counter: readonly bigint[], key: readonly bigint[]): bigint[] {
  let [c0 = 0n, c1 = 0n, c2 = 0n, c3 = 0n] = counter;
  let [k0 = 0n, k1 = 0n] = key;
  for (let round = 0; round < 10; round++) {
    const a = 0xd2511f53n * c0;
    const b = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(b >> 32n) ^ c1 ^ k0, b & mask, (a >> 32n) ^ c3 ^ k1, a & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [c0, c1, c2, c3];
}

export function drawByHand(seed: string, purpose: string, a: string, b: string, n = 0, m = 0): ByHand {
  const key = shaWords(seed);
  const counter = [first(purpose), first(a), first(b), BigInt(n * 1_024 + m)];
  const words = philox(counter, key);
  const [w0 = 0n, w1 = 0n] = words;
  const k = ((w0 >> 5n) << 26n) | (w1 >> 6n);
  return {
    key: key.map(hex),
    counter: counter.map(hex),
    words: words.map(hex),
    k,
    u: (Number(k) + 0.5) / 2 ** 53,
  };
}

/** Abramowitz and Stegun 26.2.23: right to 0.00045. */
export function normalQuantileByHand(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}
