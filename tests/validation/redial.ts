import type { NewEvent } from '@/core/contract/event';
import type { Persona } from '@/core/contract/persona';
import { alwaysThere, Driven, is, recipientName, type Source, settingOf, worldOf } from './driven';

/** Trying one person until they answer: how many dials, and ms from the first to the one that got through. */
export interface Chain {
  dials: number;
  delay: number;
}

export const picksUp = (pickUp: number): Persona => ({
  ...alwaysThere,
  call: { ...alwaysThere.call, pickUp },
});

/** So many times in one run somebody is rung every `gapMin` minutes until they answer; then the caller hangs up at once. */
export function chains(persona: Persona, seed: string, count: number, gapMin: number): Chain[] {
  const scenario = settingFor(persona);
  const run = new Driven(worldOf(scenario, 'call', seed));
  const done: Chain[] = [];
  let [dial, dials, first, last] = [0, 0, 0, 0];
  const source: Source = {
    next: () => dial * gapMin * 60_000,
    act(now) {
      if (dials === 0) first = now;
      last = now;
      dials++;
      dial++;
      run.give({ name: 'call.dial', body: { to: recipientName(0) } });
    },
    seen(event: NewEvent) {
      if (!is(event, 'call.connected')) return;
      done.push({ dials, delay: last - first });
      dials = 0;
      run.give({ name: 'call.hangUp', body: { callId: event.data.callId } });
    },
    done: () => done.length === count && run.state.live.length === 0,
  };
  run.play(source);
  return done;
}

const settings = new Map<Persona, ReturnType<typeof settingOf>>();
function settingFor(persona: Persona) {
  const known = settings.get(persona);
  if (known) return known;
  const made = settingOf({ persona, requests: 1 });
  settings.set(persona, made);
  return made;
}
