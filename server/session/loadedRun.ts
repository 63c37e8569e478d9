import {
  type Actor,
  type EventData,
  eventVersion,
  type NewEvent,
  type RunEvent,
} from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { RunView } from '@/core/contract/view';
import type { Frame, Position } from '@/core/contract/wire';
import { apply } from '@/core/sim/run/apply';
import { isMember } from '@/core/sim/run/member';
import { newRun, type RunState } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { changesOf } from '@/core/view/changesOf';
import { viewOf } from '@/core/view/viewOf';
import { RunFlight } from './flight';
import type { RunHeader } from './ports';

/** Frames kept for those who come back; a longer gap gets a whole view. */
const keptFrames = 400;

/** What a command led to, remembered so that its repetition gets the same answer. */
export interface Done {
  hash: string;
  n: number;
  result: Record<string, string>;
}

/** A frame and whom it is for. */
export interface Shown {
  to: Member;
  frame: Frame;
}

interface Viewer {
  n: number;
  frames: Frame[];
}

/** A run in memory: its state, its place in the log, and what its members have been shown. */
export class LoadedRun {
  readonly state: RunState;
  seq = 0;
  readonly epoch = 0;
  /** Wall ms of the latest event since the clock was last anchored: wall times from before may be another machine's. */
  lastAt = 0;
  readonly flight = new RunFlight();
  readonly done = new Map<string, Done>();
  /** What each member has been shown. */
  private readonly viewers = new Map<Actor, Viewer>();

  constructor(readonly header: RunHeader) {
    this.state = newRun(createWorld(header));
  }

  get stream(): string {
    return `run:${this.header.runId}`;
  }

  /** Takes an event of the log into the state; the frames it makes, for the members who see something of it. */
  take(event: RunEvent): Shown[] {
    apply(this.state, event);
    this.seq = event.seq;
    this.flight.note(this.state, event.at);
    this.lastAt = event.type.startsWith('clock.') ? event.at : Math.max(this.lastAt, event.at);
    const shown = [...this.state.members.keys()].filter(isMember).flatMap((to) => this.show(event, to));
    if (event.commandId !== undefined) this.remember(ownerOf(event.actor), event.commandId, event);
    return shown;
  }

  private show(event: RunEvent, to: Member): Shown[] {
    const changes = changesOf(event, this.state, to);
    if (changes.length === 0) return [];
    const viewer = this.viewers.get(to) ?? { n: 0, frames: [] };
    this.viewers.set(to, viewer);
    const frame = { stream: this.stream, epoch: this.epoch, n: ++viewer.n, changes };
    viewer.frames.push(frame);
    if (viewer.frames.length > keptFrames * 2) viewer.frames = viewer.frames.slice(-keptFrames);
    return [{ to, frame }];
  }

  /** Events so far that meant something to a member (view sequence). */
  shownTo(member: Actor): number {
    return this.viewers.get(member)?.n ?? 0;
  }

  /** Gives a new event its place in the log. */
  place(event: NewEvent, at: number): RunEvent {
    return { ...event, seq: this.seq + 1, v: eventVersion, at };
  }

  view(member: Member): RunView {
    return viewOf(this.state, member);
  }

  /** A member's frames after a position, or null where they are not at hand. */
  since(member: Member, { epoch, n }: Position): Frame[] | null {
    const { n: shown, frames } = this.viewers.get(member) ?? { n: 0, frames: [] };
    if (epoch !== this.epoch || n > shown) return null;
    const missed = shown - n;
    return missed <= frames.length ? frames.slice(frames.length - missed) : null;
  }

  private remember(actor: Actor, commandId: string, event: RunEvent): void {
    this.done.set(doneKey(actor, commandId), {
      hash: event.commandHash ?? '',
      n: this.shownTo(actor),
      result: resultOf(event),
    });
  }
}

/** Whose command it was: a control of the session may lead to something a recipient or the world does. */
const ownerOf = (actor: Actor): Actor => (isMember(actor) ? actor : 'facilitator');

export const doneKey = (actor: Actor, commandId: string): string => `${actor} ${commandId}`;

/** What the reply to a command names, from its main event. */
export function resultOf(event: NewEvent): Record<string, string> {
  if (event.type === 'mail.sent') return { mailId: (event.data as EventData<'mail.sent'>).mailId };
  if (event.type === 'mail.scheduled')
    return { laterId: (event.data as EventData<'mail.scheduled'>).laterId };
  if (event.type === 'call.dialed') return { callId: (event.data as EventData<'call.dialed'>).callId };
  return {};
}
