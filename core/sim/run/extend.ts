import { minute } from '../time/localTime';
import { createWorld } from '../world';
import type { RunState } from './state';

/**
 * A longer run on the same world: every draw depends on the seed and its key alone (R1), so what has happened stays as it
 * was and the later hours come to be.
 */
export function extend(state: RunState, lengthMs: number): void {
  const { header } = state.world;
  const scenario = { ...header.scenario, lengthMin: lengthMs / minute };
  state.world = createWorld({ ...header, scenario });
  for (const [id, own] of state.people) {
    own.plan = undefined;
    const person = state.world.people.get(id);
    if (own.agenda && person) own.agenda = person.agenda.with('call', own.calls);
  }
}
