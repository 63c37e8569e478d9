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
  const { sorted, heads } = shapeOf(Object.keys(value));
  for (let i = 0; i < sorted.length; i++) {
    const member = value[sorted[i] ?? ''];
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += heads[i];
    text += canonicalJson(member);
  }
  return `${text}}`;
}

/** Keys as an object has them, in the order they are written in, and how each is written. */
interface Shape {
  keys: readonly string[];
  sorted: readonly string[];
  heads: readonly string[];
}

/** Shapes seen so far, by their first key: a log has some dozens, and putting them in order each time takes longer than writing them. */
const shapes = new Map<string, Shape[]>();
/** Objects whose keys are names that somebody made up are as many as there are names: they are not all kept. */
const [mostFirst, mostAlike] = [256, 16];

function shapeOf(keys: readonly string[]): Shape {
  const first = keys[0] ?? '';
  const alike = shapes.get(first);
  if (alike) for (const shape of alike) if (same(shape.keys, keys)) return shape;
  const sorted = [...keys].sort();
  const shape = { keys, sorted, heads: sorted.map((key) => `${quoted(key)}:`) };
  if (!alike) {
    if (shapes.size < mostFirst) shapes.set(first, [shape]);
  } else if (alike.length < mostAlike) alike.push(shape);
  return shape;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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
export function canonicalLog(log: readonly NewEvent[]): string {
  const lines: string[] = [];
  for (const { type, simMs, actor, data } of log) {
    if (!isCanonical(type)) continue;
    lines.push(
      `{"actor":${quoted(actor)},"data":${canonicalJson(data)},"n":${lines.length + 1},"simMs":${canonicalJson(simMs)},"type":"${type}","v":${eventVersion}}\n`,
    );
  }
  // Joined into one piece: what is added up bit by bit stays the thousands of bits it was made of for as long as it is kept.
  return lines.join('');
}

/** SHA-256 over the canonical log, in hex. */
export const logSha256 = (log: readonly NewEvent[]): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalLog(log))));
