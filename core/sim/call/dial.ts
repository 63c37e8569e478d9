import type { Actor, EventData, EventOf, NewEvent } from '@/core/contract/event';
import { sampleMs } from '../chance/distribution';
import { draw } from '../chance/draw';
import { names } from '../chance/names';
import type { CallRecord, RunState } from '../run/state';
import { minute } from '../time/localTime';
import { personOf } from '../world';
import { agendaNow, doingNow, linesUsed } from './line';
import { pickUpDraw, slotOf } from './presence';

/** From dialing until it rings at the other end. */
export const dialingMs = 2_000;
/** A busy tone is heard so long after dialing (C2). */
export const busyMs = 6_000;
/** It rings no longer (C2, C7). */
export const ringLimitMs = 30_000;
/** Unanswered dials count against the next one for so long, each with this factor, not under the floor (C2). */
const nuisance = { withinMs: 20 * minute, factor: 0.6, floor: 0.15 };

/** C2: what becomes of a dial at `now` is a fact about the recipient's time and what they are doing; it is logged, and private. */
export function dialed(state: RunState, to: string, now: number, actor: Actor): EventOf<'call.dialed'> {
  const { recipient, persona, name, agenda } = personOf(state.world, to);
  const { seed } = state.world;
  const slot = slotOf(now);
  const u = pickUpDraw(seed, name, slot);
  const chance = Math.round(persona.call.pickUp * nuisanceOf(state, to, now) * 1e9) / 1e9;
  const ringMs = Math.max(dialingMs, sampleMs(persona.call.ring, draw(seed, names.ring, name, '', slot)));
  const doing = doingNow(state, to, now);
  const fate = (): [EventData<'call.dialed'>['outcome'], number] => {
    if (recipient.address === 'outdated') return ['unobtainable', dialingMs];
    if (doing === 'off' || doing === 'away' || doing === 'meeting') return ['noAnswer', ringLimitMs];
    if (linesUsed(state, to, now) >= persona.call.lines)
      return persona.call.whenBusy === 'hold' ? ['hold', dialingMs] : ['busy', busyMs];
    const there = agenda.freeFrom(now + ringMs) === now + ringMs;
    return u < chance && ringMs < ringLimitMs && there ? ['pickUp', ringMs] : ['noAnswer', ringLimitMs];
  };
  const [outcome, after] = fate();
  return {
    type: 'call.dialed',
    simMs: now,
    actor,
    data: {
      callId: `k${state.counters.call + 1}`,
      to,
      slot,
      doing,
      u,
      chance,
      ringMs,
      outcome,
      outcomeAt: now + after,
    },
  };
}

/** Redialing at once would otherwise be free: every further call that rang in vain within 20 minutes makes an answer less likely. */
export function nuisanceOf(state: RunState, to: string, now: number): number {
  let factor = 1;
  for (const call of state.calls.values()) {
    const vain = call.direction === 'out' && call.contact === to && call.rang && call.connectedMs === null;
    if (vain && call.endedMs !== null && call.simMs > now - nuisance.withinMs) factor *= nuisance.factor;
  }
  return Math.max(nuisance.floor, factor);
}

/** Assumption (no published figure): a missed call is returned so long after they are at their desk again. */
const missedDelay = { kind: 'lognormal', median: 8, sigma: 0.6 } as const;

/** C7: when a call that nobody took will be returned, or undefined. The draw belongs to the slot of the dial (R2). */
export function returnOfMissed(state: RunState, call: CallRecord, endedMs: number): number | undefined {
  if (call.direction === 'in' || !call.rang || call.messageLeft || call.connectedMs !== null)
    return undefined;
  const { persona, name } = personOf(state.world, call.contact);
  const { seed } = state.world;
  const slot = slotOf(call.simMs);
  if (draw(seed, names.callBack, name, '', slot) >= persona.call.callBack.missed) return undefined;
  const agenda = agendaNow(state, call.contact);
  const delay = sampleMs(missedDelay, draw(seed, names.callBackDelay, name, '', slot));
  return agenda.freeFrom(agenda.freeFrom(endedMs) + delay);
}

/** The end of a call, with the call-back it leads to. */
export function ended(
  state: RunState,
  call: CallRecord,
  reason: EventData<'call.ended'>['reason'],
  simMs: number,
  actor: Actor,
): NewEvent {
  const back = reason === 'cutOff' ? undefined : returnOfMissed(state, call, simMs);
  return {
    type: 'call.ended',
    simMs,
    actor,
    data: { callId: call.callId, reason, ...(back !== undefined && { callBackAt: back }) },
  };
}
