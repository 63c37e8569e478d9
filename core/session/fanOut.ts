import type { SessionEvent, SessionEventType } from '@/core/contract/sessionEvent';

/** Events that are handed on to runs; everything else is the session's own. */
export const fansOut = [
  'session.started',
  'runs.paused',
  'runs.resumed',
  'runs.speed',
  'runs.extended',
  'runs.ended',
  'mail.injected',
  'mail.triggered',
  'session.ended',
] as const satisfies readonly SessionEventType[];
export type FanOutEvent = Extract<SessionEvent, { type: (typeof fansOut)[number] }>;

export const isFanOut = (event: SessionEvent): event is FanOutEvent =>
  (fansOut as readonly SessionEventType[]).includes(event.type);

/** Those among a session's events that have not certainly reached their runs. */
export function unfinished(events: readonly SessionEvent[]): FanOutEvent[] {
  const done = new Set(events.flatMap((e) => (e.type === 'control.done' ? [e.data.of] : [])));
  return events.filter((e): e is FanOutEvent => isFanOut(e) && !done.has(e.seq));
}
