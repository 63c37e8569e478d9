import type { CallView, MissionItem, RunView } from '@/core/contract/view';

/** How a request stands: its state, or what was said of it on a line that has not led to anything yet. */
export interface Standing {
  is: MissionItem['state'] | 'said' | 'unanswered';
  /** When it was first asked; null on the line, where nothing is in flight. */
  since: number | null;
}

/**
 * How a request stands for whoever asks: they know what they asked by name on the phone, and what was passed on before their eyes,
 * though neither is a mail of theirs in flight. What own words were taken for is told by nothing here (P9).
 */
export function standingOf(
  { id, state, askedMs }: MissionItem,
  { mails, calls }: Pick<RunView, 'mails' | 'calls'>,
): Standing {
  if (state !== 'open') return { is: state, since: askedMs };
  const call = calls.findLast((c) => saidIn(c, id));
  if (call && call.phase !== 'ended') return { is: 'said', since: null };
  const passedOn = mails.find((m) => m.kind === 'forwarded' && m.asks.includes(id));
  if (passedOn) return { is: 'asked', since: passedOn.simMs };
  return { is: call ? 'unanswered' : 'open', since: null };
}

const saidIn = ({ lines }: CallView, request: string): boolean =>
  lines.some((line) => line.from === 'me' && line.asks.includes(request));
