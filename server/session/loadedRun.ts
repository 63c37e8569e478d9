import {
  type Actor,
  type EventData,
  eventVersion,
  type NewEvent,
  type RunEvent,
} from '@/core/contract/event';
import type { RunView } from '@/core/contract/view';
import type { Frame, Position } from '@/core/contract/wire';
import { apply } from '@/core/sim/run/apply';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { changesOf } from '@/core/view/changesOf';
import { viewOf } from '@/core/view/viewOf';
import type { RunHeader } from './ports';

/** Frames kept for those who come back; a longer gap gets a whole view. */
const keptFrames = 400;

/** What a command led to, remembered so that its repetition gets the same answer. */
export interface Done {
  hash: string;
  n: number;
  result: Record<string, string>;
}

/** A run in memory: its state, its place in the log, and what its viewer has been shown. */
export class LoadedRun {
  readonly state: RunState;
  seq = 0;
  /** Events so far that meant something to the participant (view sequence). */
  n = 0;
  readonly epoch = 0;
  /** Wall ms of the latest event since the clock was last anchored: wall times from before may be another machine's. */
  lastAt = 0;
  readonly done = new Map<string, Done>();
  private frames: Frame[] = [];

  constructor(readonly header: RunHeader) {
    this.state = newRun(createWorld(header));
  }

  get stream(): string {
    return `run:${this.header.runId}`;
  }

  /** Takes an event of the log into the state; the frame it makes, or null where the viewer sees nothing. */
  take(event: RunEvent): Frame | null {
    apply(this.state, event);
    this.seq = event.seq;
    this.lastAt = event.type.startsWith('clock.') ? event.at : Math.max(this.lastAt, event.at);
    const changes = changesOf(event, this.state);
    const frame =
      changes.length > 0 ? { stream: this.stream, epoch: this.epoch, n: ++this.n, changes } : null;
    if (frame) this.keep(frame);
    if (event.commandId !== undefined) this.remember(ownerOf(event.actor), event.commandId, event);
    return frame;
  }

  /** Gives a new event its place in the log. */
  place(event: NewEvent, at: number): RunEvent {
    return { ...event, seq: this.seq + 1, v: eventVersion, at };
  }

  view(): RunView {
    return viewOf(this.state);
  }

  /** Frames after a position, or null where they are not at hand. */
  since({ epoch, n }: Position): Frame[] | null {
    if (epoch !== this.epoch || n > this.n) return null;
    const missed = this.n - n;
    return missed <= this.frames.length ? this.frames.slice(this.frames.length - missed) : null;
  }

  private keep(frame: Frame): void {
    this.frames.push(frame);
    if (this.frames.length > keptFrames * 2) this.frames = this.frames.slice(-keptFrames);
  }

  private remember(actor: Actor, commandId: string, event: RunEvent): void {
    this.done.set(doneKey(actor, commandId), {
      hash: event.commandHash ?? '',
      n: this.n,
      result: resultOf(event),
    });
  }
}

/** Whose command it was: a control of the session may lead to something a recipient or the world does. */
const ownerOf = (actor: Actor): Actor => (actor.startsWith('p') ? actor : 'facilitator');

export const doneKey = (actor: Actor, commandId: string): string => `${actor} ${commandId}`;

/** What the reply to a command names, from its main event. */
export function resultOf(event: NewEvent): Record<string, string> {
  if (event.type === 'mail.sent') return { mailId: (event.data as EventData<'mail.sent'>).mailId };
  if (event.type === 'mail.scheduled')
    return { laterId: (event.data as EventData<'mail.scheduled'>).laterId };
  if (event.type === 'call.dialed') return { callId: (event.data as EventData<'call.dialed'>).callId };
  return {};
}
