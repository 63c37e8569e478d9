import type { RunControl } from '@/core/contract/runControl';
import type { FanOutEvent } from '@/core/session/fanOut';
import type { HandedOn, Runs, TeamInRoom } from './roomPorts';
import type { Runner } from './runner';

/** What an event of a session is to one of its runs. A rate that was set meanwhile comes before a clock that goes on. */
export function controlsFor(event: FanOutEvent, { rate, members }: TeamInRoom): RunControl[] {
  switch (event.type) {
    case 'session.started':
      return [{ name: 'control.start', body: { members } }];
    case 'runs.paused':
      return [{ name: 'control.pause', body: {} }];
    case 'runs.resumed':
      return [...rated(rate), { name: 'control.resume', body: {} }];
    case 'runs.speed':
      return rated(event.data.rate);
    case 'runs.extended':
      return [{ name: 'control.extend', body: { byMin: event.data.byMin } }];
    case 'runs.ended':
    case 'session.ended':
      return [{ name: 'control.end', body: {} }];
    case 'mail.injected': {
      const { from, subject, text } = event.data;
      return [{ name: 'control.inject', body: { from, subject, text } }];
    }
    case 'mail.triggered':
      return [{ name: 'control.trigger', body: { item: event.data.item } }];
  }
}

const rated = (rate: number | null): RunControl[] =>
  rate === null ? [] : [{ name: 'control.rate', body: { rate } }];

/** Refusals that say the run needs nothing more; any other is told as a failure. */
const asItIs: ReadonlySet<string> = new Set(['ended', 'notRunning', 'notPossible', 'unknown']);

/** The runs of rooms, through the runner that holds them. */
export const runsOfRoom = (runner: () => Runner): Runs => ({
  async letGo(runId) {
    await runner().drop(runId);
    await runner().wake(runId);
  },
  async handOn(runId, event, key, team): Promise<HandedOn> {
    let handed: HandedOn = 'done';
    for (const [i, control] of controlsFor(event, team).entries()) {
      const outcome = await runner().control(runId, control, `${key}-${i}`);
      if (!outcome.ok) handed = asItIs.has(outcome.refusal.code) ? 'skipped' : 'failed';
    }
    return handed;
  },
});
