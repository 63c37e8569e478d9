import { z } from 'zod';
import { callId, cardId, commandId, laterId, mailId, nameId, threadId } from './ids';
import { limits } from './limits';

const text = z.string().max(limits.text);
const subject = z.string().max(limits.subject);
/** What is typed to be said on the line. */
const spoken = z.string().max(limits.spoken).default('');
const requests = z.array(nameId).max(limits.requestsPerMail).default([]);
const details = z.array(nameId).max(limits.detailsPerMail).default([]);
/** A nudge to the sender when nothing came back after so many simulated minutes. */
const followUpMin = z.int().min(5).max(2_880).optional();
const letter = {
  to: nameId,
  /** Continues this thread; a new one otherwise. The first mail fixes the subject (A7). */
  threadId: threadId.optional(),
  inReplyTo: mailId.optional(),
  subject: subject.default(''),
  text: text.default(''),
  asks: requests,
  details,
  followUpMin,
};

/**
 * Everything a participant can ask their run to do. `drives`: handled by the clock's driver rather than the world.
 * `keeps`: stored beside the log, never an event.
 */
export const commands = {
  'mail.send': { schema: z.strictObject(letter), by: 'world' },
  'mail.sendLater': { schema: z.strictObject({ ...letter, inMin: z.int().min(1).max(2_880) }), by: 'world' },
  'mail.cancelLater': { schema: z.strictObject({ laterId }), by: 'world' },
  'mail.undo': { schema: z.strictObject({ mailId }), by: 'world' },
  'mail.remind': { schema: z.strictObject({ mailId, text: text.default('') }), by: 'world' },
  'mail.open': { schema: z.strictObject({ mailId }), by: 'world' },
  'scene.open': {
    schema: z.strictObject({ scene: z.enum(['compose', 'read']), mailId: mailId.optional() }),
    by: 'world',
  },
  'scene.close': { schema: z.strictObject({ scene: z.enum(['compose', 'read']) }), by: 'world' },
  'desk.answer': { schema: z.strictObject({ cardId, choice: z.int().min(0).max(3) }), by: 'world' },
  'call.dial': { schema: z.strictObject({ to: nameId }), by: 'world' },
  /** Asks for requests, gives details, or both; words alone are matched like those of a mail (A1, C4). */
  'call.say': { schema: z.strictObject({ callId, text: spoken, asks: requests, details }), by: 'world' },
  /** A message after the greeting; the call ends when it is spoken (C7). */
  'call.leaveVoicemail': {
    schema: z.strictObject({ callId, text: spoken, asks: requests, details }),
    by: 'world',
  },
  'call.hangUp': { schema: z.strictObject({ callId }), by: 'world' },
  'call.accept': { schema: z.strictObject({ callId }), by: 'world' },
  'call.decline': { schema: z.strictObject({ callId }), by: 'world' },
  'run.finish': { schema: z.strictObject({}), by: 'world' },
  'run.closeDay': { schema: z.strictObject({}), by: 'world' },
  'clock.start': { schema: z.strictObject({}), by: 'driver' },
  'clock.pause': { schema: z.strictObject({}), by: 'driver' },
  'clock.resume': { schema: z.strictObject({}), by: 'driver' },
  'clock.speed': { schema: z.strictObject({ speed: z.enum(['slow', 'normal', 'fast']) }), by: 'driver' },
  'clock.skip': { schema: z.strictObject({}), by: 'driver' },
  'draft.save': {
    schema: z.strictObject({
      /** A recipient's id. */
      conversation: nameId,
      threadId: threadId.optional(),
      subject,
      text,
      asks: requests,
      details,
      /** The revision this edit was made on; 0 for a first one. */
      rev: z.int().min(0),
    }),
    by: 'keeper',
  },
} as const;

export type CommandName = keyof typeof commands;
export type CommandBody<K extends CommandName> = z.infer<(typeof commands)[K]['schema']>;
/** What a client may leave out because the schema fills it in. */
export type CommandInput<K extends CommandName> = z.input<(typeof commands)[K]['schema']>;
export type Command = { [K in CommandName]: { name: K; body: CommandBody<K> } }[CommandName];
type NamesBy<B extends string> = {
  [K in CommandName]: (typeof commands)[K]['by'] extends B ? K : never;
}[CommandName];
/** Commands the pure world decides. */
export type WorldCommand = Extract<Command, { name: NamesBy<'world'> }>;
export type DriverCommand = Extract<Command, { name: NamesBy<'driver'> }>;

/** The frame a client sends; `body` is parsed by the command's own schema afterwards. */
export const commandFrame = z.strictObject({ commandId, body: z.unknown() });
