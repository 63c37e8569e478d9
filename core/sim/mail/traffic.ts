import type { Persona } from '@/core/contract/persona';
import type { Busy } from '../agenda/interval';
import { indexAt } from '../agenda/interval';
import { draw, type Name, type Seed } from '../chance/draw';
import { ln } from '../chance/maths';
import { names } from '../chance/names';
import { hour, minute } from '../time/localTime';

/** Other people's mail to one recipient, drawn when it is first looked at: where nobody writes to them, or all ring, never. */
export class Traffic {
  private drawn: readonly number[] | null = null;

  constructor(private readonly draw: () => readonly number[]) {}

  /** When the k-th of them arrives, from 0; undefined after the last. */
  at(k: number): number | undefined {
    this.drawn ??= this.draw();
    return this.drawn[k];
  }
}

/** Arrival times in simMs of other people's mail (P10), sorted; a Poisson stream over the hours that are not `outside`. */
export function trafficOf(
  seed: Seed,
  recipient: Name,
  persona: Persona,
  outside: readonly Busy[],
  lengthMs: number,
): number[] {
  const { mailPerHour } = persona.traffic;
  if (mailPerHour <= 0) return [];
  const gap = (60 * minute) / mailPerHour;
  const arrivals: number[] = [];
  for (let h = 0; h * hour < lengthMs; h++) {
    let at = h * hour;
    for (let k = 0; k < 1_000; k++) {
      at += -ln(1 - draw(seed, names.traffic, recipient, '', h, k)) * gap;
      if (at >= (h + 1) * hour || at >= lengthMs) break;
      if (!offAt(outside, at)) arrivals.push(Math.floor(at));
    }
  }
  return arrivals;
}

function offAt(outside: readonly Busy[], t: number): boolean {
  const off = outside[indexAt(outside, t)];
  return off !== undefined && t < off.to;
}
