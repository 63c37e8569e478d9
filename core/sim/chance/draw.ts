import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Two 32-bit words: the key of Philox4x32-10. */
export type Seed = readonly [number, number];

const bigEndian = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;

/** The seed of a typed text of 1 to 64 characters (R1): the first two words of its SHA-256. */
export function seedOf(text: string): Seed {
  if (text.length < 1 || text.length > 64) throw new RangeError('a seed has 1 to 64 characters');
  const bytes = sha256(utf8ToBytes(text));
  return [bigEndian(bytes, 0), bigEndian(bytes, 4)];
}

/** A name in the key of a draw: its text, or its word where somebody keeps that, so that nothing is looked up. */
export type Name = string | number;

const words = new Map<string, number>();
/** A name as a 32-bit word: the first word of its SHA-256, remembered. */
export function nameWord(name: string): number {
  const known = words.get(name);
  if (known !== undefined) return known;
  const word = bigEndian(sha256(utf8ToBytes(name)), 0);
  words.set(name, word);
  return word;
}

const wordOf = (name: Name): number =>
  typeof name === 'number' ? name : name === '' ? noName : nameWord(name);
const noName = nameWord('');

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** Upper 32 bits of the product of two 32-bit words, by 16-bit halves; as a signed integer, since only its bits count. */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  // Each sum stays under 2^32, so 32-bit integers do: 65535 * 65535 + 65535 = 2^32 - 65536.
  const mid = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  const midLow = (mid & 0xffff) + Math.imul(aLow, bHigh);
  return (Math.imul(aHigh, bHigh) + (mid >>> 16) + (midLow >>> 16)) | 0;
}

/** Philox's four words, left here by `philox`: a draw allocates nothing. */
const out = new Uint32Array(4);

/** Philox4x32-10 (Salmon et al. 2011, Random123): four words, in `out`, from a counter of four words and a key of two. */
function rounds(a: number, b: number, c: number, d: number, key: Seed): void {
  let c0 = a | 0;
  let c1 = b | 0;
  let c2 = c | 0;
  let c3 = d | 0;
  let k0 = key[0] | 0;
  let k1 = key[1] | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = mulHigh(M0, c0);
    const low0 = Math.imul(M0, c0);
    const high1 = mulHigh(M1, c2);
    const low1 = Math.imul(M1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The four words of Philox4x32-10 as a list, for checking against its published vectors. */
export function philox(counter: readonly [number, number, number, number], key: Seed): number[] {
  rounds(...counter, key);
  return [...out];
}

const maxN = 2 ** 22;
const maxM = 2 ** 10;

/**
 * R1: a number in (0, 1) that depends on the seed and the key alone: (k + 0.5) / 2^53 with k the upper 53 bits of Philox's
 * first two words. The counter is [purpose, a, b, n * 1024 + m]. Integers n below 2^22 and m below 2^10; RangeError outside.
 */
export function draw(seed: Seed, purpose: Name, a: Name = '', b: Name = '', n = 0, m = 0): number {
  if (n >>> 0 !== n || m >>> 0 !== m || n >= maxN || m >= maxM)
    throw new RangeError(`draw index out of range: ${n}, ${m}`);
  rounds(wordOf(purpose), wordOf(a), wordOf(b), (n * maxM + m) >>> 0, seed);
  return (((out[0] ?? 0) >>> 5) * 67_108_864 + ((out[1] ?? 0) >>> 6) + 0.5) / 9_007_199_254_740_992;
}
