import { z } from 'zod';
import { personaSchema, tuneSchema } from './persona';
import { type Scenario, triggerSchema } from './scenario';

/**
 * A scenario that is being written. It has the form of a scenario, so that whatever reads scenarios can look at it, but texts may be
 * empty or too long, names may lead nowhere, and numbers may be out of range. What this program does not know is kept as it is.
 */
export type Draft = Scenario;

const text = z.string().default('');
const optionalText = z.string().optional();
const texts = z.array(z.string()).default([]);
const number = (usual: number) => z.number().default(usual);

const detail = z.looseObject({ id: text, label: text, text, known: z.boolean().default(false) });

const voice = z.looseObject({
  clarify: text,
  unmatched: text,
  forward: text,
  greeting: optionalText,
  look: optionalText,
  redirect: optionalText,
  voicemail: optionalText,
});

const recipient = z.looseObject({
  id: text,
  name: text,
  role: text,
  about: text,
  persona: z.string().default('batcher'),
  utcOffsetMin: number(0),
  address: z.enum(['valid', 'outdated']).default('valid'),
  outOfOffice: z.looseObject({ deputy: text, text }).optional(),
  voice: voice.prefault({}),
  tune: tuneSchema.optional(),
});

const request = z.looseObject({
  id: text,
  title: text,
  recipient: text,
  answer: text,
  details: texts,
  hidden: texts,
  gives: optionalText,
  required: z.boolean().default(true),
  weight: number(1),
  phrasings: texts,
  keywords: texts,
  ask: text,
  clarify: optionalText,
});

const looseTrigger = z.union([
  triggerSchema,
  z.strictObject({ asked: z.string() }),
  z.strictObject({ answered: z.string() }),
  z.strictObject({ notAnsweredAfter: z.strictObject({ request: z.string(), minutes: z.number() }) }),
  z.strictObject({ solved: z.number() }),
  z.strictObject({ quiet: z.number() }),
]);

const mail = z.looseObject({
  id: text,
  from: text,
  subject: text,
  text,
  at: z.number().optional(),
  on: looseTrigger.optional(),
  delay: number(0),
  gives: optionalText,
  asCall: z.boolean().default(false),
});

const card = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('sum'),
    prompt: text,
    unit: text,
    items: texts,
    low: number(1),
    high: number(100),
  }),
  z.looseObject({ kind: z.literal('match'), prompt: text, pattern: text }),
  z.looseObject({
    kind: z.literal('sort'),
    prompt: text,
    buckets: texts,
    items: z.array(z.looseObject({ text, bucket: number(0) })).default([]),
  }),
]);

const shapes = ['practice', 'taste', 'quick', 'fan-out', 'mixed', 'chain', 'free'] as const;

export const draftSchema = z.looseObject({
  schema: z.literal(1).default(1),
  slug: text,
  title: text,
  language: z.string().default('en'),
  version: number(1),
  license: text,
  tags: z.array(z.string()).optional(),
  summary: text,
  start: text,
  utcOffsetMin: number(0),
  lengthMin: number(120),
  variantOf: optionalText,
  twinOf: optionalText,
  playMin: number(6),
  brief: z.looseObject({ you: text, story: text, goal: text }).prefault({}),
  personas: z.record(z.string(), personaSchema).default({}),
  details: z.array(detail).default([]),
  recipients: z.array(recipient).default([]),
  requests: z.array(request).default([]),
  mail: z.array(mail).default([]),
  desk: z.looseObject({ title: text, intro: text, cards: z.array(card).default([]) }).prefault({}),
  teaching: z
    .looseObject({
      shape: z.enum(shapes).default('free'),
      note: text,
      questions: z.array(z.string()).optional(),
    })
    .prefault({}),
});

type Path = readonly PropertyKey[];

/**
 * Reads any document as a draft. What is missing gets an empty or usual value; what is of another kind than its place is left out,
 * and its path is told.
 */
export function readDraft(document: unknown): { draft: Draft; leftOut: string[] } {
  let rest = document;
  const leftOut: string[] = [];
  for (;;) {
    const read = draftSchema.safeParse(rest);
    if (read.success) return { draft: read.data, leftOut };
    const path = presentPart(rest, read.error.issues[0]?.path ?? []);
    leftOut.push(path.map(String).join('.'));
    rest = path.length === 0 ? {} : without(rest, path);
  }
}

/** The part that is at fault: what a missing key is missing from, where there is nothing at the path itself. */
function presentPart(document: unknown, path: Path): Path {
  let part = document;
  for (const [i, key] of path.entries()) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return path.slice(0, i);
    part = Object.entries(part).find(([name]) => name === String(key))?.[1];
  }
  return path;
}

/** A copy of a plain document without one of its parts. */
function without(document: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (Array.isArray(document))
    return document.flatMap((m: unknown, i) =>
      i !== Number(key) ? [m] : rest.length === 0 ? [] : [without(m, rest)],
    );
  if (typeof document !== 'object' || document === null) return undefined;
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, part]: [string, unknown]) =>
      name !== key ? [[name, part]] : rest.length === 0 ? [] : [[name, without(part, rest)]],
    ),
  );
}
