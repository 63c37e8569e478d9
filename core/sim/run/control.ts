import type { NewEvent } from '@/core/contract/event';
import { limits } from '@/core/contract/limits';
import type { WorldControl } from '@/core/contract/runControl';
import { cutOff } from '../call/due';
import { minute } from '../time/localTime';
import { authoredEvent, unaskedEvent } from './authored';
import { accept, type Decided, no } from './decided';
import type { RunState } from './state';

/** Simulated days that a run lasts at most. */
const longest = 20 * 24 * 60 * minute;

/** What a facilitator's control of a run comes to at `now`. Changes nothing. */
export function decideControl(state: RunState, { name, body }: WorldControl, now: number): Decided {
  if (!state.started) return no('notRunning');
  if (state.ended) return no('ended');
  switch (name) {
    case 'control.end':
      return accept(...cutOff(state, now), ended(now));
    case 'control.extend': {
      const lengthMs = state.world.lengthMs + body.byMin * minute;
      if (lengthMs > longest) return no('notPossible');
      return accept({ type: 'run.extended', simMs: now, actor: 'facilitator', data: { lengthMs } });
    }
    case 'control.inject':
      if (!state.world.people.has(body.from)) return no('unknown');
      if (state.counters.mail >= limits.mailsPerRun) return no('tooMany');
      return accept(unaskedEvent(state, { ...body, facts: [] }, now));
    case 'control.trigger': {
      const item = state.world.timed.find(({ id }) => id === body.item);
      if (!item) return no('unknown');
      // It has come already, or it is under way.
      return state.authored.has(item.id) ? accept(authoredEvent(state, item, now)) : accept();
    }
  }
}

const ended = (simMs: number): NewEvent => ({
  type: 'run.ended',
  simMs,
  actor: 'facilitator',
  data: { reason: 'facilitator' },
});
