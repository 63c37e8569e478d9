import type { EventData, EventType, NewEvent } from '@/core/contract/event';
import { Schedule } from '../time/schedule';
import type { Due } from './dueItem';
import type { RunState } from './state';

/** What things come from by themselves, beside the recipients, each of whom has two places: for replies and for readings. */
const sources = ['authored', 'quiet', 'later', 'calls', 'callBacks', 'followUps', 'end'] as const;
export type Source = (typeof sources)[number];

/** How to find what is due next in one place. */
export type Looks = Record<'reply' | 'reading', (state: RunState, id: string) => Due | null> &
  Record<Source, (state: RunState) => Due | null>;

/** What will be logged without a command. Events say which places have to be looked at anew; the others keep their moment. */
export class Coming {
  private readonly schedule: Schedule;
  private readonly dues: Array<Due | null>;
  private readonly stale: boolean[];
  private readonly toLookAt: number[];
  private toLookAtSize = 0;
  private readonly placeOf: Map<string, number>;

  constructor(private readonly people: readonly string[]) {
    const places = 2 * people.length + sources.length;
    this.schedule = new Schedule(places);
    this.dues = new Array<Due | null>(places).fill(null);
    this.stale = new Array<boolean>(places).fill(false);
    this.toLookAt = new Array<number>(places).fill(0);
    this.placeOf = new Map(people.map((id, i) => [id, 2 * i]));
  }

  person(id: string): void {
    const place = this.placeOf.get(id);
    if (place === undefined) return;
    this.touch(place);
    this.touch(place + 1);
  }

  source(source: Source): void {
    this.touch(2 * this.people.length + sources.indexOf(source));
  }

  everything(): void {
    for (let place = 0; place < this.stale.length; place++) this.touch(place);
  }

  sources(): void {
    for (let place = 2 * this.people.length; place < this.stale.length; place++) this.touch(place);
  }

  private touch(place: number): void {
    if (this.stale[place]) return;
    this.stale[place] = true;
    this.toLookAt[this.toLookAtSize++] = place;
  }

  /** What comes first, after looking where something has changed. What would come after `end` never comes. */
  first(state: RunState, looks: Looks, end: number): Due | null {
    for (let i = 0; i < this.toLookAtSize; i++) {
      const place = this.toLookAt[i] ?? 0;
      this.stale[place] = false;
      const due = this.look(state, looks, place);
      this.dues[place] = due;
      if (due && due.simMs <= end) this.schedule.put(place, due.simMs, rankOf(due));
      else this.schedule.drop(place);
    }
    this.toLookAtSize = 0;
    return this.dues[this.schedule.first] ?? null;
  }

  private look(state: RunState, looks: Looks, place: number): Due | null {
    const id = this.people[place >> 1];
    if (id !== undefined) return place % 2 === 0 ? looks.reply(state, id) : looks.reading(state, id);
    const source = sources[place - 2 * this.people.length];
    return source ? looks[source](state) : null;
  }
}

/** T4, then the order of things, then their number: 3, 3 and 16 bits. */
const rankOf = ({ priority, order, number }: Due): number => (priority << 19) | (order << 16) | number;

type Moves = { [T in EventType]?: (state: RunState, data: EventData<T>) => void };

/** A line was taken or is free again. */
const line = (state: RunState, { callId }: { callId: string }): void => {
  state.coming.sources();
  const contact = state.calls.get(callId)?.contact;
  if (contact !== undefined) state.coming.person(contact);
};
const onTheLine = (state: RunState): void => {
  state.coming.source('calls');
  state.coming.source('callBacks');
};
/** Something asked or answered: that may be a deed (P7). */
const said = (state: RunState): void => {
  onTheLine(state);
  state.coming.source('authored');
  state.coming.source('quiet');
};
const unsent = (state: RunState, { mailId }: { mailId: string }): void => {
  toContact(state, mailId);
  state.coming.source('followUps');
};
const later = (state: RunState): void => state.coming.source('later');
const everything = (state: RunState): void => state.coming.everything();

function toContact(state: RunState, mailId: string): void {
  const contact = state.mails.get(mailId)?.contact;
  if (contact !== undefined) state.coming.person(contact);
}

/** Where each event may change what is due; an event that is not here changes nothing of it. */
const moves: Moves = {
  'run.started': everything,
  'run.extended': everything,
  'run.ended': everything,
  'mail.sent': (state) => {
    for (const source of ['quiet', 'authored', 'followUps', 'later'] as const) state.coming.source(source);
  },
  'mail.delivered': (state, { mailId }) => toContact(state, mailId),
  'mail.bounced': unsent,
  'mail.undone': unsent,
  'mail.read': (state, { by }) => state.coming.person(by),
  'mail.received': (state, { from }) => {
    state.coming.person(from);
    for (const source of ['quiet', 'authored', 'followUps'] as const) state.coming.source(source);
  },
  'mail.forwarded': (state, { to }) => state.coming.person(to),
  'mail.scheduled': later,
  'mail.unscheduled': later,
  'followup.due': (state) => state.coming.source('followUps'),
  'call.dialed': line,
  'call.ringing': onTheLine,
  'call.held': onTheLine,
  'call.incoming': line,
  'call.connected': line,
  'call.said': said,
  'call.spoke': onTheLine,
  'call.heard': said,
  'call.voicemail': onTheLine,
  'call.messageLeft': line,
  'call.messageHeard': line,
  'call.ended': line,
};

/** To be told after an event was applied. Somebody on hold waits for other people's calls too, which are no events. */
export function moved(state: RunState, event: NewEvent): void {
  const move = moves[event.type] as ((state: RunState, data: NewEvent['data']) => void) | undefined;
  if (move) move(state, event.data);
  else if (state.live.length > 0) state.coming.source('calls');
}
