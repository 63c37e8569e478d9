import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { eventVersion, isCanonical, type NewEvent } from '@/core/contract/event';

/** JSON with sorted keys and no undefined: one text per value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((v) => canonicalJson(v === undefined ? null : v)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`);
  return `{${fields.join(',')}}`;
}

/**
 * T3: the run's events without clock events, numbered anew from 1, one JSON line each, keys sorted, no wall time and no
 * command id. The same seed and commands at the same simulated times give the same text, whatever clock drove the run.
 */
export const canonicalLog = (log: readonly NewEvent[]): string =>
  log
    .filter((e) => isCanonical(e.type))
    .map(
      ({ type, simMs, actor, data }, i) =>
        `${canonicalJson({ n: i + 1, v: eventVersion, type, simMs, actor, data })}\n`,
    )
    .join('');

/** SHA-256 over the canonical log, in hex. */
export const logSha256 = (log: readonly NewEvent[]): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalLog(log))));
