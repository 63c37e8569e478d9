import type { RequestState, RunState } from './state';
import { trigger } from './trigger';

/** A3: the first answer settles a request, by whichever way it comes. */
export function requestAnswered(state: RunState, id: string, by: 'mail' | 'call', simMs: number): void {
  const request = state.requests.get(id);
  if (!request || request.answeredMs !== null) return;
  request.answeredMs = simMs;
  request.answeredBy = by;
  request.question = false;
  trigger.answered(state, id, simMs);
}

/** A2: said on the line, it is asked; that is a deed (P7), though no mail is in flight. */
export function requestSpoken(state: RunState, id: string, simMs: number): void {
  const request = state.requests.get(id);
  if (!request || request.firstAskedMs !== null) return;
  request.firstAskedMs = simMs;
  trigger.asked(state, id, simMs);
}

/** What the participant may be told of a request: that it was asked by name, by `what`. */
export function shownAsked(request: RequestState | undefined, what: string, simMs: number): void {
  if (!request) return;
  request.shown.add(what);
  request.question = false;
  request.shownAskedMs ??= simMs;
}
