import { boxNow } from '../call/line';
import { nextReading } from '../mail/reading';
import type { RunState } from './state';

/** A recipient has taken something out of their inbox: their mail work stands where its handling ends. */
export function takenUp(state: RunState, by: string, id: string, handledAt: number): void {
  const own = state.people.get(by);
  if (!own) return;
  const plan = own.plan ?? nextReading(boxNow(state, by), own.cursor, own.waiting);
  if (plan) {
    own.cursor = { ...plan.cursor };
    own.cursor.t = Math.max(plan.cursor.t, handledAt);
  }
  own.waiting = own.waiting.filter((w) => w.mailId !== id);
  own.plan = undefined;
}
