import { z } from 'zod';
import { distributionSchema } from './distribution';
import { plainText } from './text';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as 09:30');
/** A day may end at midnight: `24:00`. */
const endOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time of day as 09:30, midnight as 24:00');
const share = z.number().min(0).max(0.9);
const probability = z.number().min(0).max(1);

/** Working hours in the recipient's own local time; days are 1 (Monday) to 7 (Sunday). Lunch starts at a drawn time. */
export const calendarSchema = z.strictObject({
  from: clockTime,
  to: endOfDay,
  lunch: z
    .strictObject({ earliest: clockTime, latest: clockTime, minutes: z.number().min(0).max(240) })
    .nullable(),
  daysOff: z.array(z.int().min(1).max(7)).max(6),
});

const queueMail = z.strictObject({
  profile: z.literal('queue'),
  check: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('notified'), delay: distributionSchema }),
    z.strictObject({ kind: z.literal('interval'), gap: distributionSchema }),
    z.strictObject({ kind: z.literal('fixed'), times: z.array(clockTime).min(1).max(48) }),
  ]),
  discipline: z.enum(['exhaustive', 'gated']),
  /** Minutes to read a mail and type its reply, on top of handling what it asks. */
  overhead: z.number().min(0).max(120),
});
const sampledMail = z.strictObject({
  profile: z.literal('sampled'),
  delay: distributionSchema,
  overhead: z.number().min(0).max(120),
});
export const mailProfileSchema = z.discriminatedUnion('profile', [queueMail, sampledMail]);

/** How likely a mail is answered (P4, P6). `chance[k]` is for the (k+1)-th asking; later askings use the last. */
export const replySchema = z.strictObject({
  chance: z.array(probability).min(1).max(10),
  nagging: z.strictObject({ limit: z.int().min(1).max(20), factor: probability }),
  /** The chance is multiplied by (1 - this) for every other mail waiting in the inbox. */
  perWaitingMail: z.number().min(0).max(0.5),
});

/** How this person takes calls (rules C). `busyShare` is also the share of working time spent on other people's calls. */
export const callProfileSchema = z.strictObject({
  pickUp: probability,
  busyShare: share,
  ring: distributionSchema,
  opening: distributionSchema,
  talkExtra: z.number().min(0).max(60),
  detail: z.number().min(0).max(60),
  voicemail: z.boolean(),
  callBack: z.strictObject({ missed: probability, voicemail: probability }),
  lookAndCallBack: z.strictObject({ chance: probability, delay: distributionSchema }),
  lost: distributionSchema,
  lines: z.int().min(1).max(100),
  whenBusy: z.enum(['busy', 'hold']),
});

/** A reusable set of behaviour parameters that a recipient has. All durations in simulated minutes. */
export const personaSchema = z.strictObject({
  title: plainText.min(1).max(60),
  calendar: calendarSchema,
  meetings: z.strictObject({ perSixHours: z.number().min(0).max(12), minutes: z.number().min(1).max(480) }),
  away: z.strictObject({ share, minutes: z.number().min(1).max(480) }),
  mail: mailProfileSchema,
  reply: replySchema,
  /** What one request takes to handle; the talk time on the line uses the same draw (C8). */
  handling: distributionSchema,
  /** Other people's mail (P10): arrivals per working hour, minutes each. */
  traffic: z.strictObject({ mailPerHour: z.number().min(0).max(60), mailMinutes: z.number().min(0).max(60) }),
  call: callProfileSchema,
});
export type Persona = z.infer<typeof personaSchema>;
export type MailProfile = z.infer<typeof mailProfileSchema>;

/** What a recipient has differently from their persona; each part given replaces the persona's part key by key. */
export const tuneSchema = z.strictObject({
  calendar: calendarSchema.partial().optional(),
  meetings: z
    .strictObject({ perSixHours: z.number().min(0).max(12), minutes: z.number().min(1).max(480) })
    .partial()
    .optional(),
  away: z
    .strictObject({ share, minutes: z.number().min(1).max(480) })
    .partial()
    .optional(),
  mail: mailProfileSchema.optional(),
  reply: replySchema.partial().optional(),
  handling: distributionSchema.optional(),
  traffic: z
    .strictObject({ mailPerHour: z.number().min(0).max(60), mailMinutes: z.number().min(0).max(60) })
    .partial()
    .optional(),
  call: callProfileSchema.partial().optional(),
});
