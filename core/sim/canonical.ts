import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { eventVersion, isCanonical, type NewEvent } from '@/core/contract/event';

/** JSON with sorted keys and no undefined: one text per value. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return Array.isArray(value) ? listed(value) : keyed(value as Record<string, unknown>);
}

// Texts are put together by hand: a log is written as text once for each replication, and that took longer than playing it.

function listed(values: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ',';
    const value = values[i];
    text += canonicalJson(value === undefined ? null : value);
  }
  return `${text}]`;
}

function keyed(value: Record<string, unknown>): string {
  let text = '{';
  for (const key of sorted(Object.keys(value))) {
    const member = value[key];
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

/** By code units; by insertion, since an event has few keys and the list's own way of sorting takes several times as long for few. */
function sorted(keys: string[]): string[] {
  if (keys.length > 32) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? '';
    let at = i;
    for (let before = keys[at - 1] ?? ''; at > 0 && before > key; before = keys[at - 1] ?? '') {
      keys[at] = before;
      at--;
    }
    keys[at] = key;
  }
  return keys;
}

const quoted = (text: string): string => (isPlain(text) ? `"${text}"` : JSON.stringify(text));

/** Whether JSON spells it as it is: without quotes, backslashes, control characters and halves of characters. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 || c === 34 || c === 92 || (c >= 0xd800 && c <= 0xdfff)) return false;
  }
  return true;
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
