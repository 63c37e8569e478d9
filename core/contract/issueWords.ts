import type { z } from 'zod';
import { nearest } from './nearest';
import { keysAt, placesOf } from './schemaKeys';

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named parts',
  record: 'a group of named parts',
};

/** What is wrong with a part of a file, in words for its author; undefined where zod's own words will do. */
export function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return `is not written as expected (${String(issue.pattern)})`;
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  return undefined;
}

type Size<C> = Extract<z.core.$ZodRawIssue, { code: C }>;

function tooSmall({ origin, minimum, inclusive }: Size<'too_small'>): string {
  if (origin === 'string')
    return minimum === 1 ? 'must not be empty' : `needs at least ${minimum} characters`;
  if (origin === 'array')
    return minimum === 1 ? 'needs at least one entry' : `needs at least ${minimum} entries`;
  return inclusive === false ? `must be more than ${minimum}` : `must be at least ${minimum}`;
}

function tooBig({ origin, maximum, inclusive }: Size<'too_big'>): string {
  if (origin === 'string') return `has more than ${maximum} characters`;
  if (origin === 'array') return `has more than ${maximum} entries`;
  return inclusive === false ? `must be less than ${maximum}` : `must be at most ${maximum}`;
}

/** A part that should not be there is reported where it stands, each one for itself, with what was probably meant. */
export function keyByKey(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: `is not a known part here; ${meant(schema, issue.path, key)}`,
  }));
}

function meant(schema: z.core.$ZodType, path: readonly PropertyKey[], key: string): string {
  const likely = nearest(key, keysAt(schema, path));
  if (likely !== null) return `did you mean “${likely}”?`;
  const [place] = placesOf(schema, key);
  if (place === undefined) return 'is it spelt right, and in the right place?';
  return place === '' ? 'it belongs at the top of the document' : `it belongs in ${place}`;
}
