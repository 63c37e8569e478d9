import { type Agenda, freeFrom, workBetween, workUntil } from './agenda';
import { type Busy, type BusyKind, type Interval, indexAt, lay } from './interval';

/**
 * The agenda of a recipient in a run. Days that begin after the run are drawn when somebody asks about them, which most runs never do;
 * whatever is asked, the answer is that of the whole agenda.
 */
export class LazyAgenda {
  private drawn: Agenda | null = null;

  /** `near` is right for every moment before `until`; `draw` makes the whole. */
  constructor(
    private readonly near: Agenda,
    private readonly until: number,
    private readonly draw: () => Agenda,
  ) {}

  /** An agenda that is all there. */
  static of(agenda: Agenda): LazyAgenda {
    return new LazyAgenda(agenda, Number.POSITIVE_INFINITY, () => agenda);
  }

  /** All of it: sorted, disjoint. */
  get whole(): Agenda {
    this.drawn ??= this.draw();
    return this.drawn;
  }

  /** What it has at `t`, if anything; one that goes on after the run may seem to end too soon. */
  at(t: number): Busy | null {
    const list = t < this.until ? this.near : this.whole;
    const busy = list[indexAt(list, t)];
    return busy && t < busy.to ? busy : null;
  }

  /** When the first of these kinds begins after `t`; null where none does before `limit`. */
  nextOf(kinds: ReadonlySet<BusyKind>, t: number, limit: number): number | null {
    const from = firstOf(limit <= this.until ? this.near : this.whole, kinds, t);
    return from !== null && from < limit ? from : null;
  }

  /** See `freeFrom`. */
  freeFrom(t: number): number {
    const at = freeFrom(this.near, t);
    return at < this.until ? at : freeFrom(this.whole, t);
  }

  /** See `workUntil`. */
  workUntil(t: number, ms: number): number {
    const at = workUntil(this.near, t, ms);
    return at < this.until ? at : workUntil(this.whole, t, ms);
  }

  /** See `workBetween`. */
  workBetween(from: number, to: number): number {
    return workBetween(to < this.until ? this.near : this.whole, from, to);
  }

  /** The same with more on it, where nothing is yet. */
  with(kind: BusyKind, pieces: readonly Interval[]): LazyAgenda {
    return new LazyAgenda(lay(this.near, kind, pieces), this.until, () => lay(this.whole, kind, pieces));
  }
}

function firstOf(list: Agenda, kinds: ReadonlySet<BusyKind>, t: number): number | null {
  for (let i = indexAt(list, t) + 1; i < list.length; i++) {
    const busy = list[i];
    if (busy && kinds.has(busy.kind)) return busy.from;
  }
  return null;
}
