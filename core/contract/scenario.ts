import { z } from 'zod';
import { nameId, slug } from './ids';
import { limits } from './limits';
import { personaSchema, tuneSchema } from './persona';
import { plainText } from './text';

const line = (max: number) => plainText.trim().min(1).max(max);
const minutes = z.number().min(0).max(28_800);

/** A fact that can be learned and included in a request. `known` facts stand in the brief from the start. */
export const detailSchema = z.strictObject({
  id: nameId,
  label: line(60),
  text: line(200),
  known: z.boolean().default(false),
});

/**
 * What the recipient says when a rule makes them speak without an authored answer. The details asked for are listed beside it. The
 * lines of the phone have plain defaults; `{colleague}` in `redirect` stands for whom to ask instead.
 */
const voice = z.strictObject({
  clarify: line(300),
  unmatched: line(300),
  forward: line(300),
  greeting: line(160).optional(),
  look: line(200).optional(),
  redirect: line(200).optional(),
  /** The greeting of the voicemail. */
  voicemail: line(300).optional(),
});

export const recipientSchema = z.strictObject({
  id: nameId,
  name: line(limits.name),
  role: line(80),
  /** One sentence a participant may know about them. */
  about: line(200),
  persona: nameId,
  utcOffsetMin: z.int().min(-840).max(840).default(0),
  /** `outdated`: mail to this address bounces at once (P5). */
  address: z.enum(['valid', 'outdated']).default('valid'),
  outOfOffice: z.strictObject({ deputy: nameId, text: line(400) }).optional(),
  voice,
  tune: tuneSchema.optional(),
});

export const requestSchema = z.strictObject({
  id: nameId,
  title: line(80),
  recipient: nameId,
  answer: line(600),
  /** Details that must be included, or the recipient asks for them. */
  details: z.array(nameId).max(8).default([]),
  /** Those of `details` that the mission does not announce. */
  hidden: z.array(nameId).max(8).default([]),
  gives: nameId.optional(),
  required: z.boolean().default(true),
  weight: z.number().positive().max(100).default(1),
  phrasings: z.array(line(200)).min(1).max(20),
  keywords: z.array(line(40)).max(20).default([]),
  /** The text a participant gets offered when asking by chip. */
  ask: line(300),
  /** What the recipient writes when a detail is missing; the recipient's `voice.clarify` otherwise. */
  clarify: line(300).optional(),
});

/** What makes an authored mail arrive. Triggers name the deed, not the channel (P7). */
export const triggerSchema = z.union(
  [
    z.strictObject({ asked: nameId }),
    z.strictObject({ answered: nameId }),
    z.strictObject({ notAnsweredAfter: z.strictObject({ request: nameId, minutes }) }),
    z.strictObject({ solved: z.int().min(1).max(100) }),
    z.strictObject({ quiet: z.number().min(1).max(1_440) }),
  ],
  { error: 'must be one of asked, answered, notAnsweredAfter, solved or quiet, with its value' },
);
export type Trigger = z.infer<typeof triggerSchema>;

export const authoredMailSchema = z
  .strictObject({
    id: nameId,
    from: nameId,
    subject: line(limits.subject),
    text: line(1_200),
    /** Minutes after the start of the run. */
    at: minutes.optional(),
    on: triggerSchema.optional(),
    /** Minutes between the trigger and the arrival. */
    delay: minutes.default(0),
    gives: nameId.optional(),
    /** In call mode this item comes as a call that can be declined; at most two per scenario. */
    asCall: z.boolean().default(false),
  })
  .refine((m) => (m.at === undefined) !== (m.on === undefined), { message: 'give either at or on' });

const sumCard = z.strictObject({
  kind: z.literal('sum'),
  prompt: line(160),
  unit: plainText.max(12),
  items: z.array(line(60)).min(3).max(30),
  low: z.int().min(1),
  high: z.int().max(100_000),
});
const matchCard = z.strictObject({
  kind: z.literal('match'),
  prompt: line(160),
  /** `#` stands for a drawn digit, `@` for a drawn capital letter. */
  pattern: z
    .string()
    .regex(/^[A-Za-z0-9 /.#@-]*[#@][A-Za-z0-9 /.#@-]*$/)
    .max(24),
});
const sortCard = z.strictObject({
  kind: z.literal('sort'),
  prompt: line(160),
  buckets: z.array(line(30)).min(2).max(4),
  items: z
    .array(z.strictObject({ text: line(120), bucket: z.int().min(0).max(3) }))
    .min(4)
    .max(60),
});
export const deskKindSchema = z.discriminatedUnion('kind', [sumCard, matchCard, sortCard]);
export type DeskKind = z.infer<typeof deskKindSchema>;

/** The scenario document, version 1: an authored, versioned description of a mission (YAML or JSON). */
export const scenarioSchema = z.strictObject({
  schema: z.literal(1),
  slug,
  title: line(80),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  version: z.int().min(1).max(1_000_000),
  license: line(60),
  /** Words to find it by; whoever looks after it can change them without a new version. */
  tags: z.array(line(30)).max(12).optional(),
  /** One sentence for lists. */
  summary: line(200),
  /** Local date and time at which a run starts. */
  start: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/),
  utcOffsetMin: z.int().min(-840).max(840).default(0),
  lengthMin: z.int().min(5).max(28_800),
  /** The mission of which this is a shorter or other form; lists show them together. */
  variantOf: slug.optional(),
  /** The mission that this is the twin of: the same in all but its words (X7). It is played as the second run, and listed nowhere. */
  twinOf: slug.optional(),
  /** Minutes of real time a player should plan for. */
  playMin: z.number().min(1).max(240),
  brief: z.strictObject({ you: line(120), story: line(900), goal: line(240) }),
  personas: z.record(nameId, personaSchema).default({}),
  details: z.array(detailSchema).max(100),
  recipients: z.array(recipientSchema).min(1).max(60),
  requests: z.array(requestSchema).min(1).max(100),
  mail: z.array(authoredMailSchema).max(100).default([]),
  desk: z.strictObject({ title: line(80), intro: line(200), cards: z.array(deskKindSchema).min(1).max(12) }),
  teaching: z.strictObject({
    shape: z.enum(['practice', 'taste', 'quick', 'fan-out', 'mixed', 'chain', 'free']),
    /** What it shows. */
    note: line(600),
    /** What to ask those who have played it. */
    questions: z.array(line(200)).max(8).optional(),
  }),
});
export type Scenario = z.infer<typeof scenarioSchema>;
/** Whether this is a job to begin with; a practice comes before one, a twin after one, and both are listed nowhere. */
export const isMission = ({ teaching, twinOf }: Scenario): boolean =>
  teaching.shape !== 'practice' && twinOf === undefined;
export type Recipient = z.infer<typeof recipientSchema>;
export type Request = z.infer<typeof requestSchema>;
export type Detail = z.infer<typeof detailSchema>;
export type AuthoredMail = z.infer<typeof authoredMailSchema>;
