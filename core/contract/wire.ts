import { z } from 'zod';
import type { CommandInput, CommandName } from './command';
import { type Member, nameId, rowId } from './ids';
import type { Refusal } from './refusal';
import type { RoomChange, RoomView } from './room';
import type { Change, ClockView, RunView } from './view';

/**
 * What a socket says of itself when it connects. Who it may be is decided by the device cookie. `run`: the run its page
 * shows; the seat's plan may have gone on to the next one meanwhile, and what was meant for the old one must not reach it.
 */
export const handshakeSchema = z.strictObject({ protocol: z.int(), seat: rowId, run: rowId.optional() });

/** Where a viewer stands: `epoch` changes when what they may see changes, `n` counts what they saw (dense). */
export const resumeSchema = z.strictObject({ epoch: z.int().min(0), n: z.int().min(0) });
export type Position = z.infer<typeof resumeSchema>;

/** Somebody is typing in a conversation. Ephemeral: never stored, in no measure. */
export const writingSchema = z.strictObject({ conversation: nameId });
export type Writing = z.infer<typeof writingSchema> & { member: Member };

/** One event that meant something to this viewer: number `n`, and what it changes in their view. */
export interface Frame {
  stream: string;
  epoch: number;
  n: number;
  changes: Change[];
}

/** A whole view, valid at (`epoch`, `n`), with the drafts kept on the server. */
export interface Snapshot {
  stream: string;
  epoch: number;
  n: number;
  view: RunView;
}

export interface Draft {
  conversation: string;
  threadId: string | null;
  subject: string;
  text: string;
  asks: string[];
  details: string[];
  rev: number;
  /** The text that lost when two devices wrote at once; shown as "other version". */
  other: string | null;
}

/** Answer to a command. `n`: the view is at least here once this reply counts; earlier frames may still be under way. */
export type Reply<T = unknown> = ({ ok: true; n: number } & T) | { ok: false; refusal: Refusal };

interface ResultOf {
  'mail.send': { mailId: string };
  'mail.sendLater': { laterId: string };
  'mail.remind': { mailId: string };
  'call.dial': { callId: string };
  'draft.save': { draft: Draft };
  'clock.skip': { toMs: number };
}
export type CommandResult<K extends CommandName> = K extends keyof ResultOf
  ? ResultOf[K]
  : Record<never, never>;

/**
 * Answer to a resume: the frames missed, or a whole view where the gap cannot be filled. `clock` is what the clock shows
 * as this is answered, since clock changes in old frames show what it was then.
 */
export type ResumeReply =
  | { ok: true; frames: Frame[]; clock?: ClockView }
  | { ok: true; snapshot: Snapshot; drafts: Draft[]; clock?: ClockView }
  | { ok: false; refusal: Refusal };

/** Socket.io's typed map from the browser, derived from the registry of commands. */
export type ClientToServer = {
  [K in CommandName]: (
    frame: { commandId: string; body: CommandInput<K> },
    ack: (reply: Reply<CommandResult<K>>) => void,
  ) => void;
} & {
  resume: (position: Position | null, ack: (reply: ResumeReply) => void) => void;
  writing: (hint: z.infer<typeof writingSchema>) => void;
};

export interface ServerToClient {
  frame: (frame: Frame) => void;
  /** The server goes away for a moment: reconnect, nothing is lost. */
  restarting: () => void;
  /** The session this run is played in: whole when the page comes, then what changes. */
  room: (view: RoomView) => void;
  roomChange: (change: RoomChange) => void;
  /** Another version of a draft was stored from another tab or device. */
  draft: (draft: Draft) => void;
  /** A team mate is writing to somebody. */
  writing: (hint: Writing) => void;
}
