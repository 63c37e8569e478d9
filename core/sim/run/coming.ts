import { Schedule } from '../time/schedule';
import type { Due } from './dueItem';

/** What things come from by themselves, beside the recipients, each of whom has two places: for replies and for readings. */
export const sourceNumber = {
  authored: 0,
  quiet: 1,
  later: 2,
  calls: 3,
  callBacks: 4,
  followUps: 5,
  end: 6,
} as const;
type Source = keyof typeof sourceNumber;
const sources = Object.keys(sourceNumber) as Source[];

type Look<State> = (state: State) => Due | null;

/** How to find what is due next in one place. */
export interface Looks<State> {
  reply: (state: State, id: string) => Due | null;
  reading: (state: State, id: string) => Due | null;
  /** In the order of their numbers. */
  bySource: readonly Look<State>[];
}

export const inOrder = <State>(looks: Readonly<Record<Source, Look<State>>>): Look<State>[] =>
  sources.map((source) => looks[source]);

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

  source(number: (typeof sourceNumber)[Source]): void {
    this.touch(2 * this.people.length + number);
  }

  everything(): void {
    for (let place = 0; place < this.stale.length; place++) this.touch(place);
  }

  private touch(place: number): void {
    if (this.stale[place]) return;
    this.stale[place] = true;
    this.toLookAt[this.toLookAtSize++] = place;
  }

  /** What comes first, after looking where something has changed. What would come after `end` never comes. */
  first<State>(state: State, looks: Looks<State>, end: number): Due | null {
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

  private look<State>(state: State, looks: Looks<State>, place: number): Due | null {
    const id = this.people[place >> 1];
    if (id !== undefined) return place % 2 === 0 ? looks.reply(state, id) : looks.reading(state, id);
    return looks.bySource[place - 2 * this.people.length]?.(state) ?? null;
  }
}

/** T4, then the order of things, then their number: 3, 3 and 16 bits. */
const rankOf = ({ priority, order, number }: Due): number => (priority << 19) | (order << 16) | number;
