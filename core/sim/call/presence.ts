import type { Doing } from '@/core/contract/call';
import type { Agenda } from '../agenda/agenda';
import { indexAt } from '../agenda/interval';
import type { LazyAgenda } from '../agenda/lazyAgenda';
import { draw, type Name, type Seed } from '../chance/draw';
import { names } from '../chance/names';
import { minute } from '../time/localTime';
import type { Person } from '../world';

/** R2: whether somebody picks up is a fact about ten minutes of their time. */
export const slotMs = 10 * minute;
export const slotOf = (simMs: number): number => Math.floor(simMs / slotMs);

/** Share of free ten minutes in which a person is at something that an interruption costs (BAL 4). */
export const focusedShare = 0.9;

const kinds = { off: 'off', lunch: 'away', away: 'away', meeting: 'meeting', call: 'call' } as const;

/** What the agenda alone says at `t`, or null where they are at their desk with nothing fixed. */
export function engagedAt(
  agenda: LazyAgenda,
  t: number,
): Exclude<Doing, 'handling' | 'focused' | 'free'> | null {
  const busy = agenda.at(t);
  return busy ? kinds[busy.kind] : null;
}

/** P11 without mail in hand: what keeps them, else focused or free by the draw of the slot. */
export function doingAt(seed: Seed, person: Person, agenda: LazyAgenda, t: number): Doing {
  const engaged = engagedAt(agenda, t);
  if (engaged) return engaged;
  return draw(seed, names.focus, person.name, '', slotOf(t)) < focusedShare ? 'focused' : 'free';
}

/** The draw that decides whether they pick up in a slot (R2, C2). */
export const pickUpDraw = (seed: Seed, recipient: Name, slot: number): number =>
  draw(seed, names.pickUp, recipient, '', slot);

/** C9: when a first call would have found them, as sorted, disjoint intervals of [0, until). */
export function reachable(
  seed: Seed,
  person: Person,
  agenda: Agenda,
  until: number,
): Array<{ from: number; to: number }> {
  const found: Array<{ from: number; to: number }> = [];
  for (let slot = 0; slot * slotMs < until; slot++) {
    if (pickUpDraw(seed, person.name, slot) >= person.persona.call.pickUp) continue;
    let from = slot * slotMs;
    const end = Math.min(until, from + slotMs);
    while (from < end) {
      const index = indexAt(agenda, from);
      const busy = agenda[index];
      if (busy && from < busy.to) {
        from = busy.to;
        continue;
      }
      const to = Math.min(end, agenda[index + 1]?.from ?? end);
      const last = found[found.length - 1];
      if (last && last.to === from) last.to = to;
      else if (to > from) found.push({ from, to });
      from = to;
    }
  }
  return found;
}
