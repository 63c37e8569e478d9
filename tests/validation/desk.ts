import type { NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import type { Scenario } from '@/core/contract/scenario';
import { Driven, is, luckOf, poisson, recipientName, requestName, type Source, worldOf } from './driven';

/** One call to a desk, in simulated ms. */
export interface Dialed {
  at: number;
  became: 'pickUp' | 'busy' | 'hold' | 'other';
  connected: number | null;
  ended: number | null;
}

export interface Callers {
  scenario: Scenario;
  seed: string;
  perHour: number;
  calls: number;
}

/** More than ever wait at once; a team has a line for each (P8). */
const members: readonly Member[] = Array.from({ length: 99 }, (_, i): Member => `p${i + 1}`);

/** Callers of a Poisson stream ring one desk, ask one thing each, and hang up when it is answered. In order of dialing. */
export function callsTo({ scenario, seed, perHour, calls }: Callers): Dialed[] {
  const to = recipientName(0);
  const run = new Driven(worldOf(scenario, 'call', seed), members);
  const arrival = poisson(luckOf(seed), 3_600_000 / perHour);
  const free = [...members];
  const all: Dialed[] = [];
  const going = new Map<string, { call: Dialed; request: string; by: Member }>();
  let over = 0;
  let by: Member = 'p1';
  const source: Source = {
    next: () => (all.length < calls ? arrival(all.length) : Number.MAX_SAFE_INTEGER),
    act() {
      const caller = free.shift();
      if (!caller) throw new RangeError('more callers than the team has members');
      by = caller;
      run.give({ name: 'call.dial', body: { to } }, by);
    },
    seen(event: NewEvent) {
      if (is(event, 'call.dialed')) {
        const call: Dialed = {
          at: event.simMs,
          became: becameOf(event.data.outcome),
          connected: null,
          ended: null,
        };
        going.set(event.data.callId, { call, request: requestName(to, all.length), by });
        all.push(call);
        return;
      }
      if (!is(event, 'call.connected') && !is(event, 'call.heard') && !is(event, 'call.ended')) return;
      const { callId } = event.data;
      const own = going.get(callId);
      if (!own) return;
      if (is(event, 'call.connected')) {
        own.call.connected = event.simMs;
        run.give({ name: 'call.say', body: { callId, text: '', asks: [own.request], details: [] } }, own.by);
      } else if (is(event, 'call.heard') && event.data.answers.length > 0) {
        run.give({ name: 'call.hangUp', body: { callId } }, own.by);
      } else if (is(event, 'call.ended')) {
        own.call.ended = event.simMs;
        free.push(own.by);
        over++;
      }
    },
    done: () => over === calls,
  };
  run.play(source);
  return all;
}

const becameOf = (outcome: string): Dialed['became'] =>
  outcome === 'pickUp' || outcome === 'busy' || outcome === 'hold' ? outcome : 'other';
