import type { Persona } from '@/core/contract/persona';
import type { Agenda } from '../agenda/agenda';
import type { Seed } from '../chance/draw';
import { draw } from '../chance/draw';
import { ln } from '../chance/maths';
import { hour, minute } from '../time/localTime';

/** Arrival times in simMs of other people's mail (P10), sorted; a Poisson stream over the hours that are not `off`. */
export function trafficOf(
  seed: Seed,
  recipient: string,
  persona: Persona,
  agenda: Agenda,
  lengthMs: number,
): number[] {
  const { mailPerHour } = persona.traffic;
  if (mailPerHour <= 0) return [];
  const gap = (60 * minute) / mailPerHour;
  const arrivals: number[] = [];
  for (let h = 0; h * hour < lengthMs; h++) {
    let at = h * hour;
    for (let k = 0; k < 1_000; k++) {
      at += -ln(1 - draw(seed, 'traffic', recipient, '', h, k)) * gap;
      if (at >= (h + 1) * hour || at >= lengthMs) break;
      if (!offAt(agenda, at)) arrivals.push(Math.floor(at));
    }
  }
  return arrivals;
}

function offAt(agenda: Agenda, t: number): boolean {
  return agenda.some((b) => b.kind === 'off' && b.from <= t && t < b.to);
}
