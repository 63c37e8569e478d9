import type { Persona } from '@/core/contract/persona';
import type { Busy } from '../agenda/interval';
import { indexAt } from '../agenda/interval';
import { draw, type Name, type Seed } from '../chance/draw';
import { ln } from '../chance/maths';
import { names } from '../chance/names';
import { hour, minute } from '../time/localTime';

/**
 * Other people's mail to one recipient (P10): a Poisson stream over the hours of the run that are not `outside`. Each hour is drawn when
 * somebody looks so far, which where all ring is never.
 */
export class Traffic {
  private readonly arrivals: number[] = [];
  private hours = 0;

  constructor(
    private readonly seed: Seed,
    private readonly recipient: Name,
    private readonly persona: Pick<Persona, 'traffic'>,
    private readonly outside: readonly Busy[],
    private readonly lengthMs: number,
  ) {}

  /** When the k-th of them arrives in simMs, from 0; undefined after the last. */
  at(k: number): number | undefined {
    if (this.persona.traffic.mailPerHour <= 0) return undefined;
    while (this.arrivals.length <= k && this.hours * hour < this.lengthMs) this.drawHour(this.hours++);
    return this.arrivals[k];
  }

  private drawHour(h: number): void {
    const gap = (60 * minute) / this.persona.traffic.mailPerHour;
    let at = h * hour;
    for (let k = 0; k < 1_000; k++) {
      at += -ln(1 - draw(this.seed, names.traffic, this.recipient, '', h, k)) * gap;
      if (at >= (h + 1) * hour || at >= this.lengthMs) break;
      if (!offAt(this.outside, at)) this.arrivals.push(Math.floor(at));
    }
  }
}

function offAt(outside: readonly Busy[], t: number): boolean {
  const off = outside[indexAt(outside, t)];
  return off !== undefined && t < off.to;
}
