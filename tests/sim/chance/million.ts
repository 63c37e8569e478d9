import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sampleMinutes } from '@/core/sim/chance/distribution';
import { draw, seedOf } from '@/core/sim/chance/draw';
import { kinds } from './kinds';

/** A digest over the bits of n values of every kind of distribution: equal on two machines only if every bit is. */
export function digests(
  n: number,
  sample: (name: string, u: number) => number = own,
): Record<string, string> {
  const seed = seedOf('a million');
  return Object.fromEntries(
    Object.keys(kinds).map((name) => {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[i] = sample(name, draw(seed, name, 'x', '', i));
      return [name, bytesToHex(sha256(new Uint8Array(values.buffer)))];
    }),
  );
}

function own(name: string, u: number): number {
  const dist = kinds[name];
  if (!dist) throw new RangeError(name);
  return sampleMinutes(dist, u);
}
